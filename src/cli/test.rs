//! `test`: a pack's own tests, and its demo as one of them leaves the account.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use jiff::Timestamp;

use super::args::TestOptions;
use super::context::Context;
use super::output::{Fault, Output};
use super::tutor;
use crate::account::Source;
use crate::i18n::Text;
use crate::lesson::{Lesson, LessonError, Pack, lint, load, read_beside};
use crate::msg;
use crate::scenario::{Base, File, Scenario, snapshot};

const FOLDER: &str = "tests";
const FAULTY: u8 = 2;
const FAILED: u8 = 1;

/// The tests of a pack.
struct Tests {
    pack: Pack,
    now: Timestamp,
    /// Files as messages call them, with their texts and what they say.
    files: Vec<(String, String, File)>,
}

pub fn run(context: &Context, options: &TestOptions, output: &mut Output) -> Result<ExitCode, Fault> {
    let pack = Pack::Folder(options.folder.clone());
    let tests = match Tests::read(pack) {
        Ok(tests) => tests,
        Err(faults) => {
            for fault in &faults {
                output.write(&format!("{}\n", context.localizer.say(&fault.text())))?;
            }
            return Ok(ExitCode::from(FAULTY));
        }
    };
    if let Some(name) = &options.enter {
        return tests.enter(context, name);
    }
    if tests.files.is_empty() {
        return Err(Fault::failed(msg!(test_none, folder = options.folder.display().to_string())));
    }
    tests.play(context, output)
}

impl Tests {
    fn read(pack: Pack) -> Result<Self, Vec<LessonError>> {
        let faults = lint(&pack);
        let lesson = load(&pack, &BTreeMap::new()).map_err(|fault| vec![fault]);
        let lesson = if faults.is_empty() { lesson? } else { return Err(faults) };
        let (mut files, mut faults) = (Vec::new(), Vec::new());
        for name in pack
            .list(FOLDER)
            .into_iter()
            .filter(|name| Path::new(name).extension().is_some_and(|ending| ending == "toml"))
        {
            let file = format!("{FOLDER}/{name}");
            match (read_beside(&pack, &file, &lesson.values), pack.read(&file)) {
                (Ok(read), Ok(text)) => files.push((pack.label(&file), text, read)),
                (Err(found), _) => faults.extend(found),
                (_, Err(fault)) => faults.push(fault),
            }
        }
        if faults.is_empty() { Ok(Self { pack, now: Timestamp::now(), files }) } else { Err(faults) }
    }

    fn play(&self, context: &Context, output: &mut Output) -> Result<ExitCode, Fault> {
        let (mut all, mut passed) = (0, 0);
        for (label, text, file) in &self.files {
            for scenario in &file.scenario {
                all += 1;
                let problems = self.problems(scenario);
                let name = scenario.title();
                if problems.is_empty() {
                    passed += 1;
                    output.write(&line(context, &msg!(test_passed, file = label, name = name)))?;
                }
                let line_of_name = LessonError::at(label, text, scenario.name.span().start, Text::verbatim(""));
                let number = line_of_name.position.map_or(1, |(line, _)| line).to_string();
                for problem in problems {
                    let failed = msg!(test_failed, file = label, line = &number, name = name, problem = problem);
                    output.write(&line(context, &failed))?;
                }
            }
        }
        output.write(&line(context, &msg!(test_summary, passed = passed, all = all)))?;
        Ok(if passed == all { ExitCode::SUCCESS } else { ExitCode::from(FAILED) })
    }

    /// What doesn't come out as written.
    fn problems(&self, scenario: &Scenario) -> Vec<Text> {
        let played = || {
            let lesson = self.lesson_of(scenario)?;
            let base = Base::named(&scenario.base, &lesson, &self.pack, self.now)?;
            scenario.play(&lesson, &base)
        };
        played().map_or_else(|problem| vec![problem], |outcome| outcome.faults)
    }

    /// The lesson with the values of a test.
    fn lesson_of(&self, scenario: &Scenario) -> Result<Lesson, Text> {
        load(&self.pack, &scenario.values).map_err(|error| error.text())
    }

    /// The tutor on the account that the test called `name` makes. It stands still, and nothing of it is kept.
    fn enter(&self, context: &Context, name: &str) -> Result<ExitCode, Fault> {
        let mut scenarios = self.files.iter().flat_map(|(_, _, file)| &file.scenario);
        let known = || Text::list(self.files.iter().flat_map(|(_, _, file)| &file.scenario).map(Scenario::title));
        let unknown = || Fault::usage(msg!(test_unknown, name = name, known = known()));
        let scenario = scenarios.find(|scenario| scenario.title() == name).ok_or_else(unknown)?;
        let account = || {
            let lesson = self.lesson_of(scenario)?;
            let base = Base::named(&scenario.base, &lesson, &self.pack, self.now)?;
            Ok((snapshot(&scenario.changed(&base.account)?)?, lesson))
        };
        let (snapshot, lesson) = account().map_err(Fault::usage)?;
        tutor::show(context, lesson, self.pack.clone(), Source::still(snapshot))
    }
}

fn line(context: &Context, text: &Text) -> String {
    context.localizer.say(text) + "\n"
}
