//! References of the program's texts to the lesson that is learned: to its steps by what they are about, and to its name.

use super::{Arg, Form, Reference, Text};
use crate::msg;
use crate::topic::Topic;

/// Who can tell what references mean.
pub trait Names {
    /// How the step about `topic` is called in a list of several; none where there is none.
    fn step_about(&self, topic: Topic) -> Option<Text>;
    /// How the lesson is called within a sentence.
    fn lesson(&self) -> Text;
}

impl Reference {
    /// What is said of a lesson that nobody knows: no step is named.
    #[must_use]
    pub fn unnamed(&self) -> Text {
        match self {
            Self::Steps(Form::Short | Form::Full, _) => msg!(reference_another_step),
            Self::Steps(Form::First, _) => msg!(reference_first_another_step),
            Self::Steps(Form::InBrackets, _) => Text::verbatim(""),
            Self::Lesson => msg!(reference_this_lesson),
        }
    }

    fn named(&self, names: &dyn Names) -> Text {
        let Self::Steps(form, topics) = self else { return names.lesson() };
        let mut steps: Vec<Text> = Vec::new();
        for step in topics.iter().filter_map(|topic| names.step_about(*topic)) {
            if !steps.contains(&step) {
                steps.push(step);
            }
        }
        match steps.as_slice() {
            [] => self.unnamed(),
            [step] => form.one(step.clone()),
            [first @ .., last] => form.several(Text::List(first.to_vec()), last.clone()),
        }
    }
}

impl Form {
    fn one(self, step: Text) -> Text {
        match self {
            Self::Short => msg!(reference_step, step = step),
            Self::Full => msg!(reference_the_step, step = step),
            Self::First => msg!(reference_first_step, step = step),
            Self::InBrackets => msg!(reference_step_in_brackets, step = step),
        }
    }

    fn several(self, first: Text, last: Text) -> Text {
        match self {
            Self::Short => msg!(reference_steps, first = first, last = last),
            Self::Full => msg!(reference_the_steps, first = first, last = last),
            Self::First => msg!(reference_first_steps, first = first, last = last),
            Self::InBrackets => msg!(reference_steps_in_brackets, first = first, last = last),
        }
    }
}

impl Text {
    /// The same text, said of the lesson that `names` knows.
    #[must_use]
    pub fn of_lesson(self, names: &dyn Names) -> Self {
        match self {
            Self::Message { id, args } => {
                let args = args.into_iter().map(|(name, arg)| (name, arg.of_lesson(names))).collect();
                Self::Message { id, args }
            }
            Self::List(items) => Self::List(items.into_iter().map(|item| item.of_lesson(names)).collect()),
            Self::Lesson(_) | Self::Verbatim(_) => self,
        }
    }
}

impl Arg {
    fn of_lesson(self, names: &dyn Names) -> Self {
        match self {
            Self::Reference(reference) => Self::Text(reference.named(names)),
            Self::Text(text) => Self::Text(text.of_lesson(names)),
            Self::String(_) | Self::Number(_) | Self::Moment(_) => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Language, Localizer};

    struct Lesson(&'static [(Topic, &'static str)]);

    impl Names for Lesson {
        fn step_about(&self, topic: Topic) -> Option<Text> {
            self.0.iter().find(|(about, _)| *about == topic).map(|(_, id)| Text::verbatim(*id))
        }

        fn lesson(&self) -> Text {
            Text::verbatim("my lesson")
        }
    }

    fn said(text: Text, steps: &'static [(Topic, &'static str)]) -> [String; 2] {
        let text = text.of_lesson(&Lesson(steps));
        [Language::Ja, Language::En].map(|language| Localizer::new(language).say(&text))
    }

    #[test]
    fn a_step_is_named_as_the_lesson_names_it_and_none_where_it_has_none() {
        let [ja, en] = said(msg!(effect_zones), &[(Topic::Targets, "a"), (Topic::Load, "b")]);
        assert!(ja.ends_with("（a、b）。") && en.ends_with(" (steps a and b)."), "{ja} {en}");
        let [ja, en] = said(msg!(effect_zones), &[(Topic::Targets, "a"), (Topic::Load, "a")]);
        assert!(ja.ends_with("（a）。") && en.ends_with(" (step a)."), "{ja} {en}");
        let [ja, en] = said(msg!(effect_zones), &[]);
        assert!(!ja.contains('（') && !en.contains('('), "{ja} {en}");
        let [_, en] = said(msg!(effect_vpc), &[]);
        assert!(en.contains("of my lesson can"), "{en}");
    }
}
