//! What rows are told apart by, and what is said where they can't be. Pure.

/// The id of the mark of rows that share a name.
pub const SAME_NAME: &str = "same-name";
/// The id of the mark of accounts of which a spreadsheet had dropped the zeros.
pub const LOST_ZEROS: &str = "lost-zeros";
/// Of several rows that share something, so many are named.
const NAMED: usize = 3;

/// The key of a row: the id, and its place where another row has that id, too. No id has the sign between the two.
#[must_use]
pub fn key(id: &str, place: Option<usize>) -> String {
    place.map_or_else(|| id.to_owned(), |place| format!("{id}\u{1f}{place}"))
}

/// The labels but the one at `own`, as many as anybody wants to read.
#[must_use]
pub fn others(labels: &[String], own: Option<usize>) -> String {
    let others: Vec<&str> =
        labels.iter().enumerate().filter(|(index, _)| Some(*index) != own).map(|(_, label)| label.as_str()).collect();
    let named = others.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
    if others.len() > NAMED { format!("{named}, +{}", others.len() - NAMED) } else { named }
}
