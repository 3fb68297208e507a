//! The files of an instance at its first boot, as the sandbox has them.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;

use super::stand_in::NAMES;

/// Programs of this machine that Amazon Linux 2023 has under the same name.
const PROGRAMS: &str = "[ awk base64 basename bash cat chgrp chmod chown cmp comm cp cut date dd diff dirname du echo egrep env envsubst expand expr false fgrep \
    file find flock fmt fold getconf getent grep groups gunzip gzip head hostname id install ionice join jq kill less ln logname ls md5sum mkdir mkfifo mktemp mv nice \
    nl nohup nproc numfmt od paste perl pgrep ps printenv printf pwd python3 readlink realpath rm rmdir runuser sed seq setpriv setsid sha256sum shuf sort split stat stdbuf \
    stty su sync tac tail tee test time timeout touch tr true truncate tty uname uniq unlink unzip uptime wc which whoami xargs xz yes zcat zip zipinfo";
/// Builtins that Amazon Linux's package of bash has as programs, too.
const BUILTINS: &str = "alias bg cd command fc fg getopts hash jobs read type ulimit umask unalias wait";
const FOLDERS: &str = ".host .sandbox/in usr/bin usr/local/bin usr/local/sbin etc/systemd/system dev proc root home/ec2-user opt srv mnt media \
    tmp run boot var/log var/tmp var/cache var/spool var/lib/cloud/instance/scripts";
const PROFILE: &str = "if [ -f ~/.bashrc ]; then\n. ~/.bashrc\nfi\n";
const FILES: [(&str, &str); 9] = [
    ("etc/passwd", "root:x:0:0:root:/root:/bin/bash\nec2-user:x:1000:1000:EC2 Default User:/home/ec2-user:/bin/bash\n"),
    ("etc/group", "root:x:0:\nec2-user:x:1000:\n"),
    ("etc/shadow", "root:*:1:0:99999:7:::\nec2-user:*:1:0:99999:7:::\n"),
    ("etc/os-release", "NAME=\"Amazon Linux\"\nVERSION=\"2023\"\nID=\"amzn\"\n"),
    ("etc/hosts", "127.0.0.1   localhost localhost.localdomain\n"),
    ("etc/profile", ""),
    ("root/.bash_profile", PROFILE),
    ("home/ec2-user/.bash_profile", PROFILE),
    ("home/ec2-user/.bashrc", ""),
];

/// Makes them in `root`. What is shown read only, in `.host`, are folders of this machine.
pub fn make(root: &Path) {
    let link = |target: &str, path: &str| symlink(target, root.join(path)).expect("a link");
    for folder in FOLDERS.split_whitespace() {
        fs::create_dir_all(root.join(folder)).expect("a folder");
    }
    for (path, text) in FILES {
        fs::write(root.join(path), text).expect("a file");
    }
    for folder in ["usr", "lib", "lib64"] {
        let is_link = fs::symlink_metadata(format!("/{folder}")).is_ok_and(|found| found.is_symlink());
        if is_link {
            link(&format!("usr/{folder}"), folder);
        } else if Path::new("/").join(folder).is_dir() {
            fs::create_dir(root.join(".host").join(folder)).expect("a folder");
            if folder != "usr" {
                link(&format!(".host/{folder}"), folder);
            }
        }
    }
    for folder in ["lib", "lib64", "libexec", "share"] {
        link(&format!("../.host/usr/{folder}"), &format!("usr/{folder}"));
    }
    for (target, path) in
        [("bin", "usr/sbin"), ("usr/bin", "bin"), ("usr/bin", "sbin"), ("/.sandbox/program", ".sandbox/shop")]
    {
        link(target, path);
    }
    for program in PROGRAMS.split_whitespace() {
        for folder in ["/usr/bin", "/usr/sbin"] {
            let Ok(real) = fs::canonicalize(Path::new(folder).join(program)) else { continue };
            if !root.join("usr/bin").join(program).is_symlink() {
                link(&format!("/.host{}", real.display()), &format!("usr/bin/{program}"));
            }
        }
    }
    for builtin in BUILTINS.split_whitespace() {
        let path = root.join("usr/bin").join(builtin);
        fs::write(&path, format!("#!/bin/sh\nbuiltin {builtin} \"$@\"\n")).expect("a file");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("a file of ours");
    }
    link("/.host/usr/bin/bash", "usr/bin/sh");
    for program in NAMES.split_whitespace() {
        link("/.sandbox/program", &format!("usr/bin/{program}"));
    }
    for device in ["null", "zero", "random", "urandom", "console"] {
        fs::write(root.join("dev").join(device), "").expect("a file");
    }
    for (path, target) in [("fd", "/proc/self/fd"), ("stdin", "fd/0"), ("stdout", "fd/1"), ("stderr", "fd/2")] {
        link(target, &format!("dev/{path}"));
    }
    for file in ["program", "events", "processes"] {
        fs::write(root.join(".sandbox").join(file), "").expect("a file");
    }
    of_this_machine(root);
    for (path, mode) in [
        ("root", 0o700),
        ("tmp", 0o1777),
        ("var/tmp", 0o1777),
        (".sandbox", 0o777),
        (".sandbox/events", 0o666),
        (".sandbox/processes", 0o666),
    ] {
        fs::set_permissions(root.join(path), fs::Permissions::from_mode(mode)).expect("a file of ours");
    }
}

/// What su, awk and the loader of programs need of this machine's settings.
fn of_this_machine(root: &Path) {
    for file in ["ld.so.cache", "login.defs"] {
        let _ = fs::copy(Path::new("/etc").join(file), root.join("etc").join(file));
    }
    for folder in ["pam.d", "security"] {
        let _ = std::process::Command::new("cp")
            .arg("-a")
            .arg(Path::new("/etc").join(folder))
            .arg(root.join("etc"))
            .status();
    }
}
