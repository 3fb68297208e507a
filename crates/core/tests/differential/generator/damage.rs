//! One slip in a script: of a line, of a word, or of a letter.

use super::Random;

/// A script with one damage.
#[expect(clippy::too_many_lines, reason = "a table of slips, one in a line")]
pub fn damaged(text: &str, random: &mut Random) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    if lines.len() < 3 {
        return text.to_owned();
    }
    // The first line has slips of its own.
    if random.below(60) == 0 {
        let first = random.one_of(&[
            "#!/bin/bash -e -x",
            "#!bash",
            " #!/bin/bash",
            "#!/bin/zsh",
            "#!/usr/bin/env bash -e",
            "# !/bin/bash",
            "",
        ]);
        first.clone_into(&mut lines[0]);
        return lines.join("\n") + "\n";
    }
    let at = 1 + random.below(lines.len() - 1);
    let line = lines[at].clone();
    match random.below(34) {
        0..=3 => {
            lines.remove(at);
        }
        4 | 5 if at + 1 < lines.len() => lines.swap(at, at + 1),
        6 => {
            let moved = lines.remove(at);
            let to = 1 + random.below(lines.len());
            lines.insert(to, moved);
        }
        7 => lines[at] = format!("false && {line}"),
        8 => lines[at] = format!("true || {line}"),
        9 => lines[at] = format!("later() {{\n{line}\n}}"),
        10 => lines[at] = format!("# {line}"),
        11 => lines[at] = format!("( {line} )"),
        12 => lines[at] = format!("{line} &"),
        13 => lines[at] = format!("{line} | tee -a /var/log/x.log"),
        14 => lines[at] = format!("{line} || true"),
        15 => lines[at] = format!("if [ -f /etc/never ]; then\n{line}\nfi"),
        16 => {
            let new = random.one_of(&[
                "set -e",
                "set -u",
                "set -o pipefail",
                "exit 0",
                "exit 1",
                "cd /",
                "cd /tmp",
                "false",
                "set +e",
                "return 0",
                "unset PATH",
                "export PATH=/usr/bin:/bin",
                "wait",
                "rm -rf /root/ecommerce-app-v1",
                "pm2 delete all",
                "/root/.local/share/pnpm/pm2 kill",
                "trap 'exit 0' ERR",
                "cd \"$HOME\"",
                "exec bash",
                "su - ec2-user",
                "sudo -i",
                "fi",
                "done",
                "EOF",
                "shift",
                "break",
                "IFS=/",
                "set -f",
                "alias cd=echo",
                "unset HOME",
                "set --",
                "exec > /var/log/y.log",
                "set -n",
                "umask 777",
            ]);
            lines.insert(at, new.to_owned());
        }
        17 => lines.insert(at, line),
        18 => lines[at] = format!("  {line}"),
        19 => lines[at] = format!("{line} \\"),
        20 => lines[at] = swapped(&line, random),
        21 => lines[at] = exchanged(&line, random),
        22 => lines[at] = without_word(&line, random),
        23 | 24 => lines[at] = without_letter(&line, |one| "'\"$`(){}[]\\/<>|&;=-:".contains(one), random),
        25 => lines[at] = without_letter(&line, |_| true, random),
        26 => lines[at] = doubled(&line, random),
        27 => lines[at] = line.to_uppercase(),
        28 => lines[at] = format!("su ec2-user -c '{line}'"),
        29 => lines[at] = format!("sudo -u ec2-user {line}"),
        30 => lines[at] = line.replacen(' ', "  ", 1).replacen('=', " = ", 1),
        31 => lines[at] = format!("sudo {line}"),
        32 => lines[at] = format!("{line}; cd /root"),
        _ => lines[at] = format!("$({line})"),
    }
    lines.join("\n") + "\n"
}

/// Another operator, option or path in the place of one.
fn exchanged(line: &str, random: &mut Random) -> String {
    let pairs = [
        ("&&", ";"),
        ("||", "&&"),
        ("&&", "||"),
        (";", "&&"),
        (">>", ">"),
        (">", ">>"),
        (" > ", " < "),
        ("'", "\""),
        ("\"", "'"),
        ("\"", ""),
        ("'", ""),
        ("-o", "-n"),
        ("-d", "-D"),
        ("v1", "v2"),
        ("/root", "/home/ec2-user"),
        ("/root", "~"),
        ("/root", "$HOME"),
        ("/opt", "/opt/x"),
        ("==", "="),
        ("-eq", "="),
        ("-ne", "-eq"),
        ("!", ""),
        ("AURORA_SECRET_ARN", "AURORA_SECRET"),
        (".env", "env"),
        (".env", ".env.local"),
        ("pnpm", "npm"),
        ("pnpm", "pnpm "),
        ("pnpm/bin", "pnpm"),
        ("share/pnpm", "share/pnpm/bin"),
        ("pm2", "PM2"),
        ("install", "isntall"),
        ("start", "restart"),
        ("<<", "<<-"),
        ("<<'", "<<"),
        ("EOF", "'EOF'"),
        ("EOF", "eof"),
        ("$", "\\$"),
        ("${", "$"),
        ("$(", "${"),
        ("\"$", "$"),
        ("/bin/bash", "/bin/sh"),
        ("us-east-1", "ap-northeast-1"),
        ("cp", "sync"),
        ("s3://", "s3:/"),
        ("local ", ""),
        ("export ", ""),
        ("|", "||"),
        ("[ ", "[["),
        ("[ ", "["),
        (" ]", "]"),
        ("=\"", "= \""),
        ("then", ""),
        ("do", ""),
        ("\\", ""),
        ("~", "\"~\""),
        (" -y", ""),
        ("$!", "$?"),
        ("*", "\\*"),
        ("~/", "/root/"),
        ("+=", "="),
        (":-", "-"),
        ("until", "while"),
        ("while", "until"),
    ];
    let possible: Vec<_> = pairs.iter().filter(|(from, _)| line.contains(from)).collect();
    if possible.is_empty() {
        return line.to_owned();
    }
    let (from, to) = possible[random.below(possible.len())];
    if random.below(3) == 0 { line.replace(from, to) } else { line.replacen(from, to, 1) }
}

fn words(line: &str) -> Vec<&str> {
    line.split(' ').collect()
}

/// Two neighbouring words in each other's place.
fn swapped(line: &str, random: &mut Random) -> String {
    let mut words = words(line);
    if words.len() > 1 {
        let at = random.below(words.len() - 1);
        words.swap(at, at + 1);
    }
    words.join(" ")
}

fn without_word(line: &str, random: &mut Random) -> String {
    let mut words = words(line);
    words.remove(random.below(words.len()));
    words.join(" ")
}

fn without_letter(line: &str, wanted: impl Fn(char) -> bool, random: &mut Random) -> String {
    let places: Vec<usize> = line.char_indices().filter(|(_, one)| wanted(*one)).map(|(at, _)| at).collect();
    let mut line = line.to_owned();
    if !places.is_empty() {
        line.remove(places[random.below(places.len())]);
    }
    line
}

fn doubled(line: &str, random: &mut Random) -> String {
    let places: Vec<(usize, char)> = line.char_indices().collect();
    let mut line = line.to_owned();
    if !places.is_empty() {
        let (at, one) = places[random.below(places.len())];
        line.insert(at, one);
    }
    line
}
