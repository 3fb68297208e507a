//! `load`: bounded load on the learner's own site, after asking, with what AWS makes of it.

mod drive;
mod show;

use std::io::{self, BufRead, IsTerminal, Write};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;

use super::args::LoadOptions;
use super::context::{Context, WORLD};
use super::output::{Fault, Output};
use crate::account::{Snapshot, Source, demo};
use crate::files::make_private;
use crate::i18n::Text;
use crate::lesson::Lesson;
use crate::load::{
    Destination, Ending, Live, MinuteLength, Observation, Plan, Subject, demo_pace, ending_text, plan_text, refusal,
    site,
};
use crate::msg;
use crate::progress::LoadRun;
use crate::tutor::DEMO_ACCOUNT;

/// What was found before anything is sent.
struct FoundSite {
    place: Place,
    host: String,
    /// What was read of the account; nothing where the load is for this machine.
    snapshot: Option<Snapshot>,
}

/// Where the load is to go: the learner's own site or this machine, which is opened only once the learner agreed.
enum Place {
    Site(site::Target),
    Demo(Destination),
}

impl Place {
    async fn open(self) -> Result<Destination, Fault> {
        match self {
            Self::Site(target) => Ok(Destination::Opened(site::opened(target).await.map_err(Fault::failed)?.0)),
            Self::Demo(place) => Ok(place),
        }
    }
}

pub fn run(context: &Context, options: &LoadOptions, output: &mut Output) -> Result<ExitCode, Fault> {
    let lesson = context.lesson()?;
    let subject = Subject::of(&lesson.values).ok_or_else(|| Fault::failed(msg!(load_no_lesson)))?;
    let plan = plan(options, &subject)?;
    let source = Arc::new(context.source(&lesson)?);
    let runtime = super::context::runtime()?;
    let found = runtime.block_on(find(&source, &subject, options.site_url.as_deref()))?;
    if !options.yes && !agreed(context, &found, &plan, &subject)? {
        eprintln!("{}", context.localizer.say(&msg!(load_cli_declined)));
        return Ok(ExitCode::SUCCESS);
    }
    let opened = runtime.block_on(found.place.open())?;
    let now = Timestamp::now();
    let pace = if source.is_demo() { demo_pace() } else { MinuteLength::REAL };
    let mut live = Live::new(&found.host, plan, &subject, pace, now);
    if let Some(snapshot) = &found.snapshot {
        live.observations.observe(Observation::of(snapshot, &subject));
    }
    keep_demo(context, source.begin_load(now));
    let reader = found.snapshot.is_some().then(|| drive::AccountReader { source: Arc::clone(&source), subject });
    let mut show = show::Show::new(context, &lesson, output);
    let ended = runtime.block_on(drive::drive(&mut live, opened, reader, &mut show));
    runtime.shutdown_background();
    keep_demo(context, source.end_load(Timestamp::now()));
    let ending = ended?;
    remember(context, &lesson, &live, found.snapshot.as_ref());
    show.end(&live)?;
    match ending {
        Ending::Finished | Ending::Asked => Ok(ExitCode::SUCCESS),
        broken => Err(Fault::failed(ending_text(broken).of_lesson(&lesson))),
    }
}

/// The lesson's load, or what the options make of it; more than the lesson's only where that is said.
fn plan(options: &LoadOptions, subject: &Subject) -> Result<Plan, Fault> {
    let interval = match &options.interval {
        None => subject.plan.interval(),
        Some(text) => {
            let seconds = text.trim().parse().ok().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
            seconds.ok_or_else(|| Fault::usage(msg!(load_cli_bad_interval, interval = text)))?
        }
    };
    let plan = Plan::new(options.count.unwrap_or(subject.plan.count()), interval);
    let plan = plan.map_err(|error| Fault::usage(refusal(error)))?;
    if plan.exceeds(&subject.plan) && !options.beyond_lesson {
        return Err(Fault::usage(msg!(load_cli_beyond_refused, plan = plan_text(&subject.plan))));
    }
    Ok(plan)
}

async fn find(source: &Arc<Source>, subject: &Subject, site_url: Option<&str>) -> Result<FoundSite, Fault> {
    let fault = Fault::failed;
    let named = match site_url {
        Some(url) => Some(site::named(url).await.map_err(fault)?),
        None => None,
    };
    if let Some(loopback) = named.clone().filter(site::is_loopback) {
        return Ok(FoundSite { host: loopback.host.clone(), place: Place::Site(loopback), snapshot: None });
    }
    let snapshot = source.read(&subject.scope(), Timestamp::now()).await;
    let shop = subject.site(&snapshot).map_err(fault)?;
    if source.is_demo() {
        let place = Place::Demo(Destination::Demo(Arc::clone(source), Box::new(subject.clone())));
        return Ok(FoundSite { place, host: shop.host, snapshot: Some(snapshot) });
    }
    let own = site::own(&shop).await.map_err(fault)?;
    let chosen = named.unwrap_or_else(|| own.clone());
    if !site::is_own(&chosen, &own) {
        return Err(fault(msg!(load_not_own, host = &chosen.host, own = shop.host)));
    }
    Ok(FoundSite { host: chosen.host.clone(), place: Place::Site(chosen), snapshot: Some(snapshot) })
}

/// Says to whom, how much and how long, and asks.
fn agreed(context: &Context, found: &FoundSite, plan: &Plan, subject: &Subject) -> Result<bool, Fault> {
    if !io::stdin().is_terminal() {
        return Err(Fault::usage(msg!(load_cli_no_terminal)));
    }
    let mut texts = vec![msg!(load_cli_target, host = &found.host), msg!(load_cli_plan, plan = plan_text(plan))];
    texts.push(if context.args.demo { msg!(load_cli_demo) } else { msg!(load_cli_cost) });
    if plan.exceeds(&subject.plan) {
        texts.push(msg!(load_cli_beyond, plan = plan_text(&subject.plan)));
    }
    texts.push(msg!(load_cli_stop));
    for text in &texts {
        eprintln!("{}", context.localizer.say(text));
    }
    eprint!("{} ", context.localizer.say(&msg!(load_cli_question)).trim_end());
    let mut answer = String::new();
    let read = io::stderr().flush().and_then(|()| io::stdin().lock().read_line(&mut answer));
    read.map_err(|error| Fault::failed(Text::verbatim(error.to_string())))?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "yes" | "y"))
}

/// The simulated account goes on where it is; without a home it is simply forgotten.
fn keep_demo(context: &Context, simulated: Option<demo::SimulatedAccount>) {
    if let (Some(simulated), Some(folder)) = (simulated, context.folder())
        && make_private(&folder).is_ok()
    {
        // The demo works without it, too.
        let _ = demo::save(&folder.join(WORLD), &simulated);
    }
}

/// Notes a load that was enough, so that the tutor lets step 4-5 pass.
fn remember(context: &Context, lesson: &Lesson, live: &Live, snapshot: Option<&Snapshot>) {
    let account = if context.args.demo { Some(DEMO_ACCOUNT) } else { snapshot.and_then(Snapshot::account) };
    let (Some(store), Some(account), Some(proof)) = (context.store(lesson), account, live.proof()) else { return };
    let noted = store.load(account, &lesson.id).and_then(|mut progress| {
        let at = Timestamp::now();
        let host = Some(live.host.clone());
        progress.load = Some(LoadRun { at, answered: proof.answered, per_target: proof.per_target, host });
        store.save(&progress)
    });
    if let Err(error) = noted {
        eprintln!("ec-site-tutor: {}", context.localizer.say(&msg!(load_unsaved, problem = error.text())));
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use test_case::test_case;

    use super::*;
    use crate::lesson::{Pack, load};

    fn options(count: Option<u32>, interval: Option<&str>, beyond_lesson: bool) -> LoadOptions {
        LoadOptions { count, interval: interval.map(str::to_owned), beyond_lesson, yes: false, site_url: None }
    }

    #[test_case(None, None, false, Some((4000, 120)); "the lesson's own")]
    #[test_case(Some(10), None, false, Some((10, 120)); "fewer")]
    #[test_case(Some(10), Some("0.5"), false, Some((10, 500)); "slower")]
    #[test_case(Some(4001), None, false, None; "more needs to be said")]
    #[test_case(Some(10), Some("0.1"), false, None; "quicker, too")]
    #[test_case(Some(4001), Some("0.1"), true, Some((4001, 100)); "and then is allowed")]
    #[test_case(Some(0), None, true, None; "none")]
    #[test_case(Some(10), Some("soon"), true, None; "no number")]
    #[test_case(Some(10), Some("-1"), true, None; "no time")]
    #[test_case(Some(200_000), None, true, None; "there are limits")]
    fn plans(count: Option<u32>, interval: Option<&str>, beyond: bool, expected: Option<(u32, u64)>) {
        let lesson = load(&Pack::Embedded, &BTreeMap::new()).unwrap();
        let subject = Subject::of(&lesson.values).unwrap();
        let found = plan(&options(count, interval, beyond), &subject).ok();
        let expected = expected.map(|(count, millis)| Plan::new(count, Duration::from_millis(millis)).unwrap());
        assert_eq!(found, expected);
    }
}
