//! Scripts in, operations out: what the reader makes of shell's own ways.

use std::fmt::Write as _;

use test_case::test_case;

use super::operations::Run;
use super::*;

/// Operations in a line each; `?` is what only a run could tell, `+` a text that ends within a line.
fn operations(script: &str) -> String {
    let lines: Vec<String> = follow(script).iter().map(line).collect();
    lines.join("; ").replace(UNKNOWN, "?")
}

fn line(operation: &Operation) -> String {
    match operation {
        Operation::Fetched { from, to } => format!("fetch {from} to {}", to.join(" or ")),
        Operation::Unpacked { file, into } => format!("unpack {file} into {into}"),
        Operation::Moved { from, to } => format!("move {from} to {to}"),
        Operation::Made(folder) => format!("make {folder}"),
        Operation::Wrote { file, text, append: false } => format!("write {file}: {}", lines(text)),
        Operation::Wrote { file, text, append: true } => format!("append {file}: {}", lines(text)),
        Operation::Ran(run) => ran(run),
    }
}

fn lines(text: &str) -> String {
    let unended = || if text.ends_with(UNKNOWN) { text.to_owned() } else { format!("{text}+") };
    text.strip_suffix('\n').map_or_else(unended, str::to_owned)
}

fn ran(run: &Run) -> String {
    let mut line = format!("run {} {} in {}", run.program, run.arguments.join(" "), run.works_in());
    if let Some(home) = &run.home {
        let _ = write!(line, " at home in {home}");
    }
    if run.path != FIRST_PATH {
        let _ = write!(line, " with {}", run.path);
    }
    line
}

// Quotes, escapes and what ends a word.
#[test_case("mv \\\n /a /b", "move /a to /b"; "a continued line")]
#[test_case("mkdir \\abc", "make /abc"; "an escaped letter at the beginning")]
#[test_case("mkdir a\\ b", "make /a b"; "an escaped blank")]
#[test_case("mkdir a\\\nb", "make /ab"; "a word continued on the next line")]
#[test_case("mkdir 'a b'\"c d\"e", "make /a bc de"; "quotes side by side")]
#[test_case(r#"mkdir "a\"b\c""#, r#"make /a"b\c"#; "escapes within double quotes")]
#[test_case("mkdir \"a\\\nb\"", "make /ab"; "a quoted text continued on the next line")]
#[test_case("echo $'a\\nb' > /f", "write /f: a\nb"; "a text with escapes of its own")]
#[test_case("mkdir /a # mkdir /b\nmkdir /c", "make /a; make /c"; "a comment")]
#[test_case("mkdir /a#b", "make /a#b"; "a number sign within a word")]
#[test_case("d\\o mkdir /a", ""; "an escaped keyword is none")]
#[test_case("mkdir /a; mkdir /b & mkdir /c && mkdir /d || mkdir /e | mkdir /f", "make /a; make /b; make /c; make /d; make /e; make /f"; "every separator")]
#[test_case("if true; then mkdir /a; else mkdir /b; fi", "make /a; make /b"; "both branches")]
#[test_case("a=(mkdir /a); mkdir /b", "make /b"; "a list of values")]
#[test_case("echo { mkdir /a; mkdir }", "make /}"; "braces that are words")]
#[test_case("(cd /a; mkdir b); mkdir c", "make /a/b; make /c"; "a subshell")]
fn words(script: &str, expected: &str) {
    assert_eq!(operations(script), expected);
}

// Variables and what only a run can tell.
#[test_case("X=/a; mkdir $X", "make /a"; "plain")]
#[test_case("X=/a; mkdir ${X}b", "make /ab"; "in braces")]
#[test_case("_x=/a; mkdir $_x", "make /a"; "a name that begins with an underscore")]
#[test_case("A_1=/a; mkdir ${A_1}b $A_1", "make /a"; "a name with an underscore and a digit")]
#[test_case("A_1=/a; mkdir ${A_1}b", "make /ab"; "such a name in braces")]
#[test_case("X=; mkdir ${X:-/d}", "make /d"; "a default for what is empty")]
#[test_case("X=/a; mkdir ${X:-/d}", "make /a"; "a default that isn't needed")]
#[test_case("mkdir ${X-/d}", "make /d"; "a default for what is unset")]
#[test_case("X=/a; mkdir ${X:?is missing}", "make /a"; "one that must not be empty")]
#[test_case("X=/a; mkdir ${X?is missing}", "make /a"; "one that must be set")]
#[test_case("X=/a; mkdir /b${X%a}", "make /b?"; "a part cut off")]
#[test_case("X=/a; mkdir /b${#X}", "make /b?"; "a length")]
#[test_case("mkdir /a${-}b", "make /a?b"; "the shell's options in braces")]
#[test_case("mkdir /a$1b$@c$*d", "make /abcd"; "arguments of the script, which has none")]
#[test_case("mkdir /a$0b$#", "make /a?b?"; "the script's name, and how many arguments")]
#[test_case("mkdir /a$/b", "make /a$/b"; "a dollar sign alone")]
#[test_case("mkdir /a$(f (b) c)d", "make /a?d"; "the output of a command with parentheses in it")]
#[test_case("mkdir /a$(echo ')' \")\" \\) )b", "make /a?b"; "the output of a command with quoted parentheses")]
#[test_case("mkdir /a$(echo \"\\\")\" )b", "make /a?b"; "the output of a command with an escaped quote in quotes")]
#[test_case("mkdir /a`date +%F`b", "make /a?b"; "the output of a command in backticks")]
#[test_case("X=$(mkdir /a; cd /b); mkdir c$X", "make /a; make /c?"; "what is done for an output")]
#[test_case("X=\"`mkdir '/a b'`\"; mkdir c", "make /a b; make /c"; "what is done for an output in backticks")]
#[test_case("X=`mkdir /a`", "make /a"; "what is done for one without quotes")]
#[test_case("echo \"$(mkdir \"/a )\" \\) ')' (b))\" > /f", "make /); write /f: ?"; "quotes, escapes and parentheses in it")]
#[test_case("f() { X=$(mkdir /$1); }; f a", "make /a"; "the arguments of a function in it")]
#[test_case("echo a | tee /f$(echo b > /g)", "write /g: b; write /f?: a"; "an output of its own")]
#[test_case("echo a > $(echo b > /g; echo /f)", "write /g: b; write ?: a"; "an output that names a file")]
#[test_case("mkdir /a$((1 + (2)))", "make /a?"; "a sum")]
#[test_case("mkdir \"/a`date +%F`b\"", "make /a?b"; "the same in quotes")]
#[test_case("mkdir /a*", "make /a?"; "a pattern")]
#[test_case("X='/a /b'; mv $X", "move /a to /b"; "split at blanks")]
#[test_case("X='/a /b'; mkdir \"$X\"", "make /a /b"; "not split in quotes")]
#[test_case("mkdir ~/a", "make /root/a"; "the home")]
#[test_case("mkdir '~/a'", "make /~/a"; "a quoted tilde")]
#[test_case("A=/a; unset A; mkdir /x$A", "make /x"; "unset")]
#[test_case("A=/a; B=/b; unset A; mkdir $B", "make /b"; "another one unset")]
#[test_case("X=/b; read -r X; mkdir /a$X", "make /a?"; "read from the input")]
#[test_case("1a=/x mkdir /b", ""; "a name can't begin with a digit")]
#[test_case("a-b=/x mkdir /b", ""; "a name can't hold a hyphen")]
#[test_case("A=/a mkdir /b; mkdir /c$A", "make /b; make /c"; "one for a single command")]
fn variables(script: &str, expected: &str) {
    assert_eq!(operations(script), expected);
}

// Functions, loops and what they are made of.
#[test_case("f() { mkdir /a; }", ""; "a function that nobody calls")]
#[test_case("f() { mkdir /a; }; mkdir /b; f; f", "make /b; make /a; make /a"; "a function where it is called")]
#[test_case("f() {\nmkdir /a\n}\nf", "make /a"; "over lines")]
#[test_case("function f {\nmkdir /a\n}\nf", "make /a"; "with the keyword")]
#[test_case("function f\n{\nmkdir /a\n}\nf", "make /a"; "with the keyword and the group on the next line")]
#[test_case("function f() { mkdir /a; }; f", "make /a"; "with the keyword and parentheses")]
#[test_case("f() ( cd /a; mkdir b ); f; mkdir c", "make /a/b; make /c"; "with a subshell as its body")]
#[test_case("f() { cd /a; }; f; mkdir b", "make /a/b"; "what it changes stays")]
#[test_case("f() { g; mkdir /a; }; g() { mkdir /b; }; f", "make /b; make /a"; "a function that calls a later one")]
#[test_case("f() { { mkdir /a; }; mkdir /b; }; mkdir /c; f", "make /c; make /a; make /b"; "a group in a function")]
#[test_case("f() { for X in a; do mkdir /$X; done; }; mkdir /c; f", "make /c; make /a"; "a loop in a function")]
#[test_case("f() { while read X; do mkdir /a; done; mkdir /b; }; mkdir /c; f", "make /c; make /a; make /b"; "a loop with a condition in a function")]
#[test_case("f() { case x in y) mkdir /a;; *) mkdir /b;; esac; }; mkdir /c; f", "make /c; make /a; make /b"; "a case in a function")]
#[test_case("f() { mkdir /$2/$1; }; f a b", "make /b/a"; "with arguments")]
#[test_case("f() { mkdir /${1}a/${2:-b}; }; f a", "make /aa/b"; "with arguments in braces")]
#[test_case("f() { \"$@\"; }; f mkdir '/a b'", "make /a b"; "that runs its arguments")]
#[test_case("f() { $@; }; f mkdir /a", "make /a"; "that runs them without quotes")]
#[test_case("f() { ${@}; }; f mkdir /a", "make /a"; "that runs them in braces")]
#[test_case("f() { until \"$*\"; do sleep 1; done; }; f mkdir /a", "make /a"; "that runs them until it works")]
#[test_case("f() { echo \"a $*\" > /f; }; f b c", "write /f: a b c"; "that names them in a text")]
#[test_case("f() { shift; \"$@\"; }; f 3 mkdir /a", "make /a"; "that drops the first")]
#[test_case("f() { shift 2; \"$@\"; }; f 3 4 mkdir /a", "make /a"; "that drops two")]
#[test_case("f() { shift 9; mkdir /a$1; }; f 3", "make /a"; "that drops more than there are")]
#[test_case("f() { g b; mkdir /$1; }; g() { mkdir /$1; }; f a", "make /b; make /a"; "each with its own arguments")]
#[test_case("f() { mkdir /a; }; (cd /x; f; mkdir b)", "make /a; make /x/b"; "called in a subshell")]
#[test_case("f() { echo a; }; f | tee /f", "write /f: a"; "of which the output is read")]
#[test_case("f() { f; }; f; mkdir /a", "make /a"; "that calls itself")]
#[test_case("f() { f; f; }; f; mkdir /a", ""; "that calls itself too often")]
#[test_case("for X in b c; do mkdir /a$X; done; mkdir /d", "make /ab; make /ac; make /d"; "a loop over words")]
#[test_case("L='b c'; for X in $L d\ndo\nmkdir /a$X\ndone", "make /ab; make /ac; make /ad"; "a loop over a variable")]
#[test_case("for X in $(ls); do mkdir /a$X; done", "make /a?"; "a loop over what only a run could tell")]
#[test_case("f() { for X; do mkdir /$X; done; }; f a b", "make /a; make /b"; "a loop over the arguments")]
#[test_case("f() { for X do mkdir /$X; done; }; f a b", "make /a; make /b"; "a loop over the arguments on one line")]
#[test_case("f() { for do in c; do mkdir /$do; done; }; f a b", "make /c"; "a loop with a keyword as its variable")]
#[test_case("f() { select X do mkdir /a$X; done; mkdir /b; }; mkdir /c; f a", "make /c; make /a?; make /b"; "a choice from the arguments on one line")]
#[test_case("for X in a b; do for Y in c d; do mkdir /$X$Y; done; done", "make /ac; make /ad; make /bc; make /bd"; "a loop in a loop")]
#[test_case("for ((i=0; i<3; i++)); do mkdir /a; done", "make /a"; "a loop that counts")]
#[test_case("select X in b; do mkdir /a$X; done", "make /a?"; "a choice")]
#[test_case("b=/b; select X in b; do mkdir $b; done", "make /b"; "what there is to choose is no variable")]
#[test_case("case x in mkdir) mkdir /a;; esac", "make /a"; "a pattern is no command")]
#[test_case("f() { mkdir /a; }; case x in\nf) mkdir /b;;\nesac", "make /b"; "a pattern is no call")]
#[test_case("(case x in f) mkdir b;; esac; cd /c; mkdir e); mkdir d", "make /b; make /c/e; make /d"; "a case in a subshell")]
#[test_case("f() { mkdir /c; }; case x in y) if true; then mkdir /a; fi;; f) mkdir /b;; esac", "make /a; make /b"; "a condition in a case")]
#[test_case("case x in f) (cd /a; mkdir b);; esac; mkdir c", "make /a/b; make /c"; "a subshell in a case")]
#[test_case("{ cd /a; mkdir b; }; mkdir c", "make /a/b; make /a/c"; "a group")]
#[test_case("true && { mkdir /a; }", "make /a"; "a group that may not run")]
#[test_case("echo a | { tee /f; }", "write /f: a"; "a group that reads")]
#[test_case("{ cat <<E > /f; }\na\nE\nmkdir /b", "write /f: a; make /b"; "a here-document in a group")]
#[test_case("false || { exit; }; mkdir /a", "make /a"; "an end in a group")]
#[test_case("false || { mkdir /b; exit; }; mkdir /a", "make /b; make /a"; "an end further on in a group")]
#[test_case("mkdir do; mkdir done", "make /do; make /done"; "keywords that are arguments")]
fn compounds(script: &str, expected: &str) {
    assert_eq!(operations(script), expected);
}

#[test]
fn endless_loops_come_to_an_end() {
    let loops = "for A in $X; do ".repeat(4) + &"done; ".repeat(4);
    assert_eq!(operations(&format!("X='{}'; {loops} mkdir /a", "a ".repeat(1_000))), "");
    let depth = "for A in b; do ".repeat(8) + "mkdir /$A; " + &"done; ".repeat(8);
    assert_eq!(operations(&depth), "make /b");
}

// What is written where.
#[test_case("echo a > /f", "write /f: a"; "a file")]
#[test_case("echo a>/f", "write /f: a"; "without blanks")]
#[test_case("echo a >> /f", "append /f: a"; "added to")]
#[test_case("echo a >| /f", "write /f: a"; "in spite of noclobber")]
#[test_case("echo a &> /f", "write /f: a"; "both streams")]
#[test_case("echo a 1>/f", "write /f: a"; "the output by number")]
#[test_case("echo 5 > /f", "write /f: 5"; "a number before a blank is an argument")]
#[test_case("echo a 2>/f", ""; "the error output")]
#[test_case("echo a > /f 2>&1", "write /f: a"; "the error output joined to it")]
#[test_case("echo a >&2", ""; "another stream")]
#[test_case("echo a > >(tee /f)", ""; "a program that reads along")]
#[test_case("mv <(date) /b", "move ? to /b"; "the output of a program as a file")]
#[test_case("cat < /a > /f", "write /f: ?"; "what another file holds")]
#[test_case("cat 0<<<text > /f", "write /f: text"; "a here-string on the input by number")]
#[test_case("cat <<<text > /f", "write /f: text"; "a here-string")]
#[test_case("X=1; cat <<E > /f\na $X\nE\nmkdir /b", "write /f: a 1; make /b"; "a here-document")]
#[test_case("cat <<'E' > /f\na $X\nE", "write /f: a $X"; "a quoted here-document")]
#[test_case("cat <<-E > /f\n\ta\n\tE\nmkdir /b", "write /f: a; make /b"; "a here-document with tabs")]
#[test_case("cat - <<<text > /f", "write /f: text"; "the input by its sign")]
#[test_case("cat /a > /f", "write /f: ?"; "the content of a file")]
#[test_case("echo -n a b > /f", "write /f: a b+"; "without line end")]
#[test_case("echo -e 'a\\nb' > /f", "write /f: a\nb"; "with escapes")]
#[test_case("echo -ne 'a\\nb' > /f", "write /f: a\nb+"; "with escapes and without line end")]
#[test_case("echo -E -x - > /f", "write /f: -x -"; "what is no option of echo")]
#[test_case("echo - > /f", "write /f: -"; "a hyphen")]
#[test_case("echo nee > /f", "write /f: nee"; "a word of the letters of options")]
#[test_case("echo a -n > /f", "write /f: a -n"; "an option behind the text")]
#[test_case("printf '%s,' a b > /f", "write /f: a,b,+"; "by format, again and again")]
#[test_case("printf '%s=%s\\n' a > /f", "write /f: a="; "by format with too little")]
#[test_case("printf a%s '%s' > /f", "write /f: a%s+"; "by format with its own sign in a value")]
#[test_case("printf -- a b > /f", "write /f: a+"; "by format without a place for values")]
#[test_case("printf > /f", "write /f: +"; "without a format")]
#[test_case("echo 'a\\nb' > /f", "write /f: a\\nb"; "without escapes")]
#[test_case("printf '%s=%s\\n' a b > /f", "write /f: a=b"; "by format")]
#[test_case("echo a | tee /f", "write /f: a"; "through tee")]
#[test_case("echo a | tee -a /f", "append /f: a"; "added through tee")]
#[test_case("echo a | tee --append /f", "append /f: a"; "added through tee in full")]
#[test_case("echo a | tee /f /g", "write /f: a; write /g: a"; "two files")]
fn outputs(script: &str, expected: &str) {
    assert_eq!(operations(script), expected);
}

// Folders.
#[test_case("cd /a/../b; mkdir c", "make /b/c"; "up and down")]
#[test_case("cd; mkdir a", "make /root/a"; "home")]
#[test_case("cd -P /a; mkdir b", "make /a/b"; "with an option")]
#[test_case("cd /a; cd -; mkdir b", "make ?/b"; "back")]
#[test_case("pushd /a; mkdir b; popd; mkdir c", "make /a/b; make ?/c"; "on the stack")]
fn folders(script: &str, expected: &str) {
    assert_eq!(operations(script), expected);
}

// What programs get to see of HOME and PATH.
#[test_case("pnpm i", "run pnpm i in /"; "nothing is exported at first")]
#[test_case("HOME=/h; pnpm i", "run pnpm i in /"; "set alone isn't exported")]
#[test_case("export HOME=/h; pnpm i", "run pnpm i in / at home in /h"; "exported")]
#[test_case("export HOME=/g; HOME=/h; pnpm i", "run pnpm i in / at home in /h"; "once exported stays so")]
#[test_case("HOME=/h; export HOME; pnpm i", "run pnpm i in / at home in /h"; "exported later")]
#[test_case("export HOME=/h; export -n HOME; pnpm i", "run pnpm i in /"; "taken back")]
#[test_case("declare HOME=/h; pnpm i", "run pnpm i in /"; "declared alone isn't exported")]
#[test_case("declare -x HOME=/h; pnpm i", "run pnpm i in / at home in /h"; "declared as exported")]
#[test_case("set -a; HOME=/h; pnpm i", "run pnpm i in / at home in /h"; "everything is exported")]
#[test_case("set -o allexport; HOME=/h; pnpm i", "run pnpm i in / at home in /h"; "everything in full")]
#[test_case("set -o pipefail; HOME=/h; pnpm i", "run pnpm i in /"; "another option")]
#[test_case("set allexport; HOME=/h; pnpm i", "run pnpm i in /"; "an argument that looks like the option")]
#[test_case("set -eu; HOME=/h; pnpm i", "run pnpm i in /"; "options without it")]
#[test_case("set -a; set +a; HOME=/h; pnpm i", "run pnpm i in /"; "no longer everything")]
#[test_case("HOME=/h pnpm i", "run pnpm i in / at home in /h"; "for one command")]
#[test_case("env HOME=/h pnpm i; pnpm i", "run pnpm i in / at home in /h; run pnpm i in /"; "by env")]
#[test_case("PATH=/t:$PATH; pnpm i", "run pnpm i in / with /t:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"; "a longer PATH")]
#[test_case(". /etc/profile; pnpm i", "run pnpm i in / with ?"; "a PATH from another file")]
#[test_case("pnpm -C /app i", "run pnpm -C /app i in /app"; "a folder by option")]
#[test_case("pnpm --dir=app i", "run pnpm --dir=app i in /app"; "a folder by an option in one word")]
#[test_case("pnpm --filter=app -x b i", "run pnpm --filter=app -x b i in /"; "options that name no folder")]
fn environments(script: &str, expected: &str) {
    assert_eq!(operations(script), expected);
}

// Scripts and users within the script.
#[test_case("bash -c 'mkdir /a'", "make /a"; "by an argument")]
#[test_case("bash -x -c 'mkdir /a'", "make /a"; "behind another option")]
#[test_case("bash src -c 'mkdir /a'", "make /a"; "behind a word that ends like the option")]
#[test_case("bash <<E\nmkdir /a\nE", "make /a"; "on the input")]
#[test_case("bash -c 'mkdir /$1' x a", "make /a"; "by an argument with an argument")]
#[test_case("echo 'mkdir /$1' > /f; bash /f a", "write /f: mkdir /$1; make /a"; "from a file that it has written")]
#[test_case("echo 'mkdir /a' > /f; echo 'mkdir /b' >> /f; sh -eu /f", "write /f: mkdir /a; append /f: mkdir /b; make /a; make /b"; "from a file written in two pieces")]
#[test_case("echo 'mkdir /a' > /f; echo 'mkdir /b' > /f; sh /f", "write /f: mkdir /a; write /f: mkdir /b; make /b"; "from a file written twice")]
#[test_case("cd /x; echo 'mkdir /$1' > f; chmod +x f; ./f a", "write /x/f: mkdir /$1; make /a"; "a file that it has written, by its name")]
#[test_case("echo 'mkdir /a' > /f; sh /g", "write /f: mkdir /a"; "from another file")]
#[test_case("echo 'cd /a' > /f; /f; mkdir b", "write /f: cd /a; make /b"; "what a file changes ends with it")]
#[test_case("f() { bash -c 'mkdir /a$1'; }; f b", "make /a"; "without the arguments of the function around it")]
#[test_case("bash -c 'pnpm i'", "run pnpm i in /"; "no login")]
#[test_case("bash -lc 'pnpm i'", "run pnpm i in / with ?"; "a login, which reads the profile")]
#[test_case("bash --login -c 'pnpm i'", "run pnpm i in / with ?"; "a login in full")]
#[test_case("bash --noprofile -c 'pnpm i'", "run pnpm i in /"; "another option with the letter of a login")]
#[test_case("bash ll -c 'pnpm i'", "run pnpm i in /"; "an argument with that letter")]
#[test_case("bash -c 'cd /a'; mkdir b", "make /b"; "what it changes ends with it")]
#[test_case("bash -c 'exit'; mkdir b", "make /b"; "its end isn't ours")]
#[test_case("mkdir a; exit; mkdir b", "make /a"; "the end")]
#[test_case("bash -c 'mkdir a'; exit; mkdir b", "make /a"; "the end behind another script")]
#[test_case("env mkdir a; exit; mkdir b", "make /a"; "the end behind a command of a command")]
#[test_case("true || exit; mkdir b", "make /b"; "an end that may not come")]
#[test_case("(exit); mkdir b", "make /b"; "the end of a subshell")]
#[test_case("su - root -c 'cd; mkdir a'", "make /root/a"; "su to root")]
#[test_case("su -c 'cd; mkdir a'", "make /root/a"; "su without a name")]
#[test_case("su ec2-user -c 'cd; mkdir a'", "make /home/ec2-user/a"; "su to somebody else")]
#[test_case("su -lc 'cd; mkdir a' ec2-user", "make /home/ec2-user/a"; "su with the name at the end")]
#[test_case("runuser -l ec2-user -c 'cd; mkdir a'", "make /home/ec2-user/a"; "runuser")]
#[test_case("su ec2-user -c 'cd /x'; mkdir a; cd; mkdir b", "make /a; make /root/b"; "what it changes ends with it too")]
#[test_case("sudo pnpm i", "run pnpm i in / at home in /root"; "sudo")]
#[test_case("sudo -u ec2-user -H pnpm i", "run pnpm i in / at home in /home/ec2-user"; "sudo to somebody else")]
#[test_case("sudo mkdir a; pnpm i", "make /a; run pnpm i in /"; "what it changes ends with it as well")]
#[test_case("nohup nice -n 5 timeout 60 mkdir /a", "make /a"; "through others")]
fn shells(script: &str, expected: &str) {
    assert_eq!(operations(script), expected);
}

#[test]
fn scripts_one_after_the_other_are_not_deep() {
    for one in ["bash -c 'mkdir /a'\n", "env mkdir /a\n"] {
        assert_eq!(operations(&one.repeat(DEEPEST + 1)), ["make /a"; DEEPEST + 1].join("; "), "{one}");
    }
}

#[test]
fn a_script_is_followed_for_so_many_commands() {
    let made = |commands: usize| follow(&"mkdir /a\n".repeat(commands)).len();
    assert_eq!(made(MOST_COMMANDS), MOST_COMMANDS);
    assert_eq!(made(MOST_COMMANDS + 1), MOST_COMMANDS);
}

#[test]
fn long_values_and_texts_are_left_unknown() {
    let wrote = |text: &str| format!("write /f: {text}");
    for (length, followed) in [(LONGEST_VALUE, true), (LONGEST_VALUE + 1, false)] {
        let value = "a".repeat(length);
        assert_eq!(
            operations(&format!("X={value}; echo $X > /f")),
            wrote(if followed { &value } else { "?" }),
            "{length}"
        );
    }
    for (length, followed) in [(LONGEST_TEXT, true), (LONGEST_TEXT + 1, false)] {
        let text = "a".repeat(length);
        assert_eq!(operations(&format!("echo '{text}' > /f")), wrote(if followed { &text } else { "?" }), "{length}");
    }
}

// Archives.
#[test_case("aws s3 cp s3://b/k.zip /d/", "fetch s3://b/k.zip to /d/k.zip"; "into a folder")]
#[test_case("cd /d; aws s3 cp s3://b/k.zip .", "fetch s3://b/k.zip to /d/k.zip"; "into the current folder")]
#[test_case("cd /d/e; aws s3 cp s3://b/k.zip ..", "fetch s3://b/k.zip to /d/k.zip"; "into the folder above")]
#[test_case("aws s3 cp s3://b/k.zip /d", "fetch s3://b/k.zip to /d or /d/k.zip"; "to a name")]
#[test_case("aws s3 cp s3://b/k.zip - --quiet", "fetch s3://b/k.zip to -"; "to the output")]
#[test_case("aws s3 cp s3://b/k.zip - > /d", "fetch s3://b/k.zip to /d"; "to the output and from there to a file")]
#[test_case("aws s3 cp s3://b/k.zip /d > /f", "fetch s3://b/k.zip to /d or /d/k.zip; write /f: ?"; "with its messages in a file")]
#[test_case("aws s3 cp s3://b/k.zip -; echo a > /f", "fetch s3://b/k.zip to -; write /f: a"; "before another output to a file")]
#[test_case("aws --region x s3api get-object --bucket b --key k.zip /d", "fetch s3://b/k.zip to /d"; "by the lower API")]
#[test_case("aws s3 ls s3://b/k.zip /d", ""; "only listed")]
#[test_case("aws s3 cp s3://b/k.zip /d --dryrun", ""; "only tried")]
#[test_case("unzip /a.zip", "unpack /a.zip into /"; "here")]
#[test_case("unzip -l /a.zip", ""; "listed by unzip")]
#[test_case("unzip -qt /a.zip", ""; "tested by unzip")]
#[test_case("unzip -q /a -d /x", "unpack /a.zip into /x"; "elsewhere, the ending left out")]
#[test_case("unzip -d /x /a.zip", "unpack /a.zip into /x"; "elsewhere, named first")]
#[test_case("bsdtar -xf /a.zip -C /x", "unpack /a.zip into /x"; "by tar")]
#[test_case("bsdtar xf /a.zip", "unpack /a.zip into /"; "by tar without a hyphen")]
#[test_case("bsdtar -x -v -f /a.zip", "unpack /a.zip into /"; "by tar with its options apart")]
#[test_case("bsdtar --extract --file /a.zip --directory /x", "unpack /a.zip into /x"; "by tar in full")]
#[test_case("bsdtar --extract --file=/a.zip --directory=/x", "unpack /a.zip into /x"; "by tar in single words")]
#[test_case("aws s3 cp s3://b/k.zip - | bsdtar -x", "fetch s3://b/k.zip to -; unpack - into /"; "by tar from its input")]
#[test_case("bsdtar -xf - -C /x", "unpack - into /x"; "by tar from its input by sign")]
#[test_case("bsdtar -x --exclude=f -f /a.zip", "unpack /a.zip into /"; "by tar without what ends like an option")]
#[test_case("tar czf /a.tgz x", ""; "packed")]
#[test_case("tar --exclude=x -czf /a.tgz x", ""; "packed without something")]
#[test_case("7z x -y /a.zip -o/x", "unpack /a.zip into /x"; "by 7z")]
#[test_case("7za e /a.zip", "unpack /a.zip into /"; "by 7za")]
#[test_case("7z l /a.zip", ""; "listed by 7z")]
#[test_case("jar xf /a.zip", "unpack /a.zip into /"; "by jar")]
#[test_case("jar cf /a.zip", ""; "packed by jar")]
#[test_case("jar xv /a.zip", ""; "by jar from its input")]
#[test_case("python3 -m zipfile -e /a.zip /x", "unpack /a.zip into /x"; "by Python")]
#[test_case("python3 -m zipfile --extract /a.zip x", "unpack /a.zip into /x"; "by Python in full")]
#[test_case("python3 -m http.server", ""; "something else of Python")]
#[test_case("mv -f /a /b", "move /a to /b"; "moved")]
#[test_case("mv /a /b /c", ""; "several moved")]
fn archives(script: &str, expected: &str) {
    assert_eq!(operations(script), expected);
}

#[test_case("a", "a", true; "the same")]
#[test_case("a", "b", false; "another")]
#[test_case("/a\0/c", "/ab/c", true; "a gap in the first")]
#[test_case("/ab/c", "/a\0/c", true; "a gap in the second")]
#[test_case("/a\0/c", "/b/c", false; "another beginning")]
#[test_case("/a\0/c", "/a/d", false; "another end")]
#[test_case("/a\0b\0/c", "/axb/c", true; "two gaps")]
#[test_case("/ab\0bc", "/abc", false; "beginning and end overlap")]
#[test_case("/ab\0bc", "/abbc", true; "nothing in the gap")]
#[test_case("\0a", "b\0", true; "gaps in both")]
fn possibly_equal(a: &str, b: &str, expected: bool) {
    assert_eq!(operations::may_equal(a, b), expected);
}
