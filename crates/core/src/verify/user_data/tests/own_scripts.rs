//! The scripts that must pass on an image of either layout: the lesson's own, and the one that the course has published.

use std::collections::BTreeMap;

use test_case::{test_case, test_matrix};

use crate::lesson::{Lesson, Pack, load};
use crate::verify::user_data::deployment::{Outcome, on_layout};
use crate::verify::user_data::format::parts;
use crate::verify::user_data::goal::Deployment;
use crate::verify::user_data::machine::Layout;

const SECRET: &str = "arn:aws:secretsmanager:us-east-1:418602573914:secret:shop-AbCdEf";

fn lesson() -> Lesson {
    load(&Pack::Embedded, &BTreeMap::from([("secret_arn".to_owned(), SECRET.to_owned())])).unwrap()
}

/// Where the image has its programs.
fn programs(layout: Layout) -> &'static str {
    match layout {
        Layout::Root => "/root/.local/share/pnpm",
        Layout::Bin => "/root/.local/share/pnpm/bin",
    }
}

/// What the published script does, on an image with its programs in `programs`.
fn published(lesson: &Lesson, programs: &str) -> String {
    let value = |name| lesson.values.get(name).unwrap();
    let (archive, folder) = (value("app_archive"), value("app_folder"));
    format!(
        "#!/bin/bash\nexport HOME=/root\ncd /root\naws s3 cp {archive} ./{folder}.zip\nunzip -o {folder}.zip\ncd /root/{folder}\n\
         echo 'AURORA_SECRET_ARN={SECRET}' > /root/{folder}/.env\n{programs}/pnpm install\n{programs}/pnpm build\n\
         {programs}/pm2 start\n{programs}/pm2 save\n{programs}/pm2 startup\n"
    )
}

fn deploys(script: &str, layout: Layout) -> bool {
    let lesson = lesson();
    let value = |name| lesson.values.get(name).unwrap();
    let wanted = Deployment {
        archive: value("app_archive"),
        folder: value("app_folder"),
        key: "AURORA_SECRET_ARN",
        tools: value("tools"),
    };
    let outcome = on_layout(&parts(script.as_bytes()).unwrap(), &wanted, layout);
    matches!(outcome, Outcome::Deploys { secret, .. } if secret == SECRET)
}

#[test_matrix([Layout::Root, Layout::Bin])]
fn the_lesson_s_own_script_deploys(layout: Layout) {
    let lesson = lesson();
    for script in [&lesson.snippets.en, &lesson.snippets.ja].map(|snippets| &snippets["user-data.sh"]) {
        assert!(deploys(script, layout), "{script}");
    }
}

#[test_matrix([Layout::Root, Layout::Bin], [Layout::Root, Layout::Bin])]
fn the_published_script_deploys_where_the_image_has_its_programs(image: Layout, script: Layout) {
    assert_eq!(deploys(&published(&lesson(), programs(script)), image), image == script);
}

#[test_matrix([Layout::Root, Layout::Bin])]
fn without_home_the_lesson_s_own_script_deploys_all_the_same(layout: Layout) {
    let script = lesson().snippets.en["user-data.sh"].replace("export HOME=/root USER=root", "export USER=root");
    assert!(!script.contains("HOME") && deploys(&script, layout), "{script}");
}

#[test_case(Layout::Root, "$PNPM_HOME"; "up to pnpm 10")]
#[test_case(Layout::Bin, "$PNPM_HOME/bin"; "since pnpm 11")]
fn the_profile_says_where_the_programs_are(layout: Layout, programs: &str) {
    let script = published(&lesson(), programs).replacen("cd /root\n", "cd /root\n. /root/.bashrc\n", 1);
    assert!(deploys(&script, layout), "{script}");
    let by_name = script.replace(&format!("{programs}/"), "");
    assert!(deploys(&by_name, layout), "{by_name}");
}
