//! Ten thousand pages that somebody or something changed: none makes the program fall over, and none that shows
//! anything else than the page as it was written comes out as consistent.

use super::{begun, examined, finished, page_of};
use crate::evidence::Outcome;

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

#[test]
fn no_changed_page_is_taken_for_the_one_that_was_written() {
    let mut dice = Dice(4);
    let mut outcomes = [0_usize; 3];
    for page in [page_of(begun()), page_of(finished())] {
        for number in 0..100 {
            let mutated = changed(&page, &mut dice);
            match examined(&mutated) {
                Err(_) => outcomes[0] += 1,
                Ok(examination) if examination.outcome() != Outcome::Consistent => outcomes[1] += 1,
                Ok(examination) => {
                    outcomes[2] += 1;
                    // A mutation that changed nothing, or line ends alone.
                    assert!(mutated.lines().eq(page.lines()), "page {number}");
                }
            }
        }
    }
    let [unreadable, different, unchanged] = outcomes;
    assert!(unreadable > 1_000 && different > 2_000, "{outcomes:?}");
    assert!(unchanged < 500, "{outcomes:?}");
}
