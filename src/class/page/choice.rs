//! Which learners the page shows, and in which order: a choice that needs no script. The inputs stand before the table, and the
//! style writer in the page shows what is chosen.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::Writer;
use crate::class::row::{Row, Standing};
use crate::i18n::Text;
use crate::msg;

/// The learners that one can ask for.
#[derive(Clone, Copy)]
enum Show {
    All,
    Stuck,
    Failed,
    Waiting,
    NotBegun,
    Done,
    Unknown,
    Marked,
}

impl Show {
    const ALL: [Self; 8] =
        [Self::All, Self::Stuck, Self::Failed, Self::Waiting, Self::NotBegun, Self::Done, Self::Unknown, Self::Marked];

    /// The id of its input, and the class of the rows that it shows.
    fn id(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Stuck => "stuck",
            Self::Failed => "failed",
            Self::Waiting => "waiting",
            Self::NotBegun => "begun",
            Self::Done => "done",
            Self::Unknown => "unknown",
            Self::Marked => "marked",
        }
    }

    fn words(self, count: usize) -> Text {
        match self {
            Self::All => msg!(class_show_all, count = count),
            Self::Stuck => msg!(class_show_stuck, count = count),
            Self::Failed => msg!(class_show_failed, count = count),
            Self::Waiting => msg!(class_show_waiting, count = count),
            Self::NotBegun => msg!(class_show_not_begun, count = count),
            Self::Done => msg!(class_show_done, count = count),
            Self::Unknown => msg!(class_show_unknown, count = count),
            Self::Marked => msg!(class_show_marked, count = count),
        }
    }
}

/// The orders, by the id of the input.
/// What a way to order rows is called.
type Name = fn() -> Text;

const ORDERS: [(&str, Name); 4] = [
    ("by-need", || msg!(board_sort_urgency)),
    ("by-time", || msg!(board_sort_time)),
    ("by-step", || msg!(board_sort_step)),
    ("by-name", || msg!(board_sort_name)),
];

impl Writer<'_> {
    /// The inputs with their labels.
    pub(super) fn choice(&mut self) {
        self.element("h2", "", &msg!(class_page_learners));
        for show in Show::ALL {
            let count = self.material.rows.iter().filter(|row| self.is_shown(row, show)).count();
            if count > 0 || matches!(show, Show::All) {
                let id = format!("show-{}", show.id());
                self.input("show", &id, &show.words(count), matches!(show, Show::All));
            }
        }
        self.html.empty("br", &[]);
        for (index, (id, words)) in ORDERS.iter().enumerate() {
            self.input("order", id, &words(), index == 0);
        }
    }

    fn input(&mut self, group: &str, id: &str, label: &Text, is_first: bool) {
        let mut input = vec![("type", "radio".to_owned()), ("name", group.to_owned()), ("id", id.to_owned())];
        input.extend(is_first.then(|| ("checked", "checked".to_owned())));
        self.html.empty("input", &input);
        let said = self.localizer.say(label);
        self.html.text("label", &[("for", id.to_owned())], &said);
    }

    fn is_shown(&self, row: &Row, show: Show) -> bool {
        let standing = row.standing();
        match show {
            Show::All => true,
            Show::Stuck => row.is_stuck(self.material.now, self.material.limit),
            Show::Failed => standing == Standing::Failed,
            Show::Waiting => matches!(standing, Standing::Waiting | Standing::Turn),
            Show::NotBegun => standing == Standing::NotBegun,
            Show::Done => standing == Standing::Finished,
            Show::Unknown => matches!(standing, Standing::Unread | Standing::Unknown),
            Show::Marked => row.is_marked(),
        }
    }

    /// The classes of a learner's row: what it is shown for.
    pub(super) fn classes(&self, row: &Row) -> String {
        let shown = Show::ALL.into_iter().skip(1).filter(|show| self.is_shown(row, *show));
        shown.map(Show::id).collect::<Vec<_>>().join(" ")
    }

    /// Where every row stands in each order but the first, for the style: by time, step and name.
    pub(super) fn places(&self) -> Vec<String> {
        let (rows, now) = (self.material.rows, self.material.now);
        let rank = |compare: &dyn Fn(&Row, &Row) -> std::cmp::Ordering| {
            let mut order: Vec<usize> = (0..rows.len()).collect();
            order.sort_by(|one, two| compare(&rows[*one], &rows[*two]));
            order.into_iter().enumerate().map(|(place, index)| (index, place)).collect::<HashMap<usize, usize>>()
        };
        let step = |row: &Row| (row.standing() == Standing::Unread, row.done());
        let by_time = rank(&|one, two| Reverse(one.standing_for(now)).cmp(&Reverse(two.standing_for(now))));
        let by_step = rank(&|one, two| step(one).cmp(&step(two)));
        let by_name = rank(&|one, two| one.name.cmp(&two.name));
        let style = |index: usize| format!("--t:{};--s:{};--n:{}", by_time[&index], by_step[&index], by_name[&index]);
        (0..rows.len()).map(style).collect()
    }
}
