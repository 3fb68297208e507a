//! What is handed in, and every step with its checks.

use super::Writer;
use crate::i18n::Text;
use crate::lesson::Item;
use crate::msg;
use crate::report::{CheckReport, StepReport};
use crate::verify::Status;

impl Writer<'_> {
    pub(super) fn items(&mut self) {
        let (lesson, report) = (self.lesson, self.report);
        for (step, judged) in lesson.steps.iter().zip(&report.steps).filter(|(step, _)| !step.items.is_empty()) {
            self.open("section", "");
            self.element("h2", "", &Text::Lesson(step.title.clone()));
            self.open("table", "items");
            self.columns(&[msg!(evidence_column_status), msg!(evidence_column_item), msg!(evidence_column_found)]);
            self.open("tbody", "");
            for item in &step.items {
                self.item(item, judged);
            }
            self.close();
            self.close();
            self.close();
        }
    }

    fn item(&mut self, item: &Item, step: &StepReport) {
        let checks: Vec<&CheckReport> = step.checks.iter().filter(|check| item.checks.contains(&check.id)).collect();
        let status = checks.iter().map(|check| check.verdict.status).min().unwrap_or(Status::Passed);
        let confirmed = self.is_confirmed(&step.id, checks.iter().copied());
        self.open("tr", "");
        self.open("td", "");
        self.status(status, confirmed);
        self.close();
        self.element("td", "", &Text::Lesson(item.title.clone()));
        self.open("td", "");
        let mut told: Vec<&Text> = Vec::new();
        for check in checks {
            // Two checks of one item may rest on the same missing thing.
            if !told.contains(&&check.verdict.actual) {
                self.found(step, check);
            }
            told.push(&check.verdict.actual);
        }
        self.close();
        self.close();
    }

    pub(super) fn steps(&mut self) {
        self.open("section", "");
        self.element("h2", "", &msg!(evidence_steps_title));
        let report = self.report;
        let passed = report.steps.iter().filter(|step| step.status == Status::Passed).count();
        let confirmed = report.steps.iter().filter(|step| self.rests_on_word(step)).count();
        let count = msg!(evidence_steps_count, passed = passed, confirmed = confirmed, all = report.steps.len());
        self.element("p", "", &count);
        for step in &report.steps {
            self.step(step);
        }
        self.close();
    }

    fn rests_on_word(&self, step: &StepReport) -> bool {
        step.status == Status::Manual && self.is_confirmed(&step.id, step.checks.iter().filter(|check| check.required))
    }

    fn step(&mut self, step: &StepReport) {
        self.open("section", "step");
        self.open("h3", "");
        self.step_status(step);
        self.html.text("span", &[("class", "id".to_owned())], &step.id);
        self.element("span", "", &Text::Lesson(step.title.clone()));
        self.close();
        if let Some(at) = self.evidence.record.passed.get(&step.id) {
            let at = self.moment(*at);
            self.element("p", "word", &msg!(evidence_first_passed, time = at));
        }
        self.open("table", "checks");
        self.columns(&[msg!(evidence_column_status), msg!(evidence_column_expected), msg!(evidence_column_found)]);
        self.open("tbody", "");
        for check in &step.checks {
            self.check(step, check);
        }
        self.close();
        self.close();
        self.close();
    }

    fn columns(&mut self, titles: &[Text]) {
        self.open("thead", "");
        self.open("tr", "");
        for title in titles {
            let said = self.say(title);
            self.html.text("th", &[("scope", "col".to_owned())], &said);
        }
        self.close();
        self.close();
    }

    fn check(&mut self, step: &StepReport, check: &CheckReport) {
        self.open("tr", "");
        self.open("td", "");
        self.status(check.verdict.status, self.evidence.record.is_attested(&step.id, &check.id));
        self.close();
        self.open("td", "");
        self.element("p", "", &check.expected);
        if !check.required {
            self.element("p", "note", &msg!(evidence_advice));
        }
        self.close();
        self.open("td", "");
        self.found(step, check);
        self.close();
        self.close();
    }

    /// What was found, and why it isn't right; where only the learner can tell, what they told.
    fn found(&mut self, step: &StepReport, check: &CheckReport) {
        let verdict = &check.verdict;
        let mark = self.evidence.record.attested.get(&format!("{}/{}", step.id, check.id));
        match mark.filter(|mark| mark.holds && verdict.status == Status::Manual) {
            Some(mark) => {
                let time = self.moment(mark.at);
                self.element("p", "word", &msg!(evidence_confirmed, time = time));
            }
            None if verdict.status == Status::Manual => self.element("p", "", &msg!(evidence_not_confirmed)),
            None => self.element("p", "", &verdict.actual),
        }
        if let Some(diagnosis) = check.diagnosis.as_ref().filter(|_| verdict.status != Status::Manual) {
            self.element("p", "note", &msg!(line_cause, text = diagnosis.cause.text.clone()));
        }
    }
}
