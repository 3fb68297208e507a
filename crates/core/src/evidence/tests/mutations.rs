//! Ten thousand pages that somebody or something changed: none makes the program fall over, and none that shows
//! anything else than the page as it was written comes out as consistent.

use std::collections::BTreeMap;
use std::fs;

use tempfile::TempDir;

use super::{LESSON, begun, finished, material, now, page_of};
use crate::account::Snapshot;
use crate::evidence::{Conclusion, Material, gather, verify, write};
use crate::lesson::{Lesson, Pack, load};

const SMALL: &str = r#"
format = 1
id = "small"
version = "1"
title = { ja = "小さな教材", en = "A small lesson" }
[[steps]]
id = "seen"
title = { ja = "見えるもの", en = "What is seen" }
[[steps.checks]]
id = "vpc"
kind.vpc = { vpc = "ec-site-vpc" }
[[steps.checks]]
id = "region"
kind.region = { region = "us-east-1" }
[[steps.items]]
title = { ja = "VPC がある", en = "The VPC exists" }
checks = ["vpc"]
[[steps]]
id = "told"
title = { ja = "申告", en = "What is told" }
[[steps.checks]]
id = "word"
kind.attested.statement = { ja = "見た", en = "it was seen" }
"#;

/// A small generator with a fixed seed: the same pages in every run.
struct Dice(u64);

impl Dice {
    /// SplitMix64.
    fn roll(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % below as u64).unwrap()
    }

    fn pick<'a>(&mut self, texts: &[&'a str]) -> &'a str {
        texts[self.roll(texts.len())]
    }
}

const BYTES: &[&str] =
    &["<", ">", "&", "\"", "{", "}", "[", "]", "0", "9", "-", "\\", "\u{0}", "\n", "é", "合", "\u{202e}"];
const FORGERIES: &[(&str, &str)] = &[
    ("\"failed\"", "\"passed\""),
    ("\"passed\"", "\"failed\""),
    ("\"skipped\"", "\"passed\""),
    ("不合格", "合格"),
    ("<span>failed</span>", "<span>passed</span>"),
    ("class=\"status failed\"", "class=\"status passed\""),
    ("not_asked", "seen"),
    ("us-east-1", "us-east-2"),
    ("ec-site", "ec-sito"),
    ("418602573914", "418602573915"),
    ("\"format\":1", "\"format\":1,\"format\":1"),
    ("true", "false"),
    ("null", "0"),
    ("80", "-1"),
    ("2026", "9999"),
    ("</template>", "</template ></template>"),
    ("<article", "<article hidden=\"\""),
    ("display: none", "display: block"),
    ("</h2>", "</h2><p>x</p>"),
    ("[", "[["),
    (",", ",,"),
    (":", "::"),
];

fn changed(page: &str, dice: &mut Dice) -> String {
    let places: Vec<usize> = (0..2).map(|_| boundary(page, dice)).collect();
    let (from, to) = (places[0].min(places[1]), places[0].max(places[1]));
    match dice.roll(8) {
        0 => page[..from].to_owned(),
        1 => format!("{}{}", &page[..from], &page[to..]),
        2 => format!("{}{}{}", &page[..to], &page[from..to], &page[to..]),
        3 => format!("{}{}{}", &page[..from], dice.pick(BYTES), &page[from..]),
        4 => {
            let after = page[from..].chars().next().map_or(0, char::len_utf8);
            format!("{}{}{}", &page[..from], dice.pick(BYTES), &page[from + after..])
        }
        _ => forged(page, dice),
    }
}

/// One forgery in one of the places where it fits.
fn forged(page: &str, dice: &mut Dice) -> String {
    let (old, new) = FORGERIES[dice.roll(FORGERIES.len())];
    let places: Vec<usize> = page.match_indices(old).map(|(at, _)| at).collect();
    if places.is_empty() {
        return page.to_owned();
    }
    let at = places[dice.roll(places.len())];
    format!("{}{new}{}", &page[..at], &page[at + old.len()..])
}

fn boundary(page: &str, dice: &mut Dice) -> usize {
    let mut at = dice.roll(page.len());
    while !page.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// A lesson of a few checks: its pages are made of the same parts as any others, and written in no time.
fn small_pack() -> (TempDir, Pack, Lesson) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("lesson.toml"), SMALL).unwrap();
    for language in ["ja", "en"] {
        fs::create_dir(folder.path().join(language)).unwrap();
        for step in ["seen", "told"] {
            fs::write(folder.path().join(format!("{language}/{step}.md")), "-\n").unwrap();
        }
    }
    let pack = Pack::Folder(folder.path().to_owned());
    let lesson = load(&pack, &BTreeMap::new()).unwrap();
    (folder, pack, lesson)
}

/// Counts pages that can't be read, that are found out, and that were not really changed.
fn count(page: &str, times: usize, dice: &mut Dice, pack: &Pack, lesson: &Lesson) -> [usize; 3] {
    let mut outcomes = [0; 3];
    for number in 0..times {
        let mutated = changed(page, dice);
        match verify(pack, lesson, mutated.as_bytes()) {
            Err(_) => outcomes[0] += 1,
            Ok(examination) if examination.outcome() != Conclusion::Consistent => outcomes[1] += 1,
            Ok(_) => {
                outcomes[2] += 1;
                // A mutation that changed nothing, or line ends alone.
                assert!(mutated.lines().eq(page.lines()), "page {number}");
            }
        }
    }
    outcomes
}

#[test]
fn no_changed_page_is_taken_for_the_one_that_was_written() {
    let mut dice = Dice(4);
    let (_folder, pack, lesson) = small_pack();
    let small = |snapshot| {
        let evidence = gather(Material { lesson: &lesson, ..material(snapshot) }).unwrap();
        write(&lesson, &evidence).unwrap()
    };
    let mut sum = [0; 3];
    for snapshot in [finished(), Snapshot::not_asked(now(), None)] {
        let found = count(&small(snapshot), 4_900, &mut dice, &pack, &lesson);
        sum = [sum[0] + found[0], sum[1] + found[1], sum[2] + found[2]];
    }
    let found = count(&page_of(begun()), 200, &mut dice, &Pack::Embedded, &LESSON);
    let [unreadable, different, unchanged] = [sum[0] + found[0], sum[1] + found[1], sum[2] + found[2]];
    assert!(unreadable > 2_000 && different > 4_000, "{unreadable}, {different}");
    assert!(unchanged < 1_500, "{unchanged}");
}
