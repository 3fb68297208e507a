//! Whether user data deploys the shop: every way through it is followed, and what comes of each is compared.

use super::bash::{Choices, Doubt, Flow, Memory, Run, Wrong, next, parting};
use super::format::{Part, PartKind};
use super::goal::Deployment;
use super::lines::Lines;
use super::machine::{Layout, Machine, extension, name};
use super::text::shown;

/// Ways that are followed.
const MOST_WAYS: usize = 32;

/// What comes of user data.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Every way deploys the shop.
    Deploys {
        /// What `.env` says; parts of it may be left to a run.
        secret: String,
        /// HOME of the start, where it was exported.
        home: Option<String>,
    },
    /// No way does.
    Fails {
        /// The line of user data, where one can be named.
        line: Option<usize>,
        /// The first thing that goes wrong.
        fault: Fault,
    },
    /// It can't be followed.
    Open(Doubt),
}

/// What keeps a script from deploying the shop.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// Bash can't read it.
    Syntax,
    /// A command fails and ends the script.
    Ends(String),
    /// A variable that has no value ends the script.
    Unbound(String),
    /// The script ends itself, above other lines.
    Exits,
    /// It fetches no archive.
    NothingFetched,
    /// It fetches something else.
    OtherFetched(String),
    /// It never unpacks the archive.
    NotUnpacked,
    /// No file has the secret's ARN where the shop looks for it.
    NoEnv,
    /// It writes the secret's ARN to this file, which the shop doesn't read.
    EnvElsewhere {
        /// Where it is.
        found: String,
        /// Where it should be.
        wanted: String,
    },
    /// It writes `.env` before its folder is there.
    EnvTooEarly,
    /// It writes `.env` after the shop was started.
    EnvTooLate,
    /// It doesn't do this, or not at its place in the order.
    Undone(Stage),
    /// It does this in another folder.
    Elsewhere(Stage, String),
    /// The program for this isn't found under this name.
    NotFound(Stage, String),
    /// The shop is stopped, or its folder removed, after it was started.
    Stopped,
}

/// The stages after unpacking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Packages are installed.
    Install,
    /// The shop is built.
    Build,
    /// The shop is started.
    Start,
}

/// What comes of user data on an image of either layout: the account doesn't show which it is.
pub fn examine(parts: &[Part], wanted: &Deployment<'_>) -> Outcome {
    let first = on_layout(parts, wanted, Layout::Root);
    if matches!(first, Outcome::Deploys { .. }) {
        return first;
    }
    let second = on_layout(parts, wanted, Layout::Bin);
    match (&first, &second) {
        (_, Outcome::Deploys { .. }) | (Outcome::Fails { .. }, Outcome::Open(_)) => second,
        _ => first,
    }
}

/// What comes of user data on an image of one layout.
pub fn on_layout(parts: &[Part], wanted: &Deployment<'_>, layout: Layout) -> Outcome {
    let machine = Machine::new(wanted.tools, layout);
    let mut memory = Memory::default();
    let mut first: Option<(Outcome, Vec<super::bash::Choice>)> = None;
    let mut plan = Some(Vec::new());
    let mut ways = 0;
    while let Some(planned) = plan.take() {
        ways += 1;
        let mut run = Run::new(wanted, machine.clone(), Choices::following(planned), &mut memory);
        let stopped = !follow(&mut run, parts);
        let outcome = outcome(&run, stopped, parts);
        let taken = run.choices.taken();
        if let Outcome::Open(_) = outcome {
            return outcome;
        }
        match &first {
            Some((before, way)) if deploys(before) != deploys(&outcome) => {
                return Outcome::Open(parting(way, &taken).map_or(
                    Doubt { line: 1, construct: String::new() },
                    |choice| Doubt { line: choice.line, construct: super::bash::beginning(&choice.construct) },
                ));
            }
            _ => {}
        }
        let kept = first.get_or_insert_with(|| (outcome, taken.clone()));
        if ways >= MOST_WAYS {
            let line = kept.1.first().map_or(1, |choice| choice.line);
            return Outcome::Open(Doubt {
                line,
                construct: kept.1.first().map(|choice| super::bash::beginning(&choice.construct)).unwrap_or_default(),
            });
        }
        plan = next(taken);
    }
    first.map_or(Outcome::Open(Doubt { line: 1, construct: String::new() }), |(outcome, _)| outcome)
}

fn deploys(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Deploys { .. })
}

/// Runs every part in the order of cloud-init. False where it isn't followed to the end.
fn follow(run: &mut Run<'_>, parts: &[Part]) -> bool {
    for part in parts {
        match &part.kind {
            PartKind::File { path, executable } => {
                run.machine.files.make_folders(super::machine::parent(path));
                run.write_file(path, &part.text, part.append);
                if *executable && let Some(text) = run.machine.text(path) {
                    run.machine.files.put(path, super::machine::Node::program(&text));
                }
            }
            PartKind::Script { options } => {
                match run.script(&part.text, part.lines, options) {
                    Err(Flow::Stop) => return false,
                    // What stands behind it never runs.
                    Err(Flow::Blocks) => return true,
                    _ => {}
                }
            }
        }
    }
    true
}

fn outcome(run: &Run<'_>, stopped: bool, parts: &[Part]) -> Outcome {
    if let Some((start, secret)) = run.machine.running(run.wanted.key) {
        return Outcome::Deploys { secret, home: start.home.clone() };
    }
    let syntax = run.wrongs.iter().find(|(_, wrong)| *wrong == Wrong::Syntax);
    if let Some((line, _)) = syntax.filter(|_| !stopped) {
        return Outcome::Fails { line: Some(*line), fault: Fault::Syntax };
    }
    if let Some(doubt) = run.doubts.first() {
        return Outcome::Open(doubt.clone());
    }
    let (line, fault) = fault(run, parts);
    Outcome::Fails { line, fault }
}

/// The first thing that goes wrong on a way that was followed to its end.
fn fault(run: &Run<'_>, parts: &[Part]) -> (Option<usize>, Fault) {
    let last = run.wrongs.last();
    let ended = last.and_then(|(line, wrong)| match wrong {
        Wrong::Errexit(command) => Some((*line, command.clone())),
        _ => None,
    });
    // Only what happened in the line that ran last has ended the script itself.
    match last.filter(|(line, _)| *line == run.line) {
        Some((line, Wrong::Unbound(name))) => return (Some(*line), Fault::Unbound(shown(name))),
        Some((line, Wrong::Exit)) if *line < last_line(parts) => return (Some(*line), Fault::Exits),
        _ => {}
    }
    if let Some((line, command)) = &ended
        && let Some(fault) = ending(run, *line, command)
    {
        return (Some(*line), fault);
    }
    let (line, fault) = lacking(run);
    match (ended, &fault) {
        (Some((line, command)), Fault::Undone(_) | Fault::NothingFetched | Fault::NotUnpacked | Fault::NoEnv)
            if !shows_what_is_wanting(&command) =>
        {
            (Some(line), Fault::Ends(command))
        }
        (Some((line, _)), _) => (Some(line), fault),
        (None, _) => (line, fault),
    }
}

/// The last line of the scripts in which something stands.
fn last_line(parts: &[Part]) -> usize {
    let is_code = |line: &str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    let last_of =
        |text: &str| text.lines().enumerate().filter(|(_, line)| is_code(line)).last().map(|(index, _)| index);
    let last = |part: &Part| match (&part.kind, part.lines) {
        (PartKind::Script { .. }, Lines::From(first)) => last_of(&part.text).map(|index| first + index),
        _ => None,
    };
    parts.iter().filter_map(last).max().unwrap_or(0)
}

/// Whether a command fails for what is wanting in the end: it does that, or rests on it.
fn shows_what_is_wanting(command: &str) -> bool {
    let only_manages = command.contains("pm2") && !command.contains("pm2 start");
    is_about_the_shop(command) && !only_manages
}

/// What a command that ends the script lacked itself.
fn ending(run: &Run<'_>, line: usize, command: &str) -> Option<Fault> {
    let here = |wrong: &&(usize, Wrong)| wrong.0 == line;
    let wrong = run
        .wrongs
        .iter()
        .rev()
        .filter(here)
        .find(|(_, wrong)| !matches!(wrong, Wrong::Errexit(_) | Wrong::Failed(_)))?;
    match &wrong.1 {
        Wrong::NoFolder(path) if name(path) == ".env" => {
            let lacks_shop = run.machine.has_archive && run.machine.unpacked.is_none();
            Some(if lacks_shop { Fault::NotUnpacked } else { Fault::EnvTooEarly })
        }
        Wrong::NotFound(program) if is_about_the_shop(program) => {
            Some(Fault::NotFound(stage_of(command), program.clone()))
        }
        Wrong::Elsewhere(folder) => Some(Fault::Elsewhere(stage_of(command), folder.clone())),
        _ => None,
    }
}

fn is_about_the_shop(command: &str) -> bool {
    ["aws", "unzip", "pnpm", "pm2", "npm"].iter().any(|program| command.contains(program))
}

fn stage_of(command: &str) -> Stage {
    if command.contains("pm2") || command.contains("start") {
        Stage::Start
    } else if command.contains("build") {
        Stage::Build
    } else {
        Stage::Install
    }
}

/// What is wanting in the end, in the order of the deployment.
fn lacking(run: &Run<'_>) -> (Option<usize>, Fault) {
    let machine = &run.machine;
    if !machine.has_archive {
        let other = machine.fetched.last().map(|address| Fault::OtherFetched(shown(address)));
        return (None, other.unwrap_or(Fault::NothingFetched));
    }
    let Some(folder) = &machine.unpacked else { return (None, Fault::NotUnpacked) };
    let folder = machine.starts.iter().rev().find(|start| start.whole).map_or(folder, |start| &start.folder);
    env_fault(run, folder).or_else(|| stage_fault(run, folder)).unwrap_or((None, Fault::Stopped))
}

fn env_fault(run: &Run<'_>, folder: &str) -> Option<(Option<usize>, Fault)> {
    let machine = &run.machine;
    let started = machine.starts.iter().any(|start| start.secret.is_some());
    let now = machine.secret(folder, run.wanted.key).is_some();
    if started || now && machine.starts.is_empty() {
        return None;
    }
    if now && machine.starts.iter().any(|start| start.whole) {
        return Some((machine.starts.last().map(|start| start.line), Fault::EnvTooLate));
    }
    if now {
        return None;
    }
    let early = run.wrongs.iter().find(|(_, wrong)| matches!(wrong, Wrong::NoFolder(path) if name(path) == ".env"));
    if let Some((line, _)) = early {
        return Some((Some(*line), Fault::EnvTooEarly));
    }
    let wanted = format!("{folder}/.env");
    let elsewhere = machine.key_files.iter().rev().find(|path| **path != wanted && extension(path) != Some("sh"));
    match elsewhere.filter(|_| !machine.key_files.contains(&wanted)) {
        Some(found) => Some((None, Fault::EnvElsewhere { found: shown(found), wanted })),
        None => Some((None, Fault::NoEnv)),
    }
}

fn stage_fault(run: &Run<'_>, folder: &str) -> Option<(Option<usize>, Fault)> {
    let machine = &run.machine;
    let starts = || machine.starts.iter().filter(|start| start.whole);
    let installed = machine.is_installed(folder) || starts().any(|start| start.installed);
    let built = machine.is_built(folder) || starts().any(|start| start.built);
    let stage = if !installed {
        Stage::Install
    } else if !built {
        Stage::Build
    } else if starts().any(|start| start.built) {
        return None;
    } else {
        Stage::Start
    };
    let tool = if stage == Stage::Start { "pm2" } else { "pnpm" };
    for (line, wrong) in &run.wrongs {
        match wrong {
            Wrong::NotFound(program) if name(program).starts_with(tool) => {
                return Some((Some(*line), Fault::NotFound(stage, program.clone())));
            }
            Wrong::Elsewhere(folder) => return Some((Some(*line), Fault::Elsewhere(stage, shown(folder)))),
            _ => {}
        }
    }
    Some((None, Fault::Undone(stage)))
}
