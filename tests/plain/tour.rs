//! The whole demo by lines alone, in both languages, with mistakes on the way.

use ec_site_tutor_testing::program::Talk;
use unicode_width::UnicodeWidthChar;

/// More than any step needs.
const MOST: usize = 200;

/// The words of one language that the tour goes by.
struct Words {
    language: &'static str,
    read_on: &'static str,
    done: &'static str,
    last_done: &'static str,
    failed: &'static str,
    no_line_left: &'static str,
    last_hint: &'static str,
    no_hints: &'static str,
    right: &'static str,
    not_right: &'static str,
    kept: &'static str,
    refused: &'static str,
    exercise: &'static str,
    answered: &'static str,
    to_confirm: &'static str,
    picture: &'static str,
    guess: &'static str,
    goodbye: &'static str,
}

const ENGLISH: Words = Words {
    language: "en",
    read_on: "Enter: read on",
    done: " is done.",
    last_done: "Congratulations",
    failed: "failed: ",
    no_line_left: "No line is left",
    last_hint: "That was the last hint",
    no_hints: "This step has no hints",
    right: "Right.",
    not_right: "Not quite.",
    kept: "Your answer is kept",
    refused: "it wasn't kept",
    exercise: "Enter: exercise",
    answered: "Every task is answered",
    to_confirm: ". your word: ",
    picture: "The drawing in words",
    guess: "First a guess",
    goodbye: "Goodbye.",
};

const JAPANESE: Words = Words {
    language: "ja",
    read_on: "Enter: 続きを読む",
    done: "が完了しました",
    last_done: "おめでとうございます",
    failed: "不合格: ",
    no_line_left: "すべて確認済みです",
    last_hint: "ヒントはこれで全部です",
    no_hints: "このステップにはヒントがありません",
    right: "正解です",
    not_right: "正解ではありません",
    kept: "答えを保存しました",
    refused: "保存しませんでした",
    exercise: "Enter: 演習をする",
    answered: "すべての問題に答えました",
    to_confirm: ". 自己確認: ",
    picture: "図を言葉にすると",
    guess: "確かめる前に予想です",
    goodbye: "終了します",
};

/// Steps with a mistake to make first, by its number in the list of actions.
const MISTAKES: &[(&str, &str)] = &[("1-1", "2"), ("1-2", "2"), ("3-1", "3"), ("4-1", "2"), ("4-4", "2")];

/// Reads the lesson and the hints of a step to their ends.
fn read(talk: &mut Talk, words: &Words, mut said: String) -> String {
    for _ in 0..MOST {
        if !said.contains(words.read_on) {
            break;
        }
        said = talk.say("");
    }
    let mut hints = (0..MOST).map(|_| talk.say("h"));
    let is_last = |hint: &String| hint.contains(words.last_hint) || hint.contains(words.no_hints);
    assert!(hints.any(|hint| is_last(&hint)), "the hints have no end");
    said
}

/// Does what the step wants until it is done; what is said to the last line.
fn work(talk: &mut Talk, words: &Words, said: &str) -> String {
    if said.contains(words.exercise) {
        let said = answer(talk, words);
        if said.contains(words.done) || said.contains(words.last_done) {
            return said;
        }
    }
    let mut acted = false;
    for _ in 0..MOST {
        let said = talk.say("c");
        if said.contains(words.done) || said.contains(words.last_done) {
            return said;
        }
        if said.contains(words.to_confirm) {
            for _ in 0..MOST {
                let said = talk.say("confirm");
                if said.contains(words.no_line_left) {
                    assert!(said.contains(words.done) || said.contains(words.last_done), "{said}");
                    return said;
                }
            }
        }
        if !acted || said.contains(words.failed) {
            let list = talk.say("d");
            if list.contains("\n1. ") {
                talk.say("1");
            }
            acted = true;
        } else {
            talk.pause();
        }
    }
    panic!("not done:\n{}", talk.transcript);
}

/// Answers every task of an exercise, by each option until one is right or in words; what is said to the last line.
fn answer(talk: &mut Talk, words: &Words) -> String {
    let mut said = talk.say("");
    for _ in 0..MOST {
        let judged = if said.contains("\n1. ") {
            let mut options = (1..=9).map(|number| talk.say(&number.to_string()));
            options.find(|said| said.contains(words.right)).expect("a right option")
        } else {
            talk.say("e");
            talk.say("Because it is so.");
            talk.say("");
            talk.say("だからです。");
            let kept = talk.say(".");
            assert!(kept.contains(words.kept), "{kept}");
            talk.say("h");
            talk.say("h");
            kept
        };
        if judged.contains(words.done) || judged.contains(words.last_done) {
            return judged;
        }
        said = talk.say("");
        if said.contains(words.answered) {
            return said;
        }
    }
    panic!("the exercise has no end:\n{}", talk.transcript);
}

fn mistake(talk: &mut Talk, words: &Words, number: &str) {
    talk.say("d");
    talk.say(number);
    let mut said = talk.say("c");
    if said.contains(words.guess) {
        talk.say("1");
        said = talk.say("");
    }
    assert!(said.contains(words.failed), "{said}");
    assert!(!said.contains(words.done), "{said}");
}

/// The secret belongs into the script; anything else than its ARN is refused.
fn enter_secret(talk: &mut Talk, words: &Words) {
    talk.say("e");
    let refused = talk.say("hunter2");
    assert!(refused.contains(words.refused) && !refused.contains("hunter2"), "{refused}");
    let foreign = talk.say("arn:aws:secretsmanager:us-east-1:111122223333:secret:shop-AbCdEf");
    assert!(foreign.contains("111122223333") && foreign.contains("000000000000"), "{foreign}");
    let arn = "arn:aws:secretsmanager:us-east-1:000000000000:secret:shop-AbCdEf";
    let kept = talk.say(arn);
    assert!(!kept.contains(words.refused), "{kept}");
    assert!(talk.say("x user-data").contains(arn));
}

fn tour(words: &Words) {
    let home = tempfile::tempdir().unwrap();
    let mut talk = Talk::start(home.path(), &["--plain", "--demo", "--lang", words.language], &[]);
    let ids = ids(&talk.say("s"));
    assert_eq!(ids.len(), 20, "{ids:?}");
    let mut said = talk.say("");
    for (index, id) in ids.iter().enumerate() {
        assert!(said.contains(&format!(" {id}")), "{id} isn't in:\n{said}");
        let read_to_end = read(&mut talk, words, said);
        if id == "3-1" {
            enter_secret(&mut talk, words);
        }
        if let Some((_, number)) = MISTAKES.iter().find(|(step, _)| step == id) {
            mistake(&mut talk, words, number);
        }
        let done = work(&mut talk, words, &read_to_end);
        if index + 1 == ids.len() {
            assert!(done.contains(words.last_done), "{done}");
            break;
        }
        talk.say("v");
        if id == "diagram" {
            // Its drawing comes once the parts are placed.
            talk.say("g");
            (0..MOST).map(|_| talk.say("f")).find(|said| said.contains(words.picture)).expect("the drawing in words");
        }
        said = talk.say("n");
    }
    for line in ["?", "s", "i", "/ALB", "1", "x", "w", "note", ".", "g", "nonsense", "99", "n", "p", "b", "a"] {
        talk.say(line);
    }
    assert!(talk.hang_up().success());
    assert_heard_well(&talk.transcript, words);
}

/// The ids of the steps, from the list of them.
fn ids(list: &str) -> Vec<String> {
    let step = |line: &str| Some(line.split_once(' ')?.1.split([',', '、']).next()?.to_owned());
    let is_step = |line: &&str| line.starts_with("Step ") || line.starts_with("ステップ ");
    list.lines().filter(is_step).filter_map(step).collect()
}

/// Nothing but text: no control character, nothing that is drawn or that has no certain width, no other language.
fn assert_heard_well(transcript: &str, words: &Words) {
    for (number, line) in transcript.lines().enumerate() {
        for character in line.chars() {
            let is_fine = !character.is_control() || character == '\t';
            let drawn = ('\u{2500}'..='\u{259f}').contains(&character) || "✓✗▸›".contains(character);
            let ambiguous = character.width() != character.width_cjk() && character != '\t';
            assert!(is_fine && !drawn && !ambiguous, "line {number}: {character:?} in {line}");
        }
    }
    assert!(transcript.contains(words.picture) && !transcript.contains("+-- VPC"), "the picture isn't in words");
    assert!(transcript.contains(words.not_right) && transcript.contains(words.goodbye));
    if words.language == "en" {
        let is_japanese = |character: char| ('\u{3040}'..='\u{30ff}').contains(&character);
        // The learner's own answers are in whatever language they like.
        let foreign = transcript.lines().find(|line| line.contains(is_japanese) && *line != "だからです。");
        assert_eq!(foreign, None);
    }
}

#[test]
fn the_whole_demo_in_english() {
    tour(&ENGLISH);
}

#[test]
fn the_whole_demo_in_japanese() {
    tour(&JAPANESE);
}
