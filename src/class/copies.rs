//! Compares the rows of a class with each other: what only one learner can have and two of them show is marked in all of
//! them. Which one is the copy can't be told. Pure.

use std::collections::{BTreeMap, BTreeSet};

use super::marks::{SAME_NAME, others};
use super::row::{Reason, Row, Speakers};
use crate::account::demo;
use crate::evidence::Trace;
use crate::i18n::Text;
use crate::msg;

/// Learners of one class start things in the same second now and then, but not so often.
const FEWEST_TIMES: usize = 3;
/// Of rows that share one trace, not more are compared each with each.
const MOST_PAIRS: usize = 64;

/// What two rows may share, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    Id,
    Name,
    Account,
    Snapshot,
    Record,
    Resources,
    Times,
    Answers,
}

impl Likeness {
    const ALL: [Self; 8] = [
        Self::Id,
        Self::Name,
        Self::Account,
        Self::Snapshot,
        Self::Record,
        Self::Resources,
        Self::Times,
        Self::Answers,
    ];

    fn id(self) -> &'static str {
        match self {
            Self::Id => "same-id",
            Self::Name => SAME_NAME,
            Self::Account => "same-account",
            Self::Snapshot => "same-snapshot",
            Self::Record => "same-record",
            Self::Resources => "same-resources",
            Self::Times => "same-times",
            Self::Answers => "same-answers",
        }
    }

    fn words(self, row: &Row, others: &str) -> Text {
        match self {
            Self::Account => {
                msg!(class_same_account, account = row.account.clone().unwrap_or_default(), others = others)
            }
            Self::Id => msg!(class_same_id, id = &row.id, others = others),
            Self::Name => msg!(class_same_name, name = &row.name, others = others),
            Self::Snapshot => msg!(class_same_snapshot, others = others),
            Self::Record => msg!(class_same_record, others = others),
            Self::Resources => msg!(class_same_resources, others = others),
            Self::Times => msg!(class_same_times, others = others),
            Self::Answers => msg!(class_same_answers, others = others),
        }
    }

    /// What says no more where a surer likeness of what was read was told of the two rows.
    fn follows(self) -> bool {
        match self {
            Self::Resources | Self::Times => true,
            Self::Id | Self::Name | Self::Account | Self::Snapshot | Self::Record | Self::Answers => false,
        }
    }

    /// What everybody sees who reads the same account.
    fn is_of_reading(self) -> bool {
        match self {
            Self::Account | Self::Snapshot | Self::Resources | Self::Times => true,
            Self::Id | Self::Name | Self::Record | Self::Answers => false,
        }
    }

    /// What says that both rows show one and the same account.
    fn is_of_account(self) -> bool {
        match self {
            Self::Account | Self::Snapshot | Self::Resources => true,
            Self::Id | Self::Name | Self::Record | Self::Times | Self::Answers => false,
        }
    }
}

/// Tells of every row what it shares with others, in the place of what was told before. What its marks say already is not
/// said again.
pub fn compare<'a>(rows: impl IntoIterator<Item = &'a mut Row>) {
    let mut rows: Vec<&mut Row> = rows.into_iter().collect();
    // From one reading to the next they come in another order; what is said of them doesn't change by that.
    rows.sort_by_key(|row| (row.name.clone(), row.key()));
    let labels: Vec<String> = rows.iter().map(|row| label(row)).collect();
    let found = likenesses(&rows);
    let speakers = if found.is_empty() { None } else { Some(Speakers::default()) };
    for (index, row) in rows.iter_mut().enumerate() {
        row.copies.clear();
        let Some(speakers) = &speakers else { continue };
        for likeness in Likeness::ALL {
            let Some(twins) = found.get(&(index, likeness)) else { continue };
            if row.marks.iter().any(|mark| mark.id.as_deref() == Some(likeness.id())) {
                continue;
            }
            let named: Vec<String> = twins.iter().filter_map(|twin| labels.get(*twin).cloned()).collect();
            let text = likeness.words(row, &others(&named, None));
            row.copies.push(Reason::new(Some(likeness.id()), &text, speakers));
        }
    }
}

fn label(row: &Row) -> String {
    let place = row.place.map(|place| format!(" ({place})")).unwrap_or_default();
    if row.name == row.id { format!("{}{place}", row.name) } else { format!("{} ({}){place}", row.name, row.id) }
}

/// Whether two learners share an account rightly: each has values of the lesson's own, so that what they made is apart there.
fn are_neighbours(one: &Row, two: &Row) -> bool {
    one.account.is_some() && one.account == two.account && one.values != two.values
}

/// By row and likeness, the other rows.
type Found = BTreeMap<(usize, Likeness), BTreeSet<usize>>;

fn likenesses(rows: &[&mut Row]) -> Found {
    let mut found = Found::new();
    let mut told: BTreeSet<(usize, usize)> = BTreeSet::new();
    for likeness in Likeness::ALL {
        for (one, two) in pairs(rows, likeness) {
            if likeness.is_of_reading() && are_neighbours(rows[one], rows[two]) {
                continue;
            }
            if likeness.follows() && told.contains(&(one, two)) {
                continue;
            }
            if likeness.is_of_account() {
                told.insert((one, two));
            }
            found.entry((one, likeness)).or_default().insert(two);
            found.entry((two, likeness)).or_default().insert(one);
        }
    }
    found
}

/// The pairs of rows, the earlier one first, that are alike in this way.
fn pairs(rows: &[&mut Row], likeness: Likeness) -> Vec<(usize, usize)> {
    let mut holders: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, row) in rows.iter().enumerate() {
        for trace in held(row, likeness) {
            holders.entry(trace).or_default().push(index);
        }
    }
    let mut counts: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for holders in holders.values().filter(|holders| holders.len() > 1) {
        for pair in all_pairs(holders) {
            *counts.entry(pair).or_default() += 1;
        }
    }
    let is_enough =
        |(pair, count): &(&(usize, usize), &usize)| likeness != Likeness::Times || **count >= needed(rows, **pair);
    counts.iter().filter(is_enough).map(|(pair, _)| *pair).collect()
}

fn held(row: &Row, likeness: Likeness) -> Vec<&str> {
    let of = |kind: Trace| {
        let is_of = move |trace: &&String| Trace::of(trace) == Some(kind);
        row.traces.iter().filter(is_of).map(String::as_str).collect()
    };
    match likeness {
        Likeness::Id => vec![row.id.as_str()],
        Likeness::Name if row.name == row.id => Vec::new(),
        Likeness::Name => vec![row.name.trim()],
        // Whole classes of the demo share one.
        Likeness::Account => row.account.as_deref().filter(|account| *account != demo::ACCOUNT).into_iter().collect(),
        Likeness::Snapshot => of(Trace::Snapshot),
        Likeness::Record => of(Trace::Record),
        Likeness::Resources => of(Trace::Resource),
        Likeness::Times => of(Trace::Time),
        Likeness::Answers => of(Trace::Answer),
    }
}

/// At least half of what the one with fewer times has.
fn needed(rows: &[&mut Row], (one, two): (usize, usize)) -> usize {
    let count = |index: usize| rows.get(index).map_or(0, |row| held(row, Likeness::Times).len());
    FEWEST_TIMES.max(count(one).min(count(two)).div_ceil(2))
}

fn all_pairs(holders: &[usize]) -> Vec<(usize, usize)> {
    if holders.len() > MOST_PAIRS {
        return holders.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?))).collect();
    }
    let later = |(place, one): (usize, &usize)| {
        let one = *one;
        holders.iter().skip(place + 1).map(move |two| (one, *two)).collect::<Vec<_>>()
    };
    holders.iter().enumerate().flat_map(later).collect()
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;

    fn row(id: &str, account: &str, traces: &[&str]) -> Row {
        let row = Row::of_marks(id, "l", Timestamp::UNIX_EPOCH, Vec::new(), None);
        Row { account: Some(account.to_owned()), traces: traces.iter().map(|&trace| trace.to_owned()).collect(), ..row }
    }

    fn marks(rows: &[Row]) -> Vec<Vec<&str>> {
        let of = |row: &'_ Row| row.copies.iter().filter_map(|mark| mark.id.clone()).collect::<Vec<_>>();
        let all = rows.iter().map(of);
        let known = |id: String| Likeness::ALL.into_iter().map(Likeness::id).find(|known| *known == id).unwrap();
        all.map(|ids| ids.into_iter().map(known).collect()).collect()
    }

    #[test]
    fn what_two_rows_share_marks_both_and_nobody_else() {
        let mut rows = [row("a", "1", &["r1", "t1"]), row("b", "2", &["r1", "t2"]), row("c", "3", &["r2", "t1"])];
        compare(&mut rows);
        assert_eq!(marks(&rows), [vec!["same-resources"], vec!["same-resources"], vec![]]);
        let text = &rows[0].copies[0].text.en;
        assert!(text.contains('b') && !text.contains("c,"), "{text}");
    }

    #[test]
    fn one_account_is_told_once_and_not_by_everything_in_it() {
        let mut rows = [row("a", "1", &["r1", "t1", "a1"]), row("b", "1", &["r1", "t1", "a1"])];
        compare(&mut rows);
        assert_eq!(marks(&rows), [["same-account", "same-answers"], ["same-account", "same-answers"]]);
    }

    #[test]
    fn a_second_in_which_two_learners_started_something_is_no_copy_and_many_are() {
        let times = ["t1", "t2", "t3", "t4", "t5", "t6"];
        let mut rows = [row("a", "1", &times), row("b", "2", &["t1", "t2", "t7"]), row("c", "3", &times[..4])];
        compare(&mut rows);
        assert_eq!(marks(&rows), [vec!["same-times"], vec![], vec!["same-times"]]);
    }

    #[test]
    fn comparing_again_tells_what_holds_now() {
        let mut rows = [row("a", "1", &["k1"]), row("b", "2", &["k1"])];
        compare(&mut rows);
        let first = rows.clone();
        compare(&mut rows);
        assert_eq!(rows, first);
        rows[1].traces.clear();
        compare(&mut rows);
        assert_eq!(marks(&rows), [Vec::<&str>::new(), Vec::new()]);
    }

    #[test]
    fn a_whole_class_with_one_account_is_marked_whole() {
        let mut rows: Vec<Row> = (0..300).map(|number| row(&format!("s{number}"), "1", &[])).collect();
        compare(&mut rows);
        assert!(rows.iter().all(|row| row.copies.len() == 1));
    }

    #[test]
    fn learners_with_names_of_their_own_in_one_account_are_no_copies() {
        let lab = |id: &str, prefix: &str| Row {
            values: BTreeMap::from([("prefix".to_owned(), prefix.to_owned())]),
            ..row(id, "1", &["s1", "r1", "t1", "t2", "t3", "a1"])
        };
        let mut rows = [lab("a", "taro"), lab("b", "hanako"), lab("c", "hanako")];
        compare(&mut rows);
        assert_eq!(marks(&rows)[0], ["same-answers"]);
        assert!(marks(&rows)[1].contains(&"same-account"), "{:?}", marks(&rows));
    }
}
