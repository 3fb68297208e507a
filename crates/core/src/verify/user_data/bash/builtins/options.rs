//! `set` and `shopt` (Bash manual, "The Set Builtin", "The Shopt Builtin").

use super::super::Run;
use super::super::shell::Options;

/// The letters that `set` knows.
const LETTERS: &str = "abefhkmnoptuvxBCEHPT";
/// The long names that it knows, beside those that change what a script does.
const OTHERS: [&str; 18] = [
    "braceexpand",
    "emacs",
    "functrace",
    "hashall",
    "histexpand",
    "history",
    "ignoreeof",
    "interactive-comments",
    "keyword",
    "monitor",
    "nolog",
    "notify",
    "onecmd",
    "physical",
    "privileged",
    "verbose",
    "vi",
    "xtrace",
];

/// The names that `shopt` knows.
const SHOPT: &str = " autocd assoc_expand_once cdable_vars cdspell checkhash checkjobs checkwinsize cmdhist compat31 compat32 compat40 \
    compat41 compat42 compat43 compat44 complete_fullquote direxpand dirspell dotglob execfail expand_aliases extdebug extglob extquote \
    failglob force_fignore globasciiranges globskipdots globstar gnu_errfmt histappend histreedit histverify hostcomplete huponexit \
    inherit_errexit interactive_comments lastpipe lithist localvar_inherit localvar_unset login_shell mailwarn no_empty_cmd_completion \
    nocaseglob nocasematch noexpand_translation nullglob patsub_replacement progcomp progcomp_alias promptvars restricted_shell \
    shift_verbose sourcepath syslog_history varredir_close xpg_echo ";

impl Run<'_> {
    /// Sets the options that a shell is started with.
    pub fn set_options(&mut self, words: &[String]) {
        self.set(words);
    }

    pub(super) fn set(&mut self, words: &[String]) -> i32 {
        // Bash looks at all letters before it sets any.
        if !has_known_letters(words) {
            return 2;
        }
        let mut index = 0;
        while let Some(word) = words.get(index) {
            let on = word.starts_with('-');
            if word == "--" || word == "-" {
                index += 1;
                self.shell.arguments = words[index..].to_vec();
                return 0;
            }
            if !on && !word.starts_with('+') || word.len() < 2 {
                self.shell.arguments = words[index..].to_vec();
                return 0;
            }
            for letter in word[1..].chars() {
                if letter == 'o' {
                    index += 1;
                    let Some(name) = words.get(index) else { continue };
                    if let Some(option) = long_option(&mut self.shell.options, name) {
                        *option = on;
                    } else if !OTHERS.contains(&name.as_str()) {
                        return 2;
                    }
                } else if let Some(option) = letter_option(&mut self.shell.options, letter) {
                    *option = on;
                }
            }
            index += 1;
        }
        0
    }

    pub(super) fn shopt(&mut self, words: &[String]) -> i32 {
        let on = words.iter().any(|word| word.starts_with('-') && word.contains('s'));
        let off = words.iter().any(|word| word.starts_with('-') && word.contains('u'));
        let mut status = 0;
        for word in words.iter().filter(|word| !word.starts_with('-')) {
            let Some(option) = shell_option(&mut self.shell.options, word) else {
                status |= i32::from(!SHOPT.contains(&format!(" {word} ")) && !words.iter().any(|word| word == "-o"));
                continue;
            };
            if on || off {
                *option = on;
            } else if !*option {
                status = 1;
            }
        }
        status
    }

    /// Whether an option of `set -o` is on.
    pub(in super::super) fn has_option(&mut self, name: &str) -> bool {
        long_option(&mut self.shell.options, name).is_some_and(|option| *option)
    }

    /// `$-`
    pub(in super::super) fn option_letters(&mut self) -> String {
        let mut letters = "hB".to_owned();
        for letter in ['e', 'u', 'a', 'f', 'C', 'E'] {
            if letter_option(&mut self.shell.options, letter).is_some_and(|option| *option) {
                letters.push(letter);
            }
        }
        letters
    }
}

/// Whether `set` knows every letter of its options. What follows `-o` is a name, which it looks at only when it comes to it.
fn has_known_letters(words: &[String]) -> bool {
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        let is_option = word.len() > 1 && word.starts_with(['-', '+']) && word != "--";
        if !is_option {
            return true;
        }
        if !word[1..].chars().all(|letter| LETTERS.contains(letter)) {
            return false;
        }
        for _ in word.matches('o') {
            rest.next();
        }
    }
    true
}

fn letter_option(options: &mut Options, letter: char) -> Option<&mut bool> {
    Some(match letter {
        'e' => &mut options.errexit,
        'u' => &mut options.nounset,
        'a' => &mut options.allexport,
        'f' => &mut options.noglob,
        'n' => &mut options.noexec,
        'C' => &mut options.noclobber,
        'E' => &mut options.errtrace,
        _ => return None,
    })
}

fn long_option<'o>(options: &'o mut Options, name: &str) -> Option<&'o mut bool> {
    Some(match name {
        "errexit" => &mut options.errexit,
        "nounset" => &mut options.nounset,
        "pipefail" => &mut options.pipefail,
        "allexport" => &mut options.allexport,
        "noglob" => &mut options.noglob,
        "noexec" => &mut options.noexec,
        "noclobber" => &mut options.noclobber,
        "errtrace" => &mut options.errtrace,
        "posix" => &mut options.posix,
        _ => return None,
    })
}

fn shell_option<'o>(options: &'o mut Options, name: &str) -> Option<&'o mut bool> {
    Some(match name {
        "expand_aliases" => &mut options.aliases,
        "nullglob" => &mut options.nullglob,
        "failglob" => &mut options.failglob,
        "dotglob" => &mut options.dotglob,
        "lastpipe" => &mut options.lastpipe,
        "inherit_errexit" => &mut options.inherit_errexit,
        _ => return None,
    })
}
