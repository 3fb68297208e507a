//! Reading on after a fault. The TOML reader stops at the first one, and an author wants to hear of all: so what is at fault
//! is told, then taken out, or put in where it lacks, and the rest is read again.

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue, Error, ValueDeserializer};

use super::LessonError;
use super::source::SourceText;
use super::toml_fault::{missing_field, toml_error};

type Span = Range<usize>;
type Node<'t> = Spanned<DeValue<'t>>;

/// More faults than anybody reads at once.
const MOST: usize = 200;
/// Where what we put in stands: nowhere in the file.
const NOWHERE: Span = usize::MAX..usize::MAX;

/// What a table says, with its faults. Where there are some, what is read is what is left when they are taken out: good for
/// going on, not for use.
pub fn read<T: DeserializeOwned>(
    source: SourceText<'_>,
    table: &Spanned<DeTable<'_>>,
) -> (Option<T>, Vec<LessonError>) {
    let mut root = Spanned::new(table.span(), DeValue::Table(table.get_ref().clone()));
    let (mut faults, mut taken_out) = (Vec::new(), Vec::new());
    for _ in 0..MOST {
        let error = match tried::<T>(&root) {
            Ok(read) => return (Some(read), faults),
            Err(error) => error,
        };
        let span = error.span().unwrap_or_default();
        let lacking = missing_field(error.message()).map(|name| (span.clone(), name.to_owned()));
        let fault = toml_error(source.file, source.text, &error);
        // What lacks because it was taken out, or is too little for that reason, was told before.
        let is_consequence = match &lacking {
            Some(lacking) => taken_out.contains(lacking),
            None => taken_out.iter().any(|(place, _)| *place == span),
        };
        if !is_consequence && span != NOWHERE && !faults.contains(&fault) {
            faults.push(fault);
        }
        match lacking.and_then(|(span, name)| put_in::<T>(&root, &span, &name)) {
            Some(mended) => root = mended,
            None => match take_out(&mut root, &span) {
                Some(entry) => taken_out.push(entry),
                None => break,
            },
        }
    }
    (None, faults)
}

fn tried<T: DeserializeOwned>(root: &Node<'_>) -> Result<T, Error> {
    T::deserialize(ValueDeserializer::from(root.clone()))
}

/// The tree with something under `name`, in the table at `span`, that the reader takes there; none where nothing will do.
fn put_in<'t, T: DeserializeOwned>(root: &Node<'t>, span: &Span, name: &str) -> Option<Node<'t>> {
    let is_taken = |root: &Node<'_>| tried::<T>(root).err().is_none_or(|error| error.span() != Some(NOWHERE));
    let with = |value| {
        let mut root = root.clone();
        insert(&mut root, span, name, value).then_some(root)
    };
    candidates().into_iter().filter_map(with).find(is_taken)
}

/// One of each type that a field of a manifest may have.
fn candidates() -> [DeValue<'static>; 5] {
    let text = || DeValue::String(String::new().into());
    let localized = ["ja", "en"].map(|tag| (Spanned::new(NOWHERE, tag.into()), Spanned::new(NOWHERE, text())));
    let number = DeValue::parse("1").map_or(DeValue::Boolean(true), Spanned::into_inner);
    [
        text(),
        number,
        DeValue::Boolean(true),
        DeValue::Array(DeArray::new()),
        DeValue::Table(DeTable::from_iter(localized)),
    ]
}

/// Puts `value` under `name` into the innermost table at `span`; false where there is none.
fn insert(node: &mut Node<'_>, span: &Span, name: &str, value: DeValue<'static>) -> bool {
    let is_here = node.span() == *span;
    match node.get_mut() {
        DeValue::Table(table) => {
            let mut inside = table.iter_mut();
            if inside.any(|(_, child)| insert(child, span, name, value.clone())) {
                return true;
            }
            if is_here {
                table.insert(Spanned::new(NOWHERE, name.to_owned().into()), Spanned::new(NOWHERE, value));
            }
            is_here
        }
        DeValue::Array(items) => items.iter_mut().any(|item| insert(item, span, name, value.clone())),
        _ => false,
    }
}

/// Takes out what stands at `span`, else the least that has it within; the place of the table that it stood in, and its
/// name there. None where that is all of the file.
fn take_out(node: &mut Node<'_>, span: &Span) -> Option<(Span, String)> {
    let place = node.span();
    match node.get_mut() {
        DeValue::Table(table) => {
            if let Some(entry) = table.iter_mut().find_map(|(_, child)| take_out(child, span)) {
                return Some(entry);
            }
            let has = |at: Span| at.start <= span.start && span.end <= at.end;
            let name = table.iter().find(|(key, child)| has(key.span()) || has(child.span()));
            let name = name.map(|(key, _)| key.get_ref().to_string())?;
            table.remove(name.as_str());
            Some((place, name))
        }
        DeValue::Array(items) => {
            if let Some(entry) = items.iter_mut().find_map(|item| take_out(item, span)) {
                return Some(entry);
            }
            let at = items.iter().position(|item| item.span().start <= span.start && span.end <= item.span().end)?;
            let mut left = DeArray::new();
            items.iter().enumerate().filter(|(index, _)| *index != at).for_each(|(_, item)| left.push(item.clone()));
            *items = left;
            Some((place, String::new()))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::super::manifest::Manifest;
    use super::*;

    const HEAD: &str = "format = 1\nid = 'l'\nversion = '1'\ntitle = { ja = 't', en = 't' }\n";

    fn places(text: &str) -> Vec<(usize, usize)> {
        let table = DeTable::parse(text).unwrap();
        let (_, faults) = read::<Manifest>(SourceText { file: "f", text }, &table);
        faults.into_iter().filter_map(|fault| fault.position).collect()
    }

    #[test_case("steps = []", &[]; "none")]
    #[test_case("colour = 1\nshape = 2\nsteps = 3", &[(5, 1), (6, 1), (7, 9)]; "at the top")]
    #[test_case("[[steps]]\nid = 1\ntitle = 2\n[[steps]]\nid = 3", &[(6, 6), (7, 9), (9, 6), (8, 1)]; "of several steps")]
    #[test_case("[[steps]]\nid = '1'\ntitle.ja = 't'\n[[steps.checks]]\nid = 'a'\nkind.vcp = {}\n[[steps.checks]]\nkind.vpc = { vcp = 1 }\nwhy = 4", &[(7, 1), (10, 6), (12, 14), (12, 12), (11, 1), (13, 7)]; "of several checks")]
    fn every_fault_is_told_once(text: &str, expected: &[(usize, usize)]) {
        let mut found = places(&format!("{HEAD}{text}"));
        let mut expected = expected.to_vec();
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected);
    }

    #[test]
    fn what_is_left_is_read() {
        let text = format!("{HEAD}x = 1\n[[steps]]\nid = '1'\ntitle = {{ ja = 't', en = 't' }}\n");
        let (manifest, _) = read::<Manifest>(SourceText { file: "f", text: &text }, &DeTable::parse(&text).unwrap());
        assert_eq!(manifest.unwrap().steps.len(), 1);
    }
}
