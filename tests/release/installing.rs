//! Installing and updating by one paste; whatever goes wrong, the program that was there before stays.

use std::fs;
use std::process::Command;

use test_case::test_case;

use crate::home::Home;
use crate::release_page::{ReleasePage, done};
use crate::server::Manner;

#[test]
fn one_paste_installs_into_a_fresh_home_and_every_later_shell_finds_the_program() {
    let (page, home) = (ReleasePage::selling("0.1.0 (lesson step4 1)"), Home::fresh());
    home.write(".bashrc", "# without an end of line");
    let said = home.run(&page.paste(""));
    assert!(said.succeeded && said.has(&["Installed: ec-site-tutor 0.1.0 (lesson step4 1)\n", ".bashrc"]), "{said:?}");
    assert_eq!(home.list(".local/bin"), ["ec-site-tutor"], "nothing but the program is left");
    assert_eq!(home.list(".local/share/man/man1"), ["ec-site-tutor.1"]);
    assert_eq!(home.list(".local/share/man/ja/man1"), ["ec-site-tutor.1"]);
    assert_eq!(home.list(".local/share/bash-completion/completions"), ["ec-site-tutor"]);
    // What a session that was recycled has: the home alone.
    let found = home.run("bash --noprofile -i -c 'ec-site-tutor --version' 2>/dev/null");
    assert_eq!(found.words, "ec-site-tutor 0.1.0 (lesson step4 1)\n");
}

#[test]
fn the_same_paste_updates_and_extends_the_path_only_once() {
    let (page, home) = (ReleasePage::selling("0.1.0"), Home::fresh());
    assert!(home.run(&page.paste("")).succeeded);
    page.release("echo ec-site-tutor 0.2.0");
    let said = home.run(&page.paste(""));
    assert!(said.succeeded && said.has(&["Installed: ec-site-tutor 0.2.0"]), "{said:?}");
    assert_eq!(home.installed(), "ec-site-tutor 0.2.0");
    assert_eq!(home.read(".bashrc").matches(".local/bin").count(), 1);
}

#[test]
fn a_shell_that_has_the_folder_in_its_path_keeps_its_settings() {
    let (page, home) = (ReleasePage::selling("0.1.0"), Home::fresh().with_own_programs_in_path());
    let said = home.run(&page.paste(""));
    assert!(said.has(&["Start it with: ec-site-tutor\n"]), "{said:?}");
    assert_eq!(home.list(""), [".local"]);
}

#[test_case("/usr/bin/zsh", ".zshrc"; "zsh")]
#[test_case("/usr/bin/fish", ""; "a shell that is not known")]
fn the_path_is_extended_where_the_shell_looks_and_else_the_line_is_told(shell: &str, file: &str) {
    let (page, home) = (ReleasePage::selling("0.1.0"), Home::fresh().with("SHELL", shell));
    let said = home.run(&page.paste(""));
    assert!(said.succeeded, "{said:?}");
    let line = "export PATH=\"$HOME/.local/bin:$PATH\"";
    assert_eq!(home.read(file).contains(line), !file.is_empty());
    assert_eq!(said.has(&[line]), file.is_empty(), "{said:?}");
}

#[test]
fn settings_that_cannot_be_written_are_no_reason_to_fail() {
    let (page, home) = (ReleasePage::selling("0.1.0"), Home::fresh());
    fs::create_dir(home.path(".bashrc")).unwrap();
    let said = home.run(&page.paste(""));
    assert!(said.succeeded && said.has(&["add this line", "~/.local/bin/ec-site-tutor"]), "{said:?}");
}

#[test]
fn it_speaks_japanese_where_the_terminal_does() {
    let (page, home) = (ReleasePage::selling("0.1.0"), Home::fresh().with("LANG", "ja_JP.UTF-8"));
    let said = home.run(&page.paste(""));
    assert!(said.has(&["インストールしました: ec-site-tutor 0.1.0\n"]), "{said:?}");
    assert!(!said.has(&["Installed"]), "{said:?}");
}

#[test_case("Linux", "aarch64"; "as Linux says it")]
#[test_case("Linux", "arm64"; "as others say it")]
fn the_archive_is_that_of_the_machine(system: &str, machine: &str) {
    let (page, home) = (ReleasePage::empty(), Home::fresh().on(system, machine));
    page.pack("echo ec-site-tutor for arm", "aarch64-unknown-linux-gnu");
    page.release("echo ec-site-tutor for intel");
    assert!(home.run(&page.paste("")).succeeded);
    assert_eq!(home.installed(), "ec-site-tutor for arm");
}

/// Something that is wrong with a machine or a release, and what must be said.
fn must_fail(page: &ReleasePage, home: &Home, words: &[&str]) {
    home.write(".local/bin/ec-site-tutor", "the old one");
    let said = home.run(&page.paste(""));
    assert!(!said.succeeded && said.has(words), "{said:?}");
    assert_eq!(home.list(".local/bin"), ["ec-site-tutor"], "something is left");
    assert_eq!(home.read(".local/bin/ec-site-tutor"), "the old one");
    assert_eq!(home.list(""), [".local"], "and something else is changed");
    assert_eq!(home.list(".local/share"), [""; 0], "as here");
}

#[test_case("Linux", "riscv64"; "another processor")]
#[test_case("Darwin", "arm64"; "another system")]
fn a_machine_without_a_release_is_told_so(system: &str, machine: &str) {
    must_fail(
        &ReleasePage::selling("0.2.0"),
        &Home::fresh().on(system, machine),
        &["There is no release for", machine],
    );
}

#[test]
fn without_a_program_for_checksums_nothing_is_installed() {
    must_fail(&ReleasePage::selling("0.2.0"), &Home::fresh().without("sha256sum"), &["neither sha256sum nor shasum"]);
}

#[test]
fn an_archive_that_is_not_the_one_released_is_refused() {
    let (page, other) = (ReleasePage::selling("0.2.0"), ReleasePage::selling("0.3.0"));
    fs::copy(other.archive(), page.archive()).unwrap();
    must_fail(&page, &Home::fresh(), &["The checksum of", "is wrong"]);
}

#[test]
fn an_archive_that_the_list_of_checksums_does_not_name_is_refused() {
    let page = ReleasePage::selling("0.2.0");
    fs::write(page.file("SHA256SUMS"), "").unwrap();
    must_fail(&page, &Home::fresh(), &["The checksum of", "is wrong"]);
}

#[test]
fn a_download_that_breaks_off_leaves_the_old_program() {
    let page = ReleasePage::selling("0.2.0");
    page.server.serve_archives(Manner::CutOff);
    must_fail(&page, &Home::fresh(), &["could not be downloaded"]);
}

#[test]
fn a_release_without_an_archive_for_the_machine_leaves_the_old_program() {
    must_fail(
        &ReleasePage::selling("0.2.0"),
        &Home::fresh().on("Linux", "aarch64"),
        &["aarch64", "could not be downloaded"],
    );
}

#[test]
fn a_program_that_does_not_run_here_is_not_put_in_place() {
    let page = ReleasePage::selling("0.2.0");
    page.release("[ $# -gt 1 ] || exit 1");
    must_fail(&page, &Home::fresh(), &["does not run here"]);
}

#[test]
fn an_install_that_is_killed_leaves_the_old_program_and_the_next_one_tidies_up() {
    let (page, home) = (ReleasePage::selling("0.1.0"), Home::fresh());
    assert!(home.run(&page.paste("")).succeeded);
    page.release("echo ec-site-tutor 0.2.0");
    page.server.serve_archives(Manner::Stalled);
    // Without a pipe, so that the process waited for below is the installer itself.
    let installer = format!("exec sh {}", page.file("install.sh").display());
    let mut killed = home.shell(&installer).spawn().unwrap();
    let held = page.server.wait_for_stall();
    done(Command::new("sh").args(["-c", &format!("kill -KILL -{}", killed.id())]));
    killed.wait().unwrap();
    drop(held);
    assert_eq!(home.installed(), "ec-site-tutor 0.1.0");
    assert_eq!(home.list(".local/bin").len(), 2, "a kill leaves no time to tidy up");
    page.server.serve_archives(Manner::Whole);
    assert!(home.run(&page.paste("")).succeeded);
    assert_eq!(home.installed(), "ec-site-tutor 0.2.0");
    assert_eq!(home.list(".local/bin"), ["ec-site-tutor"]);
}

#[test]
fn one_that_is_ended_while_it_downloads_tidies_up_itself() {
    let (page, home) = (ReleasePage::selling("0.1.0"), Home::fresh());
    page.server.serve_archives(Manner::Stalled);
    let installer = format!("exec sh {}", page.file("install.sh").display());
    let mut ended = home.shell(&installer).spawn().unwrap();
    let _held = page.server.wait_for_stall();
    done(Command::new("sh").args(["-c", &format!("kill -TERM -{}", ended.id())]));
    assert!(!ended.wait().unwrap().success());
    assert_eq!(home.list(".local/bin"), [""; 0]);
}

#[test]
fn half_of_the_installer_does_nothing() {
    let (page, home) = (ReleasePage::selling("0.1.0"), Home::fresh());
    let whole = fs::read_to_string(page.file("install.sh")).unwrap();
    let lines: Vec<&str> = whole.split_inclusive('\n').collect();
    for end in (1..lines.len()).step_by(10).chain([lines.len() - 1]) {
        home.write("half.sh", &lines[..end].concat());
        home.run("sh half.sh");
        assert_eq!(home.list(""), ["half.sh"], "the first {end} lines did something");
    }
}

#[test]
fn every_other_shell_of_a_system_can_run_it_too() {
    let (page, home) = (ReleasePage::selling("0.1.0"), Home::fresh());
    let said = home.run(&page.paste("").replace("| sh", "| bash --posix"));
    assert!(said.succeeded, "{said:?}");
    assert_eq!(home.installed(), "ec-site-tutor 0.1.0");
}

#[test]
fn the_installer_of_the_repository_says_that_it_belongs_to_no_release() {
    let (page, home) = (ReleasePage::selling("0.1.0"), Home::fresh());
    home.write("install.sh", include_str!("../../release/install.sh"));
    let said = home.run("sh install.sh");
    assert!(!said.succeeded && said.has(&["EC_SITE_TUTOR_URL"]), "{said:?}");
    assert!(home.run(&format!("EC_SITE_TUTOR_URL={} sh install.sh", page.server.address)).succeeded);
    assert_eq!(home.installed(), "ec-site-tutor 0.1.0");
}
