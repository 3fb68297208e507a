//! What the account itself shows: its wiring, its alarms and its scaling activities.

use super::Writer;
use crate::map::{Wiring, svg_within};
use crate::msg;

impl Writer<'_> {
    pub(super) fn map(&mut self) {
        let Some(wiring) = Wiring::of(self.lesson, &self.evidence.snapshot, self.report) else { return };
        self.open("section", "map");
        self.element("h2", "", &msg!(evidence_map_title));
        let prefix = format!("map-{}-", self.localizer.language().tag());
        let picture = svg_within(&wiring, self.localizer, self.zone, &prefix);
        self.open("div", "picture");
        self.html.include(&picture);
        self.close();
        self.close();
    }

    pub(super) fn history(&mut self) {
        let report = self.report;
        self.open("section", "");
        self.element("h2", "", &msg!(evidence_history_title));
        let told: Vec<_> = report.steps.iter().filter(|step| !step.history.is_empty()).collect();
        if told.is_empty() {
            self.element("p", "", &msg!(evidence_history_nothing));
        }
        for step in told {
            self.open("ul", "history");
            for entry in &step.history {
                self.element("li", "", &entry.said(self.zone, report.checked_at));
            }
            self.close();
        }
        self.close();
    }
}
