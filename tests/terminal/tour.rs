//! The whole demo from the welcome to the last word, and what is left of it the next day.

use std::collections::BTreeMap;
use std::path::Path;

use ec_site_tutor_core::demo::SimulatedAccount;
use ec_site_tutor_core::i18n::Language;
use ec_site_tutor_core::lesson::exercise::{Choice, Form};
use ec_site_tutor_core::lesson::{Lesson, Pack, Step, load};
use ec_site_tutor_core::progress::Store;
use ec_site_tutor_core::verify::Check;
use ec_site_tutor_testing::program::Terminal;
use jiff::Timestamp;

use super::{DEMO_ACCOUNT, ENTER, home};

const ESCAPE: &str = "\u{1b}";

/// What the tour looks for in one language.
struct Words {
    language: Language,
    columns: u16,
    rows: u16,
    welcome: &'static str,
    done: &'static str,
    actions: &'static str,
    acted: &'static str,
    task: fn(usize, usize) -> String,
    right: &'static str,
    not_right: &'static str,
    keep: &'static str,
    /// Under the hint.
    hint: &'static str,
    /// Under the model answer.
    model_answer: &'static str,
    answer: &'static str,
    the_end: &'static str,
    reminder: &'static str,
}

const JAPANESE: Words = Words {
    language: Language::Ja,
    columns: 80,
    rows: 24,
    welcome: "ようこそ",
    done: "✓ 完了",
    actions: "シミュレーション上のアカウントで、何をしますか？",
    acted: "を実行しました",
    task: |number, count| format!("問題 {number} / {count}"),
    right: "正解です",
    not_right: "正解ではありません",
    keep: "保存して閉じる",
    hint: "h で模範解答を開きます",
    model_answer: "正解は1つではありません",
    answer: "お店を守るためです。",
    the_end: "最後のステップまで完了しました",
    reminder: "本物のアカウントなら、このラボの料金がかかり続けます",
};

const ENGLISH: Words = Words {
    language: Language::En,
    columns: 120,
    rows: 40,
    welcome: "Welcome",
    done: "✓ done",
    actions: "What do you do in the simulated account?",
    acted: "Simulated:",
    task: |number, count| format!("Task {number} of {count}"),
    right: "Right.",
    not_right: "Not quite.",
    keep: "keep and close",
    hint: "h: a model answer",
    model_answer: "It isn't the only right one",
    answer: "Because the shop is safer.",
    the_end: "That was the last step: the lesson is done",
    reminder: "On a real account, this lab would go on costing",
};

/// A learner with a terminal, and beside them an account of their own in which the same is done: it tells what can be.
struct Tour<'a> {
    words: &'a Words,
    lesson: Lesson,
    simulated: SimulatedAccount,
    terminal: Terminal,
}

impl Tour<'_> {
    /// The step is on the screen; it is done from here to its end.
    fn do_step(&mut self, step: &Step) {
        self.act(step);
        let tasks = step.exercise.as_ref().map(|exercise| exercise.tasks.as_slice()).unwrap_or_default();
        // The secret is entered by those who want their own script; the other exercises are what their step is about.
        if step.checks.iter().any(Check::is_exercise) {
            self.terminal.press("e");
            for (index, task) in tasks.iter().enumerate() {
                self.terminal.shows(&[&(self.words.task)(index + 1, tasks.len())]);
                match &task.form {
                    Form::Choice(choices) => self.choose(choices),
                    Form::Open(_) => self.write(index + 1),
                    Form::Value(_) | Form::Report(_) => {}
                }
                self.terminal.press(ENTER);
            }
        }
        let told = step.checks.iter().filter(|check| check.needs().is_empty() && !check.is_exercise()).count();
        if told > 0 {
            // The first shows the lines.
            self.terminal.press(&"y".repeat(told + 1));
        }
        self.terminal.shows(&[&self.title(step, self.words.done)]);
    }

    /// Performs what the lesson asks for in a step.
    fn act(&mut self, step: &Step) {
        let mut done = Vec::new();
        loop {
            let actions = self.simulated.actions(&step.id, Timestamp::now());
            let right = actions.iter().position(|action| action.right && !done.contains(&action.id));
            let Some(index) = right else { return };
            self.terminal.press("d");
            self.terminal.shows(&[self.words.actions, "▸ 1  "]);
            self.terminal.press(&(index + 1).to_string());
            // A look of the tutor's own may have come just then.
            self.terminal.shows_one(&[self.words.acted, &self.title(step, self.words.done)]);
            self.simulated.perform(actions[index].id, Timestamp::now());
            done.push(actions[index].id);
        }
    }

    /// Every option before the right one, and the right one.
    fn choose(&mut self, choices: &[Choice]) {
        for (index, choice) in choices.iter().enumerate() {
            self.terminal.press(&(index + 1).to_string());
            let (sign, judged) = if choice.right { ("✓", self.words.right) } else { ("✗", self.words.not_right) };
            self.terminal.shows(&[&format!("{sign} {}  ", index + 1), judged]);
            if choice.right {
                return;
            }
        }
        panic!("no option is right");
    }

    /// An answer of two lines in the learner's own words, then the hint and the model answer.
    fn write(&mut self, number: usize) {
        let answer = format!("{number}. {}", self.words.answer);
        self.terminal.press("e");
        self.terminal.shows(&[self.words.keep]);
        self.terminal.press(&answer);
        self.terminal.press(ENTER);
        self.terminal.press("2/2");
        self.terminal.shows(&[&answer, "2/2"]);
        self.terminal.press(ESCAPE);
        self.terminal.shows(&[&answer, &(self.words.task)(number, 3)]);
        self.terminal.press("h");
        self.terminal.shows(&[self.words.hint]);
        self.terminal.press("h");
        // It may be longer than the window.
        self.terminal.press("G");
        self.terminal.shows(&[self.words.model_answer]);
    }

    /// The line at the head of a step in this state.
    fn title(&self, step: &Step, state: &str) -> String {
        format!("{}  {} {state}", step.id, step.title.get(self.words.language))
    }

    /// From the welcome through every step to the end.
    fn walk(&mut self) {
        self.terminal.shows(&[self.words.welcome, DEMO_NUMBER]);
        self.terminal.press(ENTER);
        self.terminal.shows(&["▸ * preflight"]);
        self.terminal.press(ENTER);
        let steps = self.lesson.steps.clone();
        for (index, step) in steps.iter().enumerate() {
            self.terminal.shows(&[&self.title(step, "")]);
            self.do_step(step);
            if index + 1 < steps.len() {
                self.terminal.press("n");
            }
        }
        self.terminal.shows(&[self.words.the_end]);
        self.terminal.press("q");
        assert_eq!(self.terminal.ends(), 0);
        self.terminal.shows(&[self.words.reminder]);
    }
}

const DEMO_NUMBER: &str = "000000000000";

fn begin(home: &Path, words: &Words) -> Terminal {
    Terminal::start(home, words.columns, words.rows, &["--demo", "--lang", words.language.tag()], &[])
}

fn tour(words: &Words) {
    let home = home();
    let lesson = load(&Pack::Embedded, &BTreeMap::new()).unwrap();
    let simulated = SimulatedAccount::new(&lesson, Timestamp::now());
    let mut tour = Tour { words, lesson, simulated, terminal: begin(home.path(), words) };
    tour.walk();
    let store = Store::new(home.path().join("state/ec-site-tutor/demo"));
    let progress = store.load(DEMO_ACCOUNT, &tour.lesson.id).unwrap();
    for step in &tour.lesson.steps {
        assert!(progress.passed.contains_key(&step.id), "{}", step.id);
    }
    let answers: Vec<&str> = progress.answers.values().map(|entry| entry.text.as_str()).collect();
    let written: Vec<String> = (1..=3).map(|number| format!("{number}. {}\n2/2", words.answer)).collect();
    assert!(written.iter().all(|answer| answers.contains(&answer.as_str())), "{answers:?}");
    // The next day begins where this one ended, and the answers are there to be read.
    let mut again = begin(home.path(), words);
    again.shows(&["✓ why", "▸ ✓ glossary"]);
    again.press("k");
    again.press(ENTER);
    again.press("e");
    again.shows(&[&format!("1. {}", words.answer), "2/2"]);
    again.press("q");
    assert_eq!(again.ends(), 0);
}

#[test]
fn the_whole_demo_in_japanese_in_a_small_window() {
    tour(&JAPANESE);
}

#[test]
fn the_whole_demo_in_english_in_a_large_window() {
    tour(&ENGLISH);
}
