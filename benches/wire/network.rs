//! Two network namespaces with a long wire between them: AWS's end, where this process is, and the learner's.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::net::Ipv4Addr;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// Set where this process has namespaces of its own.
const INSIDE: &str = "WIRE_BENCH_INSIDE";
/// The learner's end.
const LEARNER: Ipv4Addr = Ipv4Addr::new(10, 77, 0, 1);

/// Goes on in namespaces of its own; why that can't be, where it can't.
pub fn enter() -> Result<(), String> {
    if env::var_os(INSIDE).is_some() {
        succeeds(Command::new("ip").args(["link", "set", "lo", "up"]));
        return Ok(());
    }
    let may = Command::new("unshare").args(["--net", "--mount", "true"]).stderr(Stdio::null()).status();
    if !may.is_ok_and(|status| status.success()) || !Path::new("/dev/net/tun").exists() {
        return Err("it needs root, unshare and /dev/net/tun".to_owned());
    }
    let itself = env::current_exe().map_err(|error| error.to_string())?;
    let mut command = Command::new("unshare");
    command.args(["--net", "--mount"]).arg(itself).args(env::args_os().skip(1)).env(INSIDE, "1");
    Err(command.exec().to_string())
}

/// The learner's end and the wire; both end with this.
pub struct Network {
    learner: Child,
    _wire: Child,
}

impl Network {
    /// A network in which each of these names has an address of its own at AWS's end, half a round trip away.
    pub fn with(names: &[&str], round_trip: Duration) -> Self {
        let hosts: String = names
            .iter()
            .enumerate()
            .map(|(number, name)| format!("{} {name}", address(number)))
            .collect::<Vec<_>>()
            .join("\n")
            + "\n";
        let file = env::temp_dir().join(format!("wire-bench-hosts-{}", std::process::id()));
        fs::write(&file, format!("127.0.0.1 localhost\n{hosts}")).unwrap();
        succeeds(Command::new("mount").args(["--bind"]).arg(&file).arg("/etc/hosts"));
        fs::remove_file(&file).unwrap();
        // It ends with its standard input: with this process, however that ends.
        let learner = Command::new("unshare").args(["--net", "cat"]).stdin(Stdio::piped()).spawn().unwrap();
        let process = learner.id().to_string();
        let namespace = |process: &str| fs::read_link(format!("/proc/{process}/ns/net")).unwrap();
        while namespace(&process) == namespace("self") {
            sleep(Duration::from_millis(5));
        }
        let addresses: Vec<String> = (0..names.len()).map(|number| address(number).to_string()).collect();
        let mut wire = Command::new("python3")
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/benches/wire/link.py"))
            .args([
                &process,
                &(round_trip.as_secs_f64() * 500.0).to_string(),
                &addresses.join(","),
                &LEARNER.to_string(),
            ])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = String::new();
        BufReader::new(wire.stdout.take().unwrap()).read_line(&mut said).unwrap();
        assert_eq!(said, "joined\n", "its messages are above");
        Self { learner, _wire: wire }
    }

    /// The arguments of `nsenter` that run a program at the learner's end.
    pub fn entry(&self) -> [String; 3] {
        ["--target".to_owned(), self.learner.id().to_string(), "--net".to_owned()]
    }

    /// A program at the learner's end.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new("nsenter");
        command.args(self.entry()).arg(program);
        command
    }
}

/// The address of the name of this number.
pub fn address(number: usize) -> Ipv4Addr {
    Ipv4Addr::new(10, 77, 1, u8::try_from(number + 1).unwrap())
}

/// Runs what has to succeed.
pub fn succeeds(command: &mut Command) {
    let output = command.stdin(Stdio::null()).output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
}
