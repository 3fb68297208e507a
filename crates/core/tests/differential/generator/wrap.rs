//! What stands around the stages: functions, other shells, conditions, files.

use super::{Random, Style, stages};

/// A whole script.
pub fn wrapped(style: &mut Style, random: &mut Random) -> String {
    let first = random.one_of(&[
        "#!/bin/bash",
        "#!/bin/bash",
        "#!/bin/bash",
        "#!/bin/bash -e",
        "#!/bin/bash -ex",
        "#!/bin/bash -xeu",
        "#!/usr/bin/env bash",
        "#! /bin/bash",
        "#!/usr/bin/bash",
        "#!/bin/sh",
    ]);
    let head = stages::head(style, random);
    let stages = body(style, random);
    let text = around(&head, &stages, random);
    let end = random.one_of(&["\n", "\n", "", "\n\n"]);
    let text = format!("{first}\n{text}{end}");
    match random.below(30) {
        0 => text.replace('\n', "\r\n"),
        _ => text,
    }
}

/// The stages, each as its lines.
fn body(style: &Style, random: &mut Random) -> Vec<String> {
    let join = |lines: Vec<String>| lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    let enters_first = random.below(2) == 0;
    let mut stages = vec![
        join(stages::place(style, random)),
        join(stages::fetch(style, random)),
        join(stages::unpack(style, random)),
    ];
    if enters_first {
        stages.push(join(stages::enter(style, random)));
        stages.push(join(stages::env_file(style, true, random)));
    } else {
        stages.push(join(stages::env_file(style, false, random)));
        stages.push(join(stages::enter(style, random)));
    }
    stages.push(join(stages::build(style, random)));
    // Some write it at the last moment.
    if random.below(6) == 0 {
        let at = if enters_first { 4 } else { 3 };
        let line = stages.remove(at);
        stages.push(line);
    }
    stages.push(join(stages::start(style, random)));
    stages
}

fn around(head: &[String], stages: &[String], random: &mut Random) -> String {
    let head = head.join("\n");
    let all = stages.join("\n");
    match random.below(20) {
        0 | 1 => format!("{head}\nmain() {{\n{all}\n}}\nmain \"$@\""),
        2 => in_functions(&head, stages),
        3 => format!("{head}\n(\n{all}\n)"),
        4 => format!("{head}\n{{\n{all}\n}} 2>&1 | tee -a /var/log/deploy.log"),
        5 => format!(
            "cat > /opt/deploy.sh <<'SCRIPT'\n#!/bin/bash\n{head}\n{all}\nSCRIPT\nchmod +x /opt/deploy.sh\n/opt/deploy.sh"
        ),
        6 => format!("cat > /tmp/deploy.sh <<'SCRIPT'\n{head}\n{all}\nSCRIPT\nbash /tmp/deploy.sh"),
        7 => format!("sudo -i bash <<'SCRIPT'\n{head}\n{all}\nSCRIPT"),
        8 => format!("su - root <<'SCRIPT'\n{head}\n{all}\nSCRIPT"),
        9 => format!("bash -s <<'SCRIPT'\n{head}\n{all}\nSCRIPT"),
        10 => format!("{head}\nif [ ! -f /var/lib/shop.done ]; then\n{all}\ntouch /var/lib/shop.done\nfi"),
        11 => format!(
            "tee /usr/local/bin/deploy > /dev/null <<'SCRIPT'\n#!/bin/bash\n{head}\n{all}\nSCRIPT\nchmod 755 /usr/local/bin/deploy\nsudo /usr/local/bin/deploy"
        ),
        12 => format!("cat > /root/deploy.sh <<'SCRIPT'\n{head}\n{all}\nSCRIPT\nsu - root -c 'bash /root/deploy.sh'"),
        13 => format!("cat > /root/lib.sh <<'SCRIPT'\n{head}\n{all}\nSCRIPT\nsource /root/lib.sh"),
        _ => format!("{head}\n{all}"),
    }
}

fn in_functions(head: &str, stages: &[String]) -> String {
    let names = ["prepare", "fetch", "unpack", "configure", "enter", "build", "start"];
    let mut text = head.to_owned();
    for (name, stage) in names.iter().zip(stages) {
        text.extend(["\n", name, "() {\n", stage, "\n}"]);
    }
    for name in names {
        text.extend(["\n", name]);
    }
    text
}
