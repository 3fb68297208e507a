//! The load, and what AWS makes of it.
//!
//! ```text
//! Load on ec-site-alb-1.us-east-1.elb.amazonaws.com: 812 of 4000 requests, 1:37 of 8:00
//!   8.3 requests per second  ######*###########
//!   Answer time, last 10 s: half within 40 ms, 95% within 90 ms, 99% within 120 ms
//! Requests per target and minute in CloudWatch, target 25
//!   14:02  498, above the target  |##################
//! ...
//! ```

use crate::load::{LiveLine, Subject, Weight, chart, plan_text, words};
use crate::msg;
use crate::terminal::content::{Sheet, Tone};
use crate::text::width;
use crate::tutor::model::{Model, Offer};

/// Drawings need this much room to say something.
const LEAST_DRAWING: usize = 8;
/// And more than this doesn't say more.
const MOST_DRAWING: usize = 60;

pub fn page(model: &Model, sheet: &mut Sheet) {
    let Some(subject) = Subject::of(&model.lesson.values) else {
        return sheet.text(&[], &[(&model.say(&msg!(load_no_lesson)), Tone::Plain)]);
    };
    let plan = plan_text(&subject.plan);
    let site = model.load.latest.as_ref().and_then(|latest| latest.site.as_ref().ok());
    let is_asked = model.view.notice.as_ref().is_some_and(|notice| notice.offer == Offer::Load);
    if let Some(site) = site.filter(|_| is_asked) {
        let question = msg!(load_ask, host = &site.host, plan = plan.clone());
        sheet.text(&[], &[(&model.say(&question), Tone::Strong)]);
        sheet.gap();
    }
    match &model.load.live {
        Some(live) => {
            for line in words(live, model.now, model.localizer.zone()) {
                sheet.next_block();
                put(model, sheet, &line);
            }
        }
        None if is_asked => {}
        None => sheet.text(&[], &[(&model.say(&msg!(load_page_empty, plan = plan)), Tone::Plain)]),
    }
}

fn put(model: &Model, sheet: &mut Sheet, line: &LiveLine) {
    let text = model.say(&line.text);
    let (lead, tone) = match line.weight {
        Weight::Heading => ("", Tone::Heading),
        Weight::Plain => ("  ", Tone::Plain),
        Weight::Good => ("  ", Tone::Good),
        Weight::Care => ("  ", Tone::Care),
        Weight::Dim => ("  ", Tone::Dim),
    };
    let room = sheet.width().saturating_sub(width(lead) + width(&text) + 2);
    match &line.drawing {
        Some(drawing) if room >= LEAST_DRAWING => {
            let drawn = format!("  {}", chart(drawing, room.min(MOST_DRAWING)));
            sheet.line(vec![(format!("{lead}{text}"), tone), (drawn, Tone::Code)]);
        }
        _ => sheet.text(&[(lead, Tone::Plain)], &[(&text, tone)]),
    }
}
