//! The load, and what AWS makes of it, in words alone.

use crate::load::{Subject, Weight, plan_text, words};
use crate::msg;
use crate::plain::speech::Speech;
use crate::tutor::model::{Model, Offer};

/// Everything about the load; before one is started, to whom it would go and how much it is.
pub fn all(model: &Model, speech: &mut Speech) {
    let Some(subject) = Subject::of(&model.lesson.values) else {
        return speech.say(model.say(&msg!(load_no_lesson)));
    };
    let plan = plan_text(&subject.plan);
    let is_asked = model.view.notice.as_ref().is_some_and(|notice| notice.offer == Offer::Load);
    let site = model.load.latest.as_ref().and_then(|latest| latest.site.as_ref().ok());
    match (site.filter(|_| is_asked), &model.load.live) {
        (Some(site), _) => speech.say(model.say(&msg!(load_ask, host = &site.host, plan = plan))),
        (None, None) => speech.say(model.say(&msg!(load_page_empty, plan = plan))),
        (None, Some(live)) => {
            for line in words(live, model.now, model.localizer.zone()) {
                let text = model.say(&line.text);
                match line.weight {
                    Weight::Heading => speech.heading(text),
                    _ => speech.say(text),
                }
            }
        }
    }
}
