//! What rests on the learner's word alone: confirmations, placements, answers, the tutor's own load. Always marked as that.

use super::Writer;
use crate::i18n::Text;
use crate::lesson::Step;
use crate::lesson::exercise::{Form, Task};
use crate::msg;
use crate::progress::{Entered, first_tries, is_answered};
use crate::verify::Status;

impl Writer<'_> {
    pub(super) fn words(&mut self) {
        self.open("section", "own");
        self.element("h2", "", &msg!(evidence_words_title));
        self.element("p", "word", &msg!(evidence_words_about));
        self.confirmations();
        let lesson = self.lesson;
        for step in &lesson.steps {
            self.answers(step);
        }
        if let Some(run) = &self.evidence.record.load {
            let time = self.moment(run.at);
            self.element(
                "p",
                "",
                &msg!(evidence_own_load, time = time, answered = run.answered, count = run.per_target),
            );
        }
        self.drills();
        self.close();
    }

    /// How drills went on the simulated account.
    fn drills(&mut self) {
        let drills = &self.evidence.record.drills;
        if drills.is_empty() {
            return;
        }
        self.element("h3", "", &msg!(evidence_drills_title));
        self.element("p", "note", &msg!(evidence_drills_about));
        self.open("ul", "");
        for (id, run) in drills {
            let how = if run.solved { msg!(evidence_drill_solved) } else { msg!(evidence_drill_told) };
            let (seed, time) = (run.seed.to_string(), self.moment(run.at));
            let line = msg!(evidence_drill, drill = id, seed = seed, how = how, result = run.result(), time = time);
            self.element("li", "", &line);
        }
        self.close();
    }

    fn confirmations(&mut self) {
        let (report, record) = (self.report, &self.evidence.record);
        let checks = report.steps.iter().flat_map(|step| step.checks.iter().map(move |check| (step, check)));
        let manual = checks.filter(|(_, check)| check.verdict.status == Status::Manual);
        let told: Vec<_> = manual.filter(|(step, check)| record.is_attested(&step.id, &check.id)).collect();
        self.element("h3", "", &msg!(evidence_confirmations_title));
        if told.is_empty() {
            self.element("p", "", &msg!(evidence_confirmations_nothing));
            return;
        }
        self.open("ul", "");
        for (step, check) in told {
            self.element("li", "", &msg!(evidence_statement, step = &step.id, text = check.expected.clone()));
        }
        self.close();
    }

    /// The exercise of a step: how it came out, and the answers in the learner's own words.
    fn answers(&mut self, step: &Step) {
        let Some(exercise) = &step.exercise else { return };
        let open: Vec<&Task> = exercise.tasks.iter().filter(|task| matches!(task.form, Form::Open(_))).collect();
        let choices: Vec<&Task> = exercise.tasks.iter().filter(|task| matches!(task.form, Form::Choice(_))).collect();
        if open.is_empty() && choices.is_empty() {
            return;
        }
        let title = Text::Lesson(step.title.clone());
        self.element("h3", "", &title);
        if !choices.is_empty() {
            let right = choices.iter().filter(|task| is_answered(&step.id, task, &self.evidence.record)).count();
            self.element("p", "", &msg!(evidence_choices, right = right, all = choices.len()));
            if let Some((right, all)) = first_tries(step, &self.evidence.record) {
                self.element("p", "", &msg!(evidence_first_tries, right = right, all = all));
            }
            self.recalls(step, &choices);
        }
        for task in open {
            self.answer(step, task);
        }
    }

    /// What came of guesses that were asked again on a later day.
    fn recalls(&mut self, step: &Step, choices: &[&Task]) {
        let record = &self.evidence.record;
        let again = choices.iter().filter_map(|task| task.choice(record.recalled(&step.id, &task.id)?));
        let again: Vec<bool> = again.map(|choice| choice.right).collect();
        if !again.is_empty() {
            let right = again.iter().filter(|right| **right).count();
            self.element("p", "", &msg!(evidence_recalled, right = right, all = again.len()));
        }
    }

    fn answer(&mut self, step: &Step, task: &Task) {
        let evidence = self.evidence;
        let entry: Option<&Entered> = evidence.record.answers.get(&format!("{}/{}", step.id, task.id));
        self.open("div", "answer");
        self.element("p", "question", &Text::Lesson(task.question.clone()));
        match entry.filter(|entry| !entry.text.trim().is_empty()) {
            Some(entry) => {
                self.open("blockquote", "");
                for line in entry.text.lines() {
                    self.html.text("p", &[], line);
                }
                self.close();
                let time = self.moment(entry.at);
                self.element("p", "word", &msg!(evidence_written, time = time));
                if let Form::Open(open) = &task.form
                    && !open.points.is_empty()
                {
                    let ticked = evidence.record.ticked(&step.id, &task.id).len();
                    self.element("p", "word", &msg!(evidence_ticked, ticked = ticked, all = open.points.len()));
                }
            }
            None => self.element("p", "", &msg!(evidence_not_answered)),
        }
        self.close();
    }
}
