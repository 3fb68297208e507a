//! Ways to damage a text.

use super::super::random::Random;

/// What breaks programs that expect something else, whatever the format.
const ANYWHERE: &[&[u8]] = &[
    b"\0",
    b"\n",
    b"\r\n",
    b"\t",
    b"\xff",
    b"\xed\xa0\x80",
    b"\x1b[2J",
    b"\x1b]52;c;eA==\x07",
    b"\xe2\x80\xae",
    b"\xe2\x80\x8b",
    b"\xef\xbb\xbf",
    "\u{1f468}\u{200d}\u{1f469}".as_bytes(),
    "e\u{301}".as_bytes(),
    b"\"",
    b"'",
    b"\\",
    b"{",
    b"}",
    b"[",
    b"]",
    b"{{",
    b"}}",
    b"<",
    b">",
    b"&",
    b"|",
    b"`",
    b"$",
    b"-1",
    b"18446744073709551616",
    b"1e999",
    b"NaN",
];
/// Beyond this an input only takes time.
const LONGEST: usize = 200_000;
const MOST_REPEATS: usize = 2_000;

/// `sound`, damaged in one to eight places; `words` are those of its format.
pub fn damaged(sound: &[u8], words: &[&[u8]], random: &mut Random) -> Vec<u8> {
    let mut text = sound.to_vec();
    for _ in 0..=random.below(8) {
        once(&mut text, words, random);
        text.truncate(LONGEST);
    }
    text
}

fn once(text: &mut Vec<u8>, words: &[&[u8]], random: &mut Random) {
    let (start, end) = range(text, random);
    match random.below(8) {
        0 => text.iter_mut().skip(start).take(1).for_each(|byte| *byte ^= 1 << random.below(8)),
        1 => drop(text.drain(start..end)),
        2 => text.truncate(start),
        3 => {
            let piece = text[start..end].to_vec();
            put(text, start, &piece);
        }
        4 => {
            let (from, to) = range(text, random);
            let piece = text[from..to].to_vec();
            put(text, start, &piece);
        }
        5 => {
            let tokens = if random.below(2) == 0 { words } else { ANYWHERE };
            let token = random.one_of(tokens);
            put(text, start, &token.repeat(1 + random.below(MOST_REPEATS)));
        }
        6 => put(text, start, random.one_of(ANYWHERE)),
        _ => put(text, start, random.one_of(words)),
    }
}

fn put(text: &mut Vec<u8>, at: usize, what: &[u8]) {
    text.splice(at..at, what.iter().copied());
}

/// A piece of a text, mostly a short one.
fn range(text: &[u8], random: &mut Random) -> (usize, usize) {
    let start = random.below(text.len() + 1);
    let longest = if random.below(4) == 0 { text.len() } else { 40 };
    (start, text.len().min(start + random.below(longest + 1)))
}
