//! The load beside the lesson: asked for, started, watched, stopped.

use jiff::{SignedDuration, Timestamp};

use super::check;
use super::progress::{note_progress, save};
use crate::account::Snapshot;
use crate::i18n::Text;
use crate::load::{Live, LoadEvent, MinuteLength, Observation, Site, Subject, demo_pace, ending_text};
use crate::msg;
use crate::progress::{LoadRun, credit};
use crate::tutor::message::{Effect, Leaving};
use crate::tutor::model::{Loading, Model, Notice, Offer, Page};
use crate::tutor::tone::Tone;

/// A reading is trusted for so long to say where the learner's site is.
const FRESH: SignedDuration = SignedDuration::from_mins(10);

/// Shows the load, or goes back to the step.
pub fn show(model: &mut Model) {
    model.view.page = if model.view.page == Page::Live { Page::Step } else { Page::Live };
}

/// Stops the load where one runs; else asks, and starts it when asked a second time.
pub fn toggle(model: &mut Model, offer: Offer) -> Vec<Effect> {
    if model.load.running.is_some() {
        model.view.notice = Some(Notice::new(Tone::Plain, msg!(load_stopped)));
        return vec![Effect::StopLoad];
    }
    model.view.page = Page::Live;
    match (offer, own_site(model)) {
        (Offer::Load, Some(Ok(site))) => start(model, site),
        (_, Some(asked)) => {
            ask(model, asked);
            Vec::new()
        }
        (_, None) => {
            model.load.wanted = true;
            let effects = check::want(model);
            model.view.notice = Some(Notice::new(Tone::Plain, msg!(load_ask_first)));
            effects
        }
    }
}

/// Where the account says that the site is, or why none can be loaded; none where it must be read first.
fn own_site(model: &Model) -> Option<Result<Site, Text>> {
    let latest = model.load.latest.as_ref()?;
    let is_fresh = model.now.duration_since(latest.at) <= FRESH;
    is_fresh.then(|| latest.site.clone())
}

fn ask(model: &mut Model, site: Result<Site, Text>) {
    model.view.notice = Some(match site {
        Ok(_) => Notice { text: msg!(load_ask_again), tone: Tone::Care, offer: Offer::Load },
        Err(why) => Notice::new(Tone::Bad, msg!(load_refused, why = why)),
    });
}

fn start(model: &mut Model, site: Site) -> Vec<Effect> {
    let Some(subject) = Subject::of(&model.lesson.values) else { return Vec::new() };
    let number = model.next_request();
    let pace = if model.account.demo { demo_pace() } else { MinuteLength::REAL };
    let mut live = Live::new(&site.host, subject.plan, &subject, pace, model.now);
    model.load.latest.iter().cloned().for_each(|latest| live.observations.observe(latest));
    (model.load.live, model.load.running) = (Some(live), Some(number));
    model.view.notice = Some(Notice::new(Tone::Plain, msg!(load_starting)));
    vec![Effect::StartLoad { number, plan: subject.plan, site }]
}

/// What a reading shows of the site and its scaling; nothing in a lesson without a load.
pub fn observation(model: &Model, snapshot: &Snapshot) -> Option<Observation> {
    Subject::of(&model.lesson.values).map(|subject| Observation::of(snapshot, &subject))
}

/// Takes what a reading showed, and asks what waited for it.
pub fn observe(model: &mut Model, observation: Option<Observation>) {
    let Some(observation) = observation else { return };
    if let Some(live) = &mut model.load.live {
        live.observations.observe(observation.clone());
    }
    let site = observation.site.clone();
    model.load.latest = Some(observation);
    // The question about the account may have come in between, and that leads back to the step.
    if std::mem::take(&mut model.load.wanted) && matches!(model.view.page, Page::Live | Page::Step) {
        model.view.page = Page::Live;
        ask(model, site);
    }
}

/// Takes what the load tells; one that was put away is not listened to.
pub fn told(model: &mut Model, number: u64, event: LoadEvent) -> Vec<Effect> {
    if model.load.running != Some(number) {
        return Vec::new();
    }
    let now = model.now;
    match (event, &mut model.load.live) {
        (LoadEvent::Begun, Some(live)) => {
            live.started_at = now;
            model.view.notice.take_if(|notice| notice.text == msg!(load_starting));
        }
        (LoadEvent::Figures(figures), Some(live)) => live.figures = *figures,
        (LoadEvent::Ended(ending, figures), Some(live)) => {
            live.figures = *figures;
            live.ended = Some((ending, now));
            model.load.running = None;
            model.view.notice = Some(Notice::new(Tone::Care, ending_text(ending)));
            return remember(model, now);
        }
        (LoadEvent::Refused(why), _) => {
            (model.load.live, model.load.running) = (None, None);
            model.view.notice = Some(Notice::new(Tone::Bad, msg!(load_refused, why = why)));
        }
        (_, None) => {}
    }
    Vec::new()
}

/// Notes a load that was enough, which may be all that the step was waiting for.
fn remember(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let Some(live) = &model.load.live else { return Vec::new() };
    let (Some(proof), host) = (live.proof(), Some(live.host.clone())) else { return Vec::new() };
    let Some(progress) = &mut model.account.progress else { return Vec::new() };
    progress.load = Some(LoadRun { at: now, answered: proof.answered, per_target: proof.per_target, host });
    if model.checks.done {
        credit(&model.lesson, &mut model.checks.report, progress);
    }
    note_progress(model, None);
    save(model)
}

/// Leaves; while a load runs, only when asked a second time.
pub fn leave(model: &mut Model, offer: Offer) -> Vec<Effect> {
    if model.load.running.is_none() || offer == Offer::Leave {
        return vec![Effect::Leave(Leaving::Asked)];
    }
    model.view.notice = Some(Notice { text: msg!(load_leave_sure), tone: Tone::Care, offer: Offer::Leave });
    Vec::new()
}

/// The program ends, and the load with it.
pub fn end(model: &Model) -> Vec<Effect> {
    model.load.running.map(|_| Effect::StopLoad).into_iter().collect()
}

/// Ends the load and forgets it: it belongs to another account.
pub fn forget(model: &mut Model) -> Vec<Effect> {
    let effects = end(model);
    model.load = Loading::default();
    effects
}
