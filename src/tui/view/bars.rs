//! The lines around the body: bar, title, tabs, notice, status and keys.
//!
//! ```text
//!  Step 4: scale the shop                                  3 of 20 done
//!  1-2  Let only the load balancer reach the instances           * open
//!  [Lesson]  Results  Hints 0/3                               1-17 / 80
//!  --------------------------------------------------------------------
//!  ...
//!  Account 123456789012 | us-east-1 | user/taro
//!  Enter check  ? help  q quit  n next step  h hint
//! ```

use super::drill;
use super::steps::{state_symbol, state_tone};
use super::waiting;
use crate::i18n::Text;
use crate::lesson::exercise::Form;
use crate::msg;
use crate::progress::StepState;
use crate::terminal::content::{Piece, Tone};
use crate::text::{pad, shorten, width, wrap};
use crate::tutor::keys;
use crate::tutor::model::{Caller, Model, Notice, Offer, Page, Saving, Tab};
use crate::tutor::watch::PATIENCE_MINUTES;
use crate::tutor::words::state_word;
use crate::verify::Check;

/// `left` and `right` at the two edges of a line, apart; the left gives way.
fn edges(left: &[Piece], right: &[Piece], cells: usize) -> Vec<Piece> {
    let measure = |pieces: &[Piece]| pieces.iter().map(|(text, _)| width(text)).sum::<usize>();
    let room = cells.saturating_sub(measure(right) + 1);
    let mut line = cut(left, room.saturating_sub(1));
    line.push((" ".repeat(room.saturating_sub(measure(&line))), Tone::Plain));
    line.extend_from_slice(right);
    line
}

/// The pieces that fit, the last of them shortened.
fn cut(pieces: &[Piece], cells: usize) -> Vec<Piece> {
    let mut room = cells;
    let mut kept = Vec::new();
    for (text, tone) in pieces {
        let short = shorten(text, room);
        room -= width(&short);
        let was_cut = short != *text;
        kept.push((short, *tone));
        if was_cut {
            break;
        }
    }
    kept
}

/// The lesson, and how far the learner is.
pub fn bar(model: &Model, cells: usize) -> Vec<Piece> {
    let title = format!(" {}", model.lesson.title.get(model.localizer.language()));
    let (done, all) = model.done();
    let place = format!("{}{} ", load_mark(model), model.say(&msg!(tui_steps_done, done = done, all = all)));
    let right = if model.account.demo { format!("{}  {place}", model.say(&msg!(tui_demo_mark))) } else { place };
    let room = cells.saturating_sub(width(&right));
    vec![(pad(&shorten(&title, room), room) + &right, Tone::Bar)]
}

/// How far a running load is, for those who look at something else.
fn load_mark(model: &Model) -> String {
    let live = model.load.live.as_ref().filter(|_| model.load.running.is_some());
    live.map_or_else(String::new, |live| {
        model.say(&msg!(load_running_mark, sent = live.figures.sent, count = live.plan.count())) + "  "
    })
}

/// The page and which of its lines are visible, or the step and how it stands: below it, the tabs have the lines.
pub fn title(model: &Model, cells: usize, window: usize) -> Vec<Piece> {
    let page = match model.view.page {
        Page::Step => return step_title(model, cells),
        Page::Map => msg!(map_title),
        Page::Drill => return drill_title(model, cells, window),
        Page::Steps => msg!(tui_title_steps),
        Page::Account => msg!(tui_title_account),
        Page::Actions => msg!(tui_title_actions),
        Page::Exercise => msg!(tui_title_exercise, step = model.step().map(|step| step.id.clone()).unwrap_or_default()),
        Page::Editor | Page::Prompt => msg!(tui_title_writing),
        Page::Finish => msg!(tui_title_finish),
        Page::Found => msg!(tui_title_found),
        Page::Live => msg!(tui_title_load),
        Page::Help => msg!(tui_title_help),
        Page::Welcome => msg!(tui_title_welcome),
        // It has no bars.
        Page::Code => msg!(tui_do_code),
    };
    let title = format!(" {}", model.say(&page));
    edges(&[(title, Tone::Strong)], &[(position(model, window), Tone::Dim)], cells)
}

/// Which drill it is, and which lines of it are visible.
fn drill_title(model: &Model, cells: usize, window: usize) -> Vec<Piece> {
    let title = (format!(" {}", model.say(&msg!(drill_title))), Tone::Strong);
    let number = model.drills.current.as_ref().map(|drilling| model.say(&drill::number(drilling)));
    let number = (format!("  {}", number.unwrap_or_default()), Tone::Dim);
    edges(&[title, number], &[(position(model, window), Tone::Dim)], cells)
}

fn step_title(model: &Model, cells: usize) -> Vec<Piece> {
    let Some(step) = model.step() else { return Vec::new() };
    let state = model.state(model.view.step);
    let title = format!(" {}  {}", step.id, step.title.get(model.localizer.language()));
    let right = format!("{} {} ", state_symbol(state), model.say(&state_word(state)));
    edges(&[(title, Tone::Strong)], &[(right, state_tone(state))], cells)
}

/// The tabs of a step, and which lines of it are visible.
pub fn tabs(model: &Model, cells: usize, window: usize) -> Vec<Piece> {
    let mut left = Vec::new();
    for tab in Tab::ALL {
        let name = tab_name(model, tab);
        left.push(if tab == model.view.tab {
            (format!(" [{name}]"), Tone::Strong)
        } else {
            (format!("  {name} "), Tone::Dim)
        });
    }
    edges(&left, &[(position(model, window), Tone::Dim)], cells)
}

/// Which lines are visible; nothing where all are.
pub fn position(model: &Model, window: usize) -> String {
    let total = model.view.extent.lines;
    let top = model.view.top();
    let last = (top + window).min(total);
    if total > window { format!("{}-{last} / {total} ", top + 1) } else { String::new() }
}

fn tab_name(model: &Model, tab: Tab) -> String {
    match tab {
        Tab::Lesson => model.say(&msg!(tui_tab_lesson)),
        Tab::Results if model.checks.done => model.say(&msg!(tui_tab_results_open, count = model.left())),
        Tab::Results => model.say(&msg!(tui_tab_results)),
        Tab::Hints => {
            let shown = model.view.hints.get(&model.view.step).copied().unwrap_or(0);
            match hints(model) {
                0 => model.say(&msg!(tui_tab_hints_none)),
                all => model.say(&msg!(tui_tab_hints, shown = shown, count = all)),
            }
        }
    }
}

/// How many hints the step has.
fn hints(model: &Model) -> usize {
    model.step().map_or(0, |step| step.hints(model.localizer.language()).len())
}

/// A line across so many cells.
pub fn rule(cells: usize) -> Vec<Piece> {
    vec![("-".repeat(cells), Tone::Dim)]
}

/// What just happened, or what is happening; on a step that waits, also what AWS is doing.
pub fn notice(model: &Model, cells: usize) -> Vec<Vec<Piece>> {
    let cells = cells.saturating_sub(2);
    let mut lines = if model.view.page == Page::Step { waiting::lines(model, cells) } else { Vec::new() };
    lines.extend(notice_lines(model, cells));
    lines
}

fn notice_lines(model: &Model, cells: usize) -> Vec<Vec<Piece>> {
    let is_watching = model.is_watching();
    let (text, tone) = match (model.checks.awaited(), &model.view.notice) {
        (Some(running), _) => {
            let seconds = model.now.duration_since(running.since).as_secs().max(0);
            (model.say(&msg!(tui_checking, seconds = seconds)), Tone::Care)
        }
        (None, _) if is_watching && model.checks.watch.is_asleep() => {
            (model.say(&msg!(tui_watch_asleep, minutes = PATIENCE_MINUTES)), Tone::Care)
        }
        (None, Some(notice)) => (notice_text(model, notice), notice.tone),
        (None, None) if is_watching => (model.say(&msg!(tui_watch_on)), Tone::Dim),
        (None, None) => return Vec::new(),
    };
    wrap(&text, cells).into_iter().map(|line| vec![(format!(" {line}"), tone)]).collect()
}

fn notice_text(model: &Model, notice: &Notice) -> String {
    let text = model.say(&notice.text);
    match notice.offer {
        Offer::NextStep => model.say(&msg!(tui_offer_next, text = Text::verbatim(text))),
        Offer::Finish => model.say(&msg!(tui_offer_finish, text = Text::verbatim(text))),
        Offer::Nothing | Offer::StartOver | Offer::WriteOver | Offer::Load | Offer::Leave => text,
    }
}

/// Account, region and identity; what isn't known says so.
pub fn status(model: &Model, cells: usize) -> Vec<Piece> {
    let account = &model.account;
    let unknown = || model.say(&msg!(tui_not_known));
    let (number, who, tone) = match &account.caller {
        Caller::Asking(_) => (unknown(), model.say(&msg!(tui_asking)), Tone::Dim),
        Caller::Known(identity) => {
            (model.say(&Text::verbatim(&identity.account)), short_arn(model, &identity.arn), Tone::Plain)
        }
        Caller::Unseen { what, .. } => (unknown(), model.say(what), Tone::Bad),
    };
    let region = account.region.as_ref().map_or_else(unknown, |region| model.say(&Text::verbatim(region)));
    let place = model.say(&msg!(tui_status, account = number, region = region));
    let left = [(format!(" {place} | "), Tone::Plain), (who, tone)];
    let rate = model.checks.rate.as_ref().map(|rate| format!("{} ", model.say(rate))).unwrap_or_default();
    let unsaved = match account.saving {
        Saving::Kept => String::new(),
        Saving::NoHome | Saving::Failed(_) => format!("{} ", model.say(&msg!(tui_not_saving))),
    };
    edges(&left, &[(rate, Tone::Plain), (unsaved, Tone::Bad)], cells)
}

/// The part of an ARN that names the caller: `user/taro`.
fn short_arn(model: &Model, arn: &str) -> String {
    model.say(&Text::verbatim(arn.rsplit(':').next().unwrap_or(arn)))
}

/// The keys that matter most here, as many as fit; the way out always does.
pub fn footer(model: &Model, cells: usize) -> Vec<Piece> {
    let rows = keys::footer(model.view.page, model.account.demo);
    let rows = rows.into_iter().filter(|row| means_something(model, row.command));
    let (out, others): (Vec<_>, Vec<_>) = rows.partition(|row| row.command == keys::Command::Quit);
    let out: Vec<Piece> = out.into_iter().flat_map(|binding| hint(model, binding)).collect();
    let measure = |pieces: &[Piece]| pieces.iter().map(|(text, _)| width(text)).sum::<usize>();
    let mut room = cells.saturating_sub(measure(&out));
    let mut line: Vec<Piece> = Vec::new();
    for binding in others {
        let hint = hint(model, binding);
        let Some(rest) = room.checked_sub(measure(&hint)) else { break };
        room = rest;
        line.extend(hint);
    }
    line.extend(out);
    line
}

/// Whether a command does something in this step and task.
fn means_something(model: &Model, command: keys::Command) -> bool {
    let is_choice = model.current_task().is_some_and(|task| !task.choices().is_empty());
    match command {
        keys::Command::Load if model.view.page == Page::Step => asks_for_load(model),
        // How one reads on is said where there is more to read.
        keys::Command::Move(_) => model.list_length().is_none() && model.view.extent.lines > model.view.extent.window,
        keys::Command::NextCode => model.code().len() > 1,
        // Code is looked at and copied; the way back leads to what can be done.
        keys::Command::Actions => model.view.page != Page::Code,
        keys::Command::Perform => !model.actions.is_empty(),
        keys::Command::Confirm => waits_for_word(model),
        keys::Command::Back => !matches!(model.view.page, Page::Step | Page::Welcome),
        keys::Command::Hint => hints(model) > 0,
        // Enter goes there already.
        keys::Command::NextStep => !offers_next(model),
        keys::Command::Exercise => !model.tasks(model.view.step).is_empty(),
        keys::Command::Pick(_) if model.view.page == Page::Exercise => is_choice,
        keys::Command::ChooseAnswer => model.drills.list_length().is_some(),
        keys::Command::Answer | keys::Command::NextLook => {
            model.drills.list_length().is_none() && !drill_is_over(model)
        }
        keys::Command::NewDrill => drill_is_over(model),
        keys::Command::Write => !is_choice,
        keys::Command::TaskHelp => model.current_task().is_some_and(|task| matches!(task.form, Form::Open(_))),
        _ => true,
    }
}

/// Whether the step is open and has a statement that isn't confirmed.
fn waits_for_word(model: &Model) -> bool {
    model.state(model.view.step) == StepState::Open
        && model.statements().iter().any(|check| !model.is_attested(&check.id))
}

fn drill_is_over(model: &Model) -> bool {
    model.drills.current.as_ref().is_some_and(|drilling| drilling.round.is_over())
}

fn offers_next(model: &Model) -> bool {
    model.view.notice.as_ref().is_some_and(|notice| notice.offer == Offer::NextStep)
}

fn offers_finish(model: &Model) -> bool {
    model.view.notice.as_ref().is_some_and(|notice| notice.offer == Offer::Finish)
}

fn asks_for_load(model: &Model) -> bool {
    model.step().is_some_and(|step| step.checks.iter().any(Check::is_load))
}

fn asks_only_values(model: &Model) -> bool {
    model.tasks(model.view.step).iter().all(|task| matches!(task.form, Form::Value(_) | Form::Report(_)))
}

/// A key and what it does.
fn hint(model: &Model, binding: &keys::KeyBinding) -> Vec<Piece> {
    let Some(key) = binding.keys.first() else { return Vec::new() };
    let label = model.say(&label(model, binding));
    vec![(format!(" {}", model.say(&key.name())), Tone::Key), (format!(" {label} "), Tone::Dim)]
}

/// What a key does, where that depends on what was just offered.
fn label(model: &Model, binding: &keys::KeyBinding) -> Text {
    match binding.command {
        keys::Command::CheckOrGoOn if offers_next(model) => msg!(tui_do_next_step),
        keys::Command::CheckOrGoOn if offers_finish(model) => msg!(tui_do_finish),
        keys::Command::Load if model.load.running.is_some() => msg!(tui_do_stop_load),
        keys::Command::Load => msg!(tui_do_start_load),
        keys::Command::Move(_) => msg!(tui_do_read_on),
        keys::Command::Confirm => msg!(tui_do_confirm_line),
        keys::Command::Pick(_) if model.drills.list_length().is_some() && model.view.page == Page::Drill => {
            msg!(tui_do_drill_choose)
        }
        keys::Command::NextTask if model.looks_next() => msg!(tui_do_check),
        keys::Command::Exercise if asks_only_values(model) => msg!(tui_do_enter_values),
        _ => (binding.label)(),
    }
}
