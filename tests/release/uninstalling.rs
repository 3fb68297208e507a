//! Removing the program again; what the learner did stays unless told otherwise.

use crate::home::Home;
use crate::release_page::ReleasePage;

/// A home with the program, progress, settings, and files of others beside them.
fn used_home(page: &ReleasePage) -> Home {
    let home = Home::fresh();
    assert!(home.run(&page.paste("")).succeeded);
    for file in ["state/ec-site-tutor/1.json", "state/other/file", "bin/other", "share/man/man1/other.1"] {
        home.write(&format!(".local/{file}"), "kept");
    }
    home.write(".config/ec-site-tutor/config.toml", "kept");
    home
}

#[test]
fn the_program_goes_and_progress_and_settings_stay_and_are_named() {
    let page = ReleasePage::selling("0.1.0");
    let home = used_home(&page);
    let said = home.run(&page.paste("-s -- --uninstall"));
    assert!(
        said.succeeded && said.has(&["Removed: ", "state/ec-site-tutor\n", ".config/ec-site-tutor\n", ".bashrc\n"]),
        "{said:?}"
    );
    assert_eq!(home.list(".local/bin"), ["other"]);
    assert_eq!(home.list(".local/share/man/man1"), ["other.1"]);
    assert_eq!(home.list(".local/share/bash-completion/completions"), [""; 0]);
    assert_eq!(home.read(".local/state/ec-site-tutor/1.json"), "kept");
    assert_eq!(home.read(".config/ec-site-tutor/config.toml"), "kept");
    assert!(home.run(&page.paste("")).succeeded, "it can be installed again");
}

#[test]
fn purging_removes_progress_and_settings_and_nothing_of_others() {
    let page = ReleasePage::selling("0.1.0");
    let home = used_home(&page);
    let said = home.run(&page.paste("-s -- --uninstall --purge"));
    assert!(said.succeeded && said.has(&["Removed: saved progress and settings"]), "{said:?}");
    assert!(!said.words.lines().any(|line| line.starts_with("Kept") && line.ends_with("ec-site-tutor")), "{said:?}");
    assert_eq!(home.list(".local/state"), ["other"]);
    assert_eq!(home.list(".config"), [""; 0]);
}

#[test]
fn progress_is_looked_for_where_the_program_keeps_it() {
    let page = ReleasePage::selling("0.1.0");
    let home = used_home(&page);
    home.write("elsewhere/ec-site-tutor/1.json", "kept");
    let elsewhere = home.path("elsewhere");
    let home = home.with("XDG_STATE_HOME", elsewhere).with("XDG_CONFIG_HOME", "not/absolute");
    let said = home.run(&page.paste("-s -- --uninstall --purge"));
    assert!(said.succeeded, "{said:?}");
    assert_eq!(home.list("elsewhere"), [""; 0]);
    assert_eq!(home.list(".config"), [""; 0], "a setting that isn't absolute counts for nothing");
    assert_eq!(home.read(".local/state/ec-site-tutor/1.json"), "kept");
}

#[test]
fn where_nothing_is_installed_that_is_said() {
    let said = Home::fresh().run(&ReleasePage::selling("0.1.0").paste("-s -- --uninstall"));
    assert!(said.succeeded && said.has(&["not installed"]), "{said:?}");
}

#[test]
fn other_words_are_refused_and_do_nothing() {
    let page = ReleasePage::selling("0.1.0");
    for words in ["--purge", "--uninstall --all", "--install"] {
        let home = Home::fresh();
        let said = home.run(&page.paste(&format!("-s -- {words}")));
        assert!(!said.succeeded && said.has(&["Possible: --uninstall [--purge]"]), "{said:?}");
        assert_eq!(home.list(""), [""; 0]);
    }
}
