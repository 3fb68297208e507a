//! Damaged Markdown: read into blocks that can be set at any width, or refused with its line.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use ec_site_tutor_core::lesson::prose::{Block, Span, parse};
use ec_site_tutor_core::text::{width, wrap_styled};

use super::super::random::Random;
use super::damage::damaged;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/lessons/step4");
const WORDS: &[&[u8]] = &[
    b"## ",
    b"- ",
    b"1. ",
    b"**",
    b"`",
    b"```\n",
    b"```picture\n",
    b"```words\n",
    b"| a | b |\n|---|---|\n",
    b"> ",
    b"    ",
    b"![x](y)",
    b"<b>",
    b"[a]: b\n",
    b"&#0;",
    b"\\",
    b"***",
    b"~~",
];

static TEXTS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let languages = ["ja", "en"].map(|language| Path::new(FOLDER).join(language));
    let files = languages.iter().flat_map(|folder| fs::read_dir(folder).expect("a folder of the pack"));
    let mut files: Vec<_> = files.map(|entry| entry.expect("a file of the pack").path()).collect();
    files.sort();
    files.iter().map(|file| fs::read(file).expect("a text")).collect()
});

pub fn make(random: &mut Random) -> Vec<u8> {
    let sound = &TEXTS[random.below(TEXTS.len())];
    damaged(sound, WORDS, random)
}

pub fn take(input: &[u8]) -> bool {
    let text = String::from_utf8_lossy(input);
    let Ok(blocks) = parse(&text) else { return false };
    for cells in [1, 7, 40, 80] {
        for block in &blocks {
            set(block, cells);
        }
    }
    true
}

/// Sets a block in lines of `cells`.
fn set(block: &Block, cells: usize) {
    match block {
        Block::Heading(text) => drop(wrap_styled(&[(text.as_str(), ())], cells)),
        Block::Paragraph(spans) => lines(spans, cells),
        Block::List { items, .. } => items.iter().flatten().for_each(|block| set(block, cells)),
        Block::Table { head, rows } => {
            assert!(rows.iter().all(|row| row.len() == head.len()), "a ragged table");
            head.iter().chain(rows.iter().flatten()).for_each(|cell| lines(cell, cells));
        }
        Block::Code { text, .. } => assert!(!text.ends_with('\n')),
        Block::Picture { words, .. } => words.iter().for_each(|block| set(block, cells)),
    }
}

fn lines(spans: &[Span], cells: usize) {
    let pieces: Vec<_> = spans.iter().map(|span| (span.text.as_str(), span.emphasis)).collect();
    for line in wrap_styled(&pieces, cells) {
        let taken: usize = line.iter().map(|(piece, _)| width(piece)).sum();
        // A wide character doesn't fit into one cell, nor one that takes more by a mark that follows it.
        let longest = line.iter().flat_map(|(piece, _)| piece.split_inclusive(|_| true)).count();
        assert!(taken <= cells || longest <= 8, "{taken} cells of {cells}: {line:?}");
    }
}
