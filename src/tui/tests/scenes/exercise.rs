//! Exercises, and whatever else the learner writes.

use super::*;

/// A wrong option.
pub fn choice(language: Language, size: Size) -> Tutor {
    on("diagram", "e Enter 2", language, size)
}

pub fn choice_right(language: Language, size: Size) -> Tutor {
    on("diagram", "e Enter 3", language, size)
}

/// With the model answer.
pub fn answer(language: Language, size: Size) -> Tutor {
    let mut tutor = on("why", "e e", language, size);
    tutor.types(own_words(language, "見知らぬ人が来ないように。", "So that nobody knocks."));
    tutor.keys("Esc h h");
    tutor
}

/// A note, while it is written.
pub fn writing(language: Language, size: Size) -> Tutor {
    let mut tutor = on("1-1", "w", language, size);
    let japanese = "ここで迷った。ウィザードの初期値が違っていたので、明日もう一度コンソールを見て確かめること。";
    let english =
        "I was lost here. The wizard's default was wrong, so look at the console again tomorrow and make sure.";
    tutor.types(own_words(language, japanese, english));
    tutor
}

/// The note above the lesson.
pub fn note(language: Language, size: Size) -> Tutor {
    let mut tutor = writing(language, size);
    tutor.keys("Esc");
    tutor
}

/// The ARN of the secret, mistyped.
pub fn secret(language: Language, size: Size) -> Tutor {
    let mut tutor = on("3-1", "e", language, size);
    tutor.types("arn:aws:secretsmanager:shop");
    tutor.keys("Enter");
    tutor
}
