//! Whose account this is, when it was read and by what; and what such a page can't prove.

use super::Writer;
use crate::i18n::Text;
use crate::msg;
use crate::times::offset;

impl Writer<'_> {
    pub(super) fn about(&mut self) {
        self.open("header", "");
        self.element("p", "kind", &msg!(evidence_kind));
        let title = Text::Lesson(self.lesson.title.clone());
        self.element("h1", "", &title);
        if self.evidence.simulated {
            self.element("p", "notice", &msg!(evidence_simulated));
        }
        if self.evidence.shortened {
            self.element("p", "notice", &msg!(evidence_shortened));
        }
        self.facts();
        self.close();
    }

    fn facts(&mut self) {
        self.open("dl", "");
        for (label, text) in self.facts_of_page() {
            self.open("div", "");
            self.element("dt", "", &label);
            self.element("dd", "", &text);
            self.close();
        }
        self.close();
    }

    fn facts_of_page(&self) -> Vec<(Text, Text)> {
        let evidence = self.evidence;
        let known = |value: Option<&str>| value.map_or_else(|| msg!(account_unknown), Text::verbatim);
        let clock = self.clock();
        let read = msg!(evidence_moment, time = self.moment(evidence.snapshot.taken_at), clock = clock.clone());
        let said = evidence.learner.as_ref().map(|said| msg!(evidence_by_word, learner = said.line()));
        let learner = said.map(|said| (msg!(evidence_label_learner), said));
        let mut facts: Vec<(Text, Text)> = learner.into_iter().collect();
        facts.extend([
            (msg!(evidence_label_account), known(evidence.account())),
            (msg!(evidence_label_identity), known(evidence.identity().map(|identity| identity.arn.as_str()))),
            (msg!(evidence_label_region), known(evidence.region())),
            (msg!(evidence_label_read), read),
            (msg!(evidence_label_lesson), Text::verbatim(format!("{} {}", evidence.lesson, evidence.lesson_version))),
            (msg!(evidence_label_tool), Text::verbatim(format!("ec-site-tutor {}", evidence.tool))),
        ]);
        if !evidence.values.is_empty() {
            let values = evidence.values.iter().map(|(name, value)| format!("{name} = {value}"));
            facts.push((msg!(evidence_label_values), Text::list(values)));
        }
        if evidence.left_out > 0 {
            facts.push((msg!(evidence_label_left_out), msg!(evidence_left_out, count = evidence.left_out)));
        }
        facts.push((msg!(evidence_label_fingerprint), Text::verbatim(self.fingerprint)));
        facts
    }

    /// How the learner's clock stands to UTC.
    fn clock(&self) -> String {
        offset(self.evidence.snapshot.taken_at, self.zone)
    }

    pub(super) fn limits(&mut self) {
        self.open("footer", "");
        self.element("h2", "", &msg!(evidence_limits_title));
        self.element("p", "", &msg!(evidence_limits_shows));
        self.element("p", "", &msg!(evidence_limits_word));
        self.element("p", "", &msg!(evidence_limits_forged));
        self.close();
    }
}
