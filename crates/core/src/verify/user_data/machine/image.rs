//! What an instance has before user data runs: Amazon Linux 2023 with the lab's tools and without an earlier copy of the shop.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::files::{Files, Node, name, parent};
use crate::verify::user_data::text::PROGRAM;

/// Where the image has pnpm and pm2; the account doesn't show which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// In the folder itself: pnpm up to 10.
    Root,
    /// In its folder `bin`: pnpm 11 and later.
    Bin,
}

/// Programs of the image in /usr/bin, /usr/sbin and their other names. Coreutils, util-linux, systemd, and what the AMI adds.
const PROGRAMS: &str = " [ aws awk gawk base64 basename bash blkid bunzip2 bzip2 cat chage chattr chcon chgrp chmod chown chpasswd cksum clear cloud-init cmp comm cp \
    cpio crontab csplit curl cut date dd df diff dig dircolors dirname dmesg dnf du echo egrep env envsubst expand expr factor fallocate false \
    fgrep file find findmnt flock fmt fold free fuser getconf getent getopt gpg grep groupadd groups gunzip gzip head hexdump hostid hostname hostnamectl \
    iconv id install ip jobs join journalctl jq kill killall ldconfig less ln locale localectl logger login loginctl logname logrotate ls lsblk lscpu lsof md5sum mkdir \
    mkfifo mkfs mknod mkswap mktemp modprobe more mount mountpoint mv namei nice nl node nohup npm npx corepack nproc nslookup numfmt od openssl paste passwd perl pgrep pidof ping pkill \
    pr printenv printf ps pwd python3 readlink realpath reboot rename renice restorecon rm rmdir rpm runuser sed seq service setenforce setfacl setpriv setsid sestatus \
    sh sha1sum sha256sum sha512sum shred shuf shutdown sleep sort split ss ssh ssh-keygen stat stdbuf strings stty su sudo sum swapoff swapon sync \
    sysctl systemctl systemd-run systemd-cat systemd-notify tac tail tar tee test tested time timedatectl timeout top touch tput tr true truncate tsort tty udevadm umount uname unexpand uniq \
    unlink unshare unxz unzip update-alternatives uptime useradd usermod users vi vmstat w wait wall watch wc wget whereis which who whoami xargs xz yes yum zcat zip zipinfo \
    alias bg command cd fc fg getopts hash read type ulimit umask unalias funzip gunzip ec2-metadata chkconfig hwclock iptables nft getfacl jobs amazon-linux-extras dbus-send ";

/// Folders of the system, which hold more than is known.
const OPEN: [&str; 20] = [
    "/usr",
    "/etc",
    "/bin",
    "/sbin",
    "/lib",
    "/lib64",
    "/boot",
    "/dev",
    "/proc",
    "/sys",
    "/run",
    "/var/log",
    "/var/cache",
    "/var/spool",
    "/usr/bin",
    "/usr/sbin",
    "/usr/lib",
    "/usr/share",
    "/etc/systemd",
    "/etc/systemd/system",
];
/// Folders of the system that hold nothing a script could rely on.
const EMPTY: [&str; 17] = [
    "/",
    "/root",
    "/root/.local",
    "/root/.local/share",
    "/home",
    "/home/ec2-user",
    "/tmp",
    "/var",
    "/var/tmp",
    "/var/lib",
    "/opt",
    "/srv",
    "/mnt",
    "/media",
    "/usr/local",
    "/usr/local/bin",
    "/usr/local/sbin",
];

/// Whether the image has a program with this name.
pub fn has_program(name: &str) -> bool {
    static NAMES: LazyLock<HashSet<&str>> = LazyLock::new(|| PROGRAMS.split_whitespace().collect());
    NAMES.contains(name)
}

/// The program at this path, where it is one of the system's folders for programs.
pub fn program_at(path: &str) -> Option<Node> {
    let folder = parent(path);
    let standard = matches!(folder, "/usr/bin" | "/bin" | "/usr/sbin" | "/sbin");
    (standard && has_program(name(path))).then(|| program(name(path)))
}

/// A program that the tutor knows by its name.
pub fn program(name: &str) -> Node {
    Node::program(&format!("{PROGRAM}{name}"))
}

/// The files at the first boot. `tools` is where pnpm keeps its programs.
pub fn files(tools: &str, layout: Layout) -> Files {
    let mut files = Files::default();
    for folder in OPEN {
        files.put(folder, Node::Folder { open: true });
    }
    for folder in EMPTY {
        files.put(folder, Node::FOLDER);
    }
    let programs = match layout {
        Layout::Root => tools.to_owned(),
        Layout::Bin => format!("{tools}/bin"),
    };
    // Pnpm keeps its store and caches here too.
    files.make_folders(tools);
    files.put(tools, Node::Folder { open: false });
    files.make_folders(&programs);
    for tool in ["pnpm", "pm2", "pnpx"] {
        files.put(&format!("{programs}/{tool}"), program(tool));
    }
    for (path, text) in TEXTS {
        files.put(path, Node::file(text));
    }
    files.put("/root/.bashrc", Node::file(&bashrc(tools, layout)));
    files.put("/dev/null", Node::file(""));
    files
}

const TEXTS: [(&str, &str); 8] = [
    ("/root/.bash_profile", "if [ -f ~/.bashrc ]; then\n. ~/.bashrc\nfi\n"),
    ("/home/ec2-user/.bash_profile", "if [ -f ~/.bashrc ]; then\n. ~/.bashrc\nfi\n"),
    ("/home/ec2-user/.bashrc", ""),
    // Only root's search path is made longer there, by folders that it has already.
    ("/etc/profile", ""),
    ("/etc/bashrc", ""),
    ("/etc/environment", ""),
    (
        "/etc/os-release",
        "NAME=\"Amazon Linux\"\nVERSION=\"2023\"\nID=\"amzn\"\nID_LIKE=\"fedora\"\nVERSION_ID=\"2023\"\nPLATFORM_ID=\"platform:al2023\"\n",
    ),
    (
        "/etc/hosts",
        "127.0.0.1   localhost localhost.localdomain localhost4 localhost4.localdomain4\n::1         localhost6 localhost6.localdomain6\n",
    ),
];

/// What `pnpm setup` leaves there, below the aliases of Amazon Linux. `PNPM_HOME` is the same folder in both layouts.
fn bashrc(tools: &str, layout: Layout) -> String {
    let programs = match layout {
        Layout::Root => "$PNPM_HOME",
        Layout::Bin => "$PNPM_HOME/bin",
    };
    format!(
        "alias rm='rm -i'\nalias cp='cp -i'\nalias mv='mv -i'\nexport PNPM_HOME=\"{tools}\"\ncase \":$PATH:\" in\n  *\":{programs}:\"*) ;;\n  *) export PATH=\"{programs}:$PATH\" ;;\nesac\n"
    )
}
