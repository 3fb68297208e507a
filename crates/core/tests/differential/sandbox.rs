//! Runs a script with real bash in a root of its own, without a network, and sees whether the shop runs in the end.

use std::fs;
use std::io::{Read as _, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio, exit};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::image;
use super::script::Layout;
use super::stand_in::{Event, events, is_right, running};

/// The longest that a script may take; one second of the instance is a thousandth of one here.
const LONGEST: Duration = Duration::from_secs(20);
/// How often the supervisor looks.
const LOOK: Duration = Duration::from_millis(8);
/// Looks without any progress of any process, after which there won't be any.
const QUIET: usize = 8;
/// Programs that go on by themselves, after a while.
const TIMED: &str = " sleep aws pnpm npm npx pnpx pm2 curl wget perl ";
/// What `pnpm setup` leaves in root's own file, below its first line.
const BASHRC: &str = "case \":$PATH:\" in\n  *\":$PNPM_HOME:\"*) ;;\n  *) export PATH=\"$PNPM_HOME:$PATH\" ;;\nesac\n";

/// Where scripts are run.
pub struct Sandbox {
    folder: tempfile::TempDir,
}

/// What came of a script.
#[derive(Debug)]
pub struct Outcome {
    /// Whether the shop runs.
    pub deploys: bool,
    /// The secret that the shop runs with, whichever it is.
    pub secret: Option<String>,
    /// Whether an instance would have done the same: not all can be done in a sandbox.
    pub is_truth: bool,
    /// What was said and done, for whoever looks into a disagreement.
    pub record: String,
}

impl Sandbox {
    /// A place for scripts.
    ///
    /// # Panics
    /// Where this machine lacks namespaces, unzip or Python.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let sandbox = Self { folder };
        for inside in ["in", "root"] {
            fs::create_dir(sandbox.path(inside)).expect("a folder");
        }
        fs::write(sandbox.path("enter.sh"), include_str!("enter.sh")).expect("a file");
        fs::write(sandbox.path("in/bashrc"), BASHRC).expect("a file");
        image::make(&sandbox.path("image"));
        sandbox.make_archive();
        sandbox
    }

    fn path(&self, inside: &str) -> PathBuf {
        self.folder.path().join(inside)
    }

    /// The shop as it is unpacked, and the folder that a Mac adds.
    fn make_archive(&self) {
        let made =
            Command::new("python3").arg("-c").arg(include_str!("archive.py")).arg(self.path("in/shop.zip")).status();
        assert!(made.is_ok_and(|status| status.success()), "Python 3 makes the archive");
    }

    /// Runs a script.
    pub fn run(&self, script: &[u8], layout: Layout) -> Outcome {
        let file = self.path("in/script");
        // Windows line ends are repaired by cloud-init.
        let text = String::from_utf8_lossy(script).replace("\r\n", "\n");
        fs::write(&file, text).expect("a file");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).expect("a file of ours");
        fs::write(self.path("in/layout"), layout.suffix()).expect("a file");
        let mut child = self.enter();
        admit(&child);
        child.stdin.take().expect("it is piped").write_all(b"\n").expect("it waits");
        let mut record = String::new();
        child.stdout.take().expect("it is piped").read_to_string(&mut record).expect("the supervisor writes text");
        child.wait().expect("it ends");
        let (first, rest) = record.split_once('\n').unwrap_or((&record, ""));
        assert!(matches!(first, "deploys" | "not" | "unsupported"), "the sandbox works: {record}");
        let (secret, rest) = rest.split_once('\n').unwrap_or((rest, ""));
        Outcome {
            deploys: first == "deploys",
            secret: Some(secret.to_owned()).filter(|secret| !secret.is_empty()),
            is_truth: first != "unsupported",
            record: rest.to_owned(),
        }
    }

    fn enter(&self) -> Child {
        let own = fs::canonicalize("/proc/self/exe").expect("this program");
        Command::new("unshare")
            .args([
                "--user",
                "--mount",
                "--net",
                "--pid",
                "--ipc",
                "--uts",
                "--fork",
                "--kill-child",
                "--propagation",
                "private",
                "bash",
            ])
            .args([self.path("enter.sh"), self.path("root"), self.path("image"), self.path("in"), own])
            .env("LANG", "C.UTF-8")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .expect("unshare, of util-linux")
    }
}

/// Lets the users of the new namespace be those of this one: as root all of them, else the own one as root.
fn admit(child: &Child) {
    let process = Path::new("/proc").join(child.id().to_string());
    let namespace = |process: &Path| fs::read_link(process.join("ns/user"));
    let own = namespace(Path::new("/proc/self")).expect("namespaces");
    while namespace(&process).is_ok_and(|other| other == own) {
        sleep(Duration::from_millis(1));
    }
    if fs::write(process.join("uid_map"), "0 0 65536\n").is_ok() {
        fs::write(process.join("gid_map"), "0 0 65536\n").expect("root may");
        return;
    }
    let id = |kind: &str| {
        let said = Command::new("id").arg(kind).output().expect("id").stdout;
        String::from_utf8_lossy(&said).trim().to_owned()
    };
    fs::write(process.join("uid_map"), format!("0 {} 1\n", id("-u"))).expect("user namespaces");
    fs::write(process.join("setgroups"), "deny").expect("user namespaces");
    fs::write(process.join("gid_map"), format!("0 {} 1\n", id("-g"))).expect("user namespaces");
}

/// Within the sandbox: runs the script as cloud-init does, until nothing moves any longer. Says what came of it.
pub fn supervise() -> ! {
    let file = "/var/lib/cloud/instance/scripts/part-001";
    fs::copy("/.sandbox/in/script", file).expect("the script");
    fs::set_permissions(file, fs::Permissions::from_mode(0o700)).expect("the script");
    let log = fs::File::create("/.sandbox/log").expect("a log");
    let begun = Command::new(file)
        .current_dir("/")
        .stdin(Stdio::null())
        .stdout(log.try_clone().expect("a log"))
        .stderr(log)
        .spawn();
    let has_ended = match begun {
        Ok(mut child) => wait(&mut child),
        Err(error) => {
            fs::write("/.sandbox/log", format!("it can't be run: {error}")).expect("a log");
            true
        }
    };
    let events = events();
    let word = if events.iter().any(|event| matches!(event, Event::Unsupported)) || !has_ended {
        "unsupported"
    } else if is_right(&events) {
        "deploys"
    } else {
        "not"
    };
    println!("{word}\n{}", running(&events).unwrap_or_default());
    for event in &events {
        println!("{event:?}");
    }
    println!("{}", String::from_utf8_lossy(&fs::read("/.sandbox/log").unwrap_or_default()));
    for entry in fs::read_dir("/var/log").expect("the script's own logs").flatten() {
        println!("{}:\n{}", entry.path().display(), fs::read_to_string(entry.path()).unwrap_or_default());
    }
    exit(0)
}

/// Whether nothing moves any longer; false where there was no time left to see that.
fn wait(child: &mut Child) -> bool {
    let begun = Instant::now();
    let mut before = Vec::new();
    let mut quiet = 0;
    while begun.elapsed() < LONGEST && quiet < QUIET {
        sleep(LOOK);
        let _ = child.try_wait();
        let now = progress();
        if now.is_empty() {
            return true;
        }
        let is_still = now == before && !now.iter().any(|process| process.moves);
        quiet = if is_still { quiet + 1 } else { 0 };
        before = now;
    }
    quiet >= QUIET
}

#[derive(PartialEq)]
struct Process {
    id: u32,
    /// Processor time and switches: what changes when it does something.
    spent: String,
    /// Whether it runs, or will go on by itself.
    moves: bool,
}

/// Every process but this one and the dead.
fn progress() -> Vec<Process> {
    let mut all = Vec::new();
    for entry in fs::read_dir("/proc").expect("processes").flatten() {
        let Some(id) = entry.file_name().to_str().and_then(|name| name.parse::<u32>().ok()) else { continue };
        let status = fs::read_to_string(entry.path().join("status")).unwrap_or_default();
        let line =
            |name: &str| status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().trim().to_owned();
        let (name, state) = (line("Name:"), line("State:"));
        if id == 1 || status.is_empty() || state.starts_with(['Z', 'X']) {
            continue;
        }
        let timed = TIMED.contains(&format!(" {name} "));
        let spent = line("voluntary_ctxt_switches:") + &line("nonvoluntary_ctxt_switches:");
        all.push(Process { id, spent, moves: timed || !state.starts_with('S') });
    }
    all
}
