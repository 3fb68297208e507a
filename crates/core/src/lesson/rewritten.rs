//! A text with pieces of it replaced, which still knows where everything stood before: faults are named where the author
//! finds them.

/// A text made from another one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rewritten {
    /// The new text.
    pub text: String,
    pieces: Vec<Piece>,
    /// How much of the old text has been gone through.
    read: usize,
}

/// What was put in the place of something else, by byte offsets.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    start: usize,
    end: usize,
    old_start: usize,
    old_end: usize,
}

impl Rewritten {
    /// Takes over what comes next.
    pub fn keep(&mut self, kept: &str) {
        self.text.push_str(kept);
        self.read += kept.len();
    }

    /// Puts `new` in the place of `old`, which comes next.
    pub fn replace(&mut self, old: &str, new: &str) {
        let (start, old_start) = (self.text.len(), self.read);
        self.text.push_str(new);
        self.read += old.len();
        self.pieces.push(Piece { start, end: self.text.len(), old_start, old_end: self.read });
    }

    /// Where in the old text stood what is at `offset` in the new one; the start of what was replaced.
    #[must_use]
    pub fn origin(&self, offset: usize) -> usize {
        match self.pieces.iter().rev().find(|piece| piece.start <= offset) {
            None => offset,
            Some(piece) if offset < piece.end => piece.old_start,
            Some(piece) => piece.old_end + (offset - piece.end),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_after_a_replacement_is_found_where_it_was() {
        let mut rewritten = Rewritten::default();
        rewritten.keep("a ");
        rewritten.replace("{{long_name}}", "xy");
        rewritten.keep(" b");
        assert_eq!(rewritten.text, "a xy b");
        assert_eq!([0, 2, 3, 4, 5].map(|offset| rewritten.origin(offset)), [0, 2, 2, 15, 16]);
    }
}
