//! The learners, a row each.

use super::Writer;
use crate::class::row::{Look, Row};
use crate::class::summary::Column;
use crate::class::words::{length, look, marks, reason, said, standing, told};
use crate::i18n::Text;
use crate::msg;
use crate::text::visible;
use crate::verify::Status;

impl Writer<'_> {
    pub(super) fn learners(&mut self) {
        let rows = self.material.rows;
        self.legend();
        self.open("table", "learners");
        self.heads();
        self.open("tbody", "");
        for (row, places) in rows.iter().zip(self.places()) {
            self.learner(row, places);
        }
        self.html.close();
        self.html.close();
    }

    /// What the signs mean, for paper too.
    fn legend(&mut self) {
        let statuses =
            [Status::Passed, Status::Failed, Status::Waiting, Status::Unknown, Status::Manual, Status::Skipped];
        let looks = statuses.into_iter().map(Look::Status).chain([Look::NotReached]).map(look);
        let signs = looks.map(|(sign, word)| msg!(board_whole, sign = sign, word = word)).collect();
        self.element("p", "note", &Text::List(signs));
        let steps = self.material.columns.iter().map(|column| column.id.as_str()).collect::<Vec<_>>().join(" ");
        self.element("p", "note", &msg!(class_page_order, steps = steps));
    }

    fn heads(&mut self) {
        self.open("thead", "");
        self.open("tr", "");
        for label in
            [msg!(class_name), msg!(class_now_at), msg!(class_since), msg!(class_page_steps), msg!(class_reason)]
        {
            let said = self.localizer.say(&label);
            self.html.text("th", &[("scope", "col".to_owned())], &said);
        }
        self.html.close();
        self.html.close();
    }

    fn learner(&mut self, row: &Row, places: String) {
        let material = self.material;
        let language = self.localizer.language();
        let classes = self.classes(row);
        let class = (!classes.is_empty()).then_some(("class", classes));
        let attributes: Vec<_> = class.into_iter().chain([("style", places)]).collect();
        self.html.open("tr", &attributes);
        let name = visible(&row.name).into_owned();
        self.html.text("th", &[("title", visible(&row.id).into_owned())], &name);
        let (sign, word) = standing(row);
        let step = row.current.clone().unwrap_or_default();
        self.element("td", "now", &msg!(class_cell, sign = sign, step = step, word = word));
        let since = row.standing_for(material.now).map_or_else(|| Text::verbatim(""), length);
        self.element("td", "time", &since);
        self.marks(row);
        self.open("td", "");
        for (heading, value) in &row.more {
            self.element("p", "note", &msg!(class_more, heading = heading, value = value));
        }
        let finished = row.finished_at.map(|at| msg!(class_finished_at, time = at));
        let told = [("", reason(row, language)), ("", finished), ("note", said(row)), ("note", told(row))];
        for (class, text) in told.into_iter().chain([("marks", marks(row, language))]) {
            if let Some(text) = text {
                self.element("p", class, &text);
            }
        }
        self.html.close();
        self.html.close();
    }

    /// A sign a step, in the order of the steps; those that look alike together, so that thousands of rows stay small. The cell
    /// before says the word of the current one, and the legend those of the others.
    fn marks(&mut self, row: &Row) {
        self.open("td", "m");
        let seen = |column: &Column| row.look(&column.id);
        let mut rest = self.material.columns;
        while let Some(first) = rest.first() {
            let kind = seen(first);
            let count = rest.iter().take_while(|column| seen(column) == kind).count();
            let sign = kind.map_or(" ", |kind| look(kind).0);
            self.html.text("i", &[("class", kind.map_or("l", class_of).to_owned())], &sign.repeat(count));
            rest = rest.get(count..).unwrap_or_default();
        }
        self.html.close();
    }
}

fn class_of(look: Look) -> &'static str {
    match look {
        Look::Status(Status::Passed) => "p",
        Look::Status(Status::Failed) => "f",
        Look::Status(Status::Waiting) => "w",
        Look::Status(Status::Unknown) => "u",
        Look::Status(Status::Manual) => "h",
        Look::Status(Status::Skipped) | Look::NotReached => "l",
    }
}
