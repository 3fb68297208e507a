//! Whether a user data script deploys the shop: judged by what it does, step by step, not by its text.

use super::operations::{Operation, Run, join, may_equal};
use super::script::{UNKNOWN, follow};

/// What the script must do.
#[derive(Clone, Debug)]
pub struct Deployment<'a> {
    /// `s3://…`, the archive to fetch.
    pub archive: &'a str,
    /// The folder in it.
    pub folder: &'a str,
    /// The line of `.env` that names the secret.
    pub key: &'a str,
    /// What HOME must be.
    pub home: &'a str,
    /// Where the image has pnpm and pm2.
    pub tools: &'a str,
}

/// The first thing that keeps a script from deploying the shop.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// It fetches no archive.
    NothingFetched,
    /// It fetches something else.
    OtherFetched(String),
    /// It never unpacks the archive.
    NotUnpacked(String),
    /// It never writes the secret's ARN to any file.
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
    /// It doesn't do this, or not at its place in the order.
    Undone(Stage),
    /// It does this in another folder.
    Elsewhere(Stage, String),
    /// HOME isn't set for this, or wrongly.
    NoHome(Stage, Option<String>),
    /// The program for this isn't found under this name.
    NotFound(Stage, String),
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

/// What `.env` gets as the secret's ARN; none where only a run of the script could tell.
pub type SecretArn = Option<String>;

/// What the script puts into `.env` as the secret's ARN, if it deploys the shop.
///
/// # Errors
/// The first [`Fault`] in the order of the deployment.
pub fn examine(script: &str, wanted: &Deployment<'_>) -> Result<SecretArn, Fault> {
    let operations = follow(script);
    let (fetched, files) = fetched(&operations, wanted)?;
    let (unpacked, folder) = unpacked(&operations, fetched, &files, wanted)?;
    let secret = secret(&operations, unpacked, &folder, wanted)?;
    let mut after = unpacked;
    for stage in [Stage::Install, Stage::Build, Stage::Start] {
        after = stage_done(&operations, after, stage, &folder, wanted)?;
    }
    Ok(secret)
}

fn fetched(operations: &[Operation], wanted: &Deployment<'_>) -> Result<(usize, Vec<String>), Fault> {
    let mut other = None;
    for (index, operation) in operations.iter().enumerate() {
        let Operation::Fetched { from, to } = operation else { continue };
        if may_equal(from, wanted.archive) {
            return Ok((index, to.clone()));
        }
        // A whole folder of the bucket may hold the archive.
        let prefix = format!("{}/", from.trim_end_matches('/'));
        if let (Some(inside), Some(folder)) = (wanted.archive.strip_prefix(&prefix), to.first()) {
            return Ok((index, vec![join(folder, inside)]));
        }
        other.get_or_insert_with(|| from.clone());
    }
    Err(other.map_or(Fault::NothingFetched, Fault::OtherFetched))
}

/// Where the archive is unpacked, with the shop's folder after any move.
fn unpacked(
    operations: &[Operation],
    fetched: usize,
    files: &[String],
    wanted: &Deployment<'_>,
) -> Result<(usize, String), Fault> {
    let mut place = None;
    let mut names: Vec<String> = files.to_vec();
    for (index, operation) in operations.iter().enumerate().skip(fetched) {
        match (operation, &mut place) {
            (Operation::Unpacked { file, into }, None) if names.iter().any(|name| may_equal(name, file)) => {
                place = Some((index, join(into, wanted.folder)));
            }
            (Operation::Moved { from, to }, None) if names.iter().any(|name| may_equal(name, from)) => {
                names.push(to.clone());
            }
            (Operation::Moved { from, to }, Some((_, folder))) if may_equal(from, folder) => folder.clone_from(to),
            _ => {}
        }
    }
    place.ok_or_else(|| Fault::NotUnpacked(files.first().cloned().unwrap_or_default()))
}

fn secret(
    operations: &[Operation],
    unpacked: usize,
    folder: &str,
    wanted: &Deployment<'_>,
) -> Result<SecretArn, Fault> {
    let env = join(folder, ".env");
    let mut content: Option<String> = None;
    let mut elsewhere = None;
    for (index, operation) in operations.iter().enumerate() {
        match operation {
            // A file whose name only a run could tell counts where it gets the secret.
            Operation::Wrote { file, text, append }
                if *file == env || (may_equal(file, &env) && value_of(text, wanted.key).is_some()) =>
            {
                let made =
                    |operation: &Operation| matches!(operation, Operation::Made(made) if may_equal(made, folder));
                if index < unpacked && !operations[..index].iter().any(made) {
                    return Err(Fault::EnvTooEarly);
                }
                let mut whole = content.take().filter(|_| *append).unwrap_or_default();
                // What only a run could tell is taken for whole lines.
                if whole.ends_with(UNKNOWN) {
                    whole.push('\n');
                }
                content = Some(whole + text);
            }
            Operation::Moved { to, .. } if may_equal(to, &env) => content = Some(UNKNOWN.to_string()),
            Operation::Fetched { to, .. } if to.contains(&env) => content = Some(UNKNOWN.to_string()),
            Operation::Wrote { file, text, .. } if value_of(text, wanted.key).is_some() => {
                elsewhere = Some(file.clone());
            }
            _ => {}
        }
    }
    match (content.as_deref().map(|text| (value_of(text, wanted.key), text)), elsewhere) {
        (Some((Some(value), _)), _) if value.contains(UNKNOWN) => Ok(None),
        (Some((Some(value), _)), _) => Ok(Some(value)),
        (Some((None, text)), _) if text.contains(UNKNOWN) => Ok(None),
        (_, Some(found)) => Err(Fault::EnvElsewhere { found, wanted: env }),
        _ => Err(Fault::NoEnv),
    }
}

/// The value of `key` in the text of a `.env` file; the last one counts.
fn value_of(text: &str, key: &str) -> Option<String> {
    text.lines()
        .filter_map(|line| {
            let line = line.trim();
            let rest = line.strip_prefix("export ").unwrap_or(line).trim_start().strip_prefix(key)?;
            let value = rest.trim_start().strip_prefix('=')?.trim();
            Some(value.trim_matches(['"', '\'']).to_owned())
        })
        .next_back()
}

/// The place of the first run that completes `stage` behind `after`.
fn stage_done(
    operations: &[Operation],
    after: usize,
    stage: Stage,
    folder: &str,
    wanted: &Deployment<'_>,
) -> Result<usize, Fault> {
    let mut fault = Fault::Undone(stage);
    for (index, operation) in operations.iter().enumerate().skip(after + 1) {
        let Operation::Ran(run) = operation else { continue };
        if !stage.is_done_by(run) {
            continue;
        }
        match run_fault(run, stage, folder, wanted) {
            None => return Ok(index),
            Some(found) => fault = found,
        }
    }
    Err(fault)
}

fn run_fault(run: &Run, stage: Stage, folder: &str, wanted: &Deployment<'_>) -> Option<Fault> {
    let inside = format!("{folder}/");
    let named = |word: &String| join(&run.folder, word).starts_with(&inside) || word.contains(folder);
    if !may_equal(&run.works_in(), folder) && !run.arguments.iter().any(named) {
        return Some(Fault::Elsewhere(stage, run.works_in()));
    }
    let home = run.home.as_deref().map(|home| home.trim_end_matches('/'));
    if !home.is_some_and(|home| may_equal(home, wanted.home)) {
        return Some(Fault::NoHome(stage, run.home.clone()));
    }
    // Only these two are known to stand in one place of the image.
    let known = matches!(run.name(), "pnpm" | "pm2");
    let found = if run.program.contains('/') {
        may_equal(&join(&run.folder, &run.program), &join(wanted.tools, run.name()))
    } else {
        run.path.split(':').any(|folder| may_equal(folder.trim_end_matches('/'), wanted.tools))
    };
    (known && !found).then(|| Fault::NotFound(stage, run.program.clone()))
}

impl Stage {
    fn is_done_by(self, run: &Run) -> bool {
        let manages_processes = run.name() == "pm2";
        match self {
            Self::Install => !manages_processes && (run.has(&["install", "i", "ci"]) || bare_yarn(run)),
            Self::Build => !manages_processes && run.has(&["build"]),
            Self::Start if manages_processes => {
                run.has(&["start", "restart", "reload", "startOrRestart", "startOrReload"])
            }
            Self::Start => run.has(&["start"]),
        }
    }
}

/// `yarn` alone installs.
fn bare_yarn(run: &Run) -> bool {
    run.name() == "yarn" && run.arguments.iter().all(|word| word.starts_with('-'))
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    const WANTED: Deployment<'_> =
        Deployment { archive: "s3://b/k.zip", folder: "app", key: "ARN", home: "/root", tools: "/t" };

    /// Every line of a script that deploys the shop.
    const RIGHT: [&str; 7] = [
        "export HOME=/root PATH=/t:$PATH; cd /root",
        "aws s3 cp s3://b/k.zip .",
        "unzip k.zip; cd app",
        "echo ARN=x > .env",
        "pnpm install",
        "pnpm run build",
        "pm2 start npm -- start",
    ];

    fn examined(lines: &[&str]) -> Result<SecretArn, Fault> {
        examine(&lines.join("\n"), &WANTED)
    }

    /// What comes of it when line `at` is another one.
    fn with(at: usize, line: &str) -> Result<SecretArn, Fault> {
        let mut lines = RIGHT;
        lines[at] = line;
        examined(&lines)
    }

    #[test]
    fn a_right_script_gives_the_arn() {
        assert_eq!(examined(&RIGHT), Ok(Some("x".into())));
    }

    #[test_case(1, "aws s3 cp s3://b/k.zip x; mv x k.zip"; "renamed before it is unpacked")]
    #[test_case(1, "aws s3 sync s3://b ."; "the whole bucket")]
    #[test_case(1, "aws s3 cp s3://b/ /root/ --recursive"; "the whole bucket copied")]
    #[test_case(2, "unzip k.zip; mv app /root/shop; cd shop"; "moved after it is unpacked")]
    #[test_case(2, "unzip k.zip; mv /etc/hosts /etc/hosts.old; cd app"; "something else moved")]
    #[test_case(3, "echo ARN=y >> .env; echo ARN=x >> .env"; "the last line counts")]
    #[test_case(3, "echo 'export ARN = \"x\"' > .env"; "with export, blanks and quotes")]
    #[test_case(3, "echo -n ARN= > .env; echo x >> .env"; "one line in two pieces")]
    #[test_case(3, "printf 'A=%s\\n' b > .env; printf ARN=x >> .env"; "without an end of the line")]
    #[test_case(3, "values > .env; echo ARN=x >> .env"; "behind lines that only a run could tell")]
    #[test_case(4, "yarn"; "yarn alone installs")]
    #[test_case(4, "yarn --frozen-lockfile"; "yarn with an option")]
    #[test_case(4, "npm ci"; "npm")]
    #[test_case(4, "cd /; pnpm --dir=/root/app i; cd /root/app"; "in the folder by option")]
    #[test_case(5, "cd ..; npx --script=/root/app/x build; cd app"; "the folder within an argument")]
    #[test_case(6, "pm2 restart all"; "restarted")]
    #[test_case(6, "cd ..; pm2 start app/ecosystem.config.js"; "by a file in the folder")]
    #[test_case(6, "pnpm start"; "without a process manager")]
    #[test_case(6, "/t/pm2 start npm"; "by its whole name")]
    fn right_in_another_way(at: usize, line: &str) {
        assert_eq!(with(at, line), Ok(Some("x".into())));
    }

    #[test_case("cp /etc/env .env"; "copied")]
    #[test_case("aws s3 cp s3://b/env .env"; "fetched")]
    #[test_case("echo ARN=$(secret) > .env"; "computed")]
    #[test_case("secret > .env"; "all of it computed")]
    fn an_arn_that_only_a_run_could_tell(line: &str) {
        assert_eq!(with(3, line), Ok(None));
    }

    #[test_case(1, "", &Fault::NothingFetched; "nothing fetched")]
    #[test_case(1, "aws s3 cp s3://b/other.zip .", &Fault::OtherFetched("s3://b/other.zip".into()); "something else fetched")]
    #[test_case(2, "cd app", &Fault::NotUnpacked("/root/k.zip".into()); "not unpacked")]
    #[test_case(2, "mv a b; unzip b.zip; cd app", &Fault::NotUnpacked("/root/k.zip".into()); "something else moved and unpacked")]
    #[test_case(2, "mv a b.zip; unzip b.zip; cd app", &Fault::NotUnpacked("/root/k.zip".into()); "something else moved there and unpacked")]
    #[test_case(3, "", &Fault::NoEnv; "no secret")]
    #[test_case(3, "printf A=b > .env; echo ARN=x >> .env", &Fault::NoEnv; "the secret on the line of something else")]
    #[test_case(3, "echo hello > x", &Fault::NoEnv; "a file without the secret")]
    #[test_case(3, "cp a b", &Fault::NoEnv; "something else copied")]
    #[test_case(3, "echo ARN=x > x", &Fault::EnvElsewhere { found: "/root/app/x".into(), wanted: "/root/app/.env".into() }; "the secret elsewhere")]
    #[test_case(0, "export HOME=/root PATH=/t:$PATH; cd /root; echo ARN=x > app/.env", &Fault::EnvTooEarly; "the secret before its folder")]
    #[test_case(4, "", &Fault::Undone(Stage::Install); "not installed")]
    #[test_case(4, "npm", &Fault::Undone(Stage::Install); "npm alone installs nothing")]
    #[test_case(4, "yarn add x", &Fault::Undone(Stage::Install); "yarn with a command")]
    #[test_case(4, "pm2 install x", &Fault::Undone(Stage::Install); "a module of the process manager")]
    #[test_case(5, "", &Fault::Undone(Stage::Build); "not built")]
    #[test_case(5, "pm2 build", &Fault::Undone(Stage::Build); "not built by the process manager")]
    #[test_case(6, "", &Fault::Undone(Stage::Start); "not started")]
    #[test_case(6, "pm2 list", &Fault::Undone(Stage::Start); "only listed")]
    #[test_case(6, "pnpm restart", &Fault::Undone(Stage::Start); "restarted by a package manager")]
    #[test_case(5, "cd /x; pnpm build; cd -", &Fault::Elsewhere(Stage::Build, "/x".into()); "built elsewhere")]
    #[test_case(5, "HOME=/x pnpm build", &Fault::NoHome(Stage::Build, Some("/x".into())); "another home")]
    #[test_case(5, "/x/pnpm build", &Fault::NotFound(Stage::Build, "/x/pnpm".into()); "in another place")]
    fn wrong(at: usize, line: &str, fault: &Fault) {
        assert_eq!(with(at, line).as_ref(), Err(fault));
    }

    #[test]
    fn one_command_is_one_stage() {
        let mut lines = RIGHT.to_vec();
        lines[4] = "pnpm install build";
        lines[5] = "";
        assert_eq!(examined(&lines), Err(Fault::Undone(Stage::Build)));
    }
}
