//! Who is who among rows that were given: several of one learner become the last of them, and nobody becomes another. Pure.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::class::{Recorder, Row, UNKNOWN_ID};

/// Whose row it is, as far as that can be told.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Owner {
    key: String,
    name: String,
    /// Told only where rows of one key and name are of several accounts.
    account: Option<String>,
    /// A row that tells nobody's account is nobody else's, either.
    alone: Option<usize>,
}

/// The last row of every learner, in the order in which they first came, and what all rows together tell of the past.
pub fn settle(mut rows: Vec<Row>) -> (Vec<Row>, Recorder) {
    let owners = owners(&rows);
    let order = in_order(&owners);
    let places = places(&order, &rows, &owners);
    for (row, owner) in rows.iter_mut().zip(&owners) {
        if let Some(place) = places.get(owner) {
            row.place = Some(*place);
        }
    }
    let keys: Vec<String> = order.iter().map(|owner| key_of(owner, &owners, &rows)).collect();
    rows.sort_by_key(|row| row.read_at);
    let mut recorder = Recorder::default();
    let mut last = HashMap::new();
    for row in rows {
        let row = recorder.note(row);
        last.insert(row.key(), row);
    }
    (keys.iter().filter_map(|key| last.remove(key)).collect(), recorder)
}

fn owners(rows: &[Row]) -> Vec<Owner> {
    let mut accounts: BTreeMap<(String, &str), BTreeSet<&str>> = BTreeMap::new();
    for row in rows {
        accounts.entry((row.key(), &row.name)).or_default().extend(row.account.as_deref());
    }
    let owner = |(index, row): (usize, &Row)| {
        let is_ambiguous = accounts.get(&(row.key(), row.name.as_str())).is_some_and(|accounts| accounts.len() > 1);
        Owner {
            key: row.key(),
            name: row.name.clone(),
            account: row.account.clone().filter(|_| is_ambiguous),
            alone: (row.id == UNKNOWN_ID && row.account.is_none()).then_some(index),
        }
    };
    rows.iter().enumerate().map(owner).collect()
}

/// Each once, as they first come.
fn in_order(owners: &[Owner]) -> Vec<Owner> {
    let mut known = BTreeSet::new();
    owners.iter().filter(|owner| known.insert(*owner)).cloned().collect()
}

/// The places of those whose id is that of others, too.
fn places(order: &[Owner], rows: &[Row], owners: &[Owner]) -> BTreeMap<Owner, usize> {
    let ids: BTreeMap<&Owner, &str> = owners.iter().zip(rows).map(|(owner, row)| (owner, row.id.as_str())).collect();
    let mut shared: BTreeMap<&str, usize> = BTreeMap::new();
    for id in ids.values() {
        *shared.entry(id).or_default() += 1;
    }
    let is_shared = |owner: &Owner| ids.get(owner).and_then(|id| shared.get(id)).is_some_and(|count| *count > 1);
    let places = order.iter().enumerate().filter(|(_, owner)| is_shared(owner));
    places.map(|(index, owner)| (owner.clone(), index + 1)).collect()
}

fn key_of(owner: &Owner, owners: &[Owner], rows: &[Row]) -> String {
    let row = owners.iter().position(|known| known == owner).and_then(|index| rows.get(index));
    row.map(Row::key).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;

    fn row(id: &str, name: &str, account: Option<&str>, second: i64) -> Row {
        let row = Row::of_marks(id, "l", Timestamp::from_second(second).unwrap(), Vec::new(), None);
        Row { name: name.to_owned(), account: account.map(str::to_owned), ..row }
    }

    fn settled(rows: Vec<Row>) -> Vec<(String, String, i64)> {
        let rows = settle(rows).0;
        rows.into_iter().map(|row| (row.id, row.name, row.read_at.as_second())).collect()
    }

    fn told(rows: &[(&str, &str, i64)]) -> Vec<(String, String, i64)> {
        rows.iter().map(|(id, name, second)| ((*id).to_owned(), (*name).to_owned(), *second)).collect()
    }

    #[test]
    fn the_last_row_of_a_learner_stands_for_all_of_them() {
        let rows = vec![
            row("1", "a", None, 10),
            row("2", "b", Some("x"), 10),
            row("1", "a", Some("y"), 30),
            row("1", "a", Some("y"), 20),
        ];
        assert_eq!(settled(rows), told(&[("1", "a", 30), ("2", "b", 10)]));
    }

    #[test]
    fn rows_of_one_id_and_two_names_or_two_accounts_are_two_learners() {
        let names = vec![row("1", "a", None, 10), row("1", "b", None, 20)];
        assert_eq!(settled(names), told(&[("1", "a", 10), ("1", "b", 20)]));
        let accounts = vec![row("1", "a", Some("x"), 10), row("1", "a", Some("y"), 20), row("1", "a", Some("x"), 30)];
        assert_eq!(settled(accounts), told(&[("1", "a", 30), ("1", "a", 20)]));
    }

    #[test]
    fn rows_that_share_an_id_in_their_roster_stay_apart() {
        let twin = |place| Row { place: Some(place), ..row("1", "a", None, 10) };
        assert_eq!(settled(vec![twin(2), twin(5)]).len(), 2);
    }

    #[test]
    fn documents_that_tell_no_account_are_not_one_learner() {
        let unknown = || row(UNKNOWN_ID, UNKNOWN_ID, None, 10);
        let rows = settle(vec![unknown(), unknown(), unknown()]).0;
        let keys: BTreeSet<String> = rows.iter().map(Row::key).collect();
        assert_eq!((rows.len(), keys.len()), (3, 3));
    }
}
