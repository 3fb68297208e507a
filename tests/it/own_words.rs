//! No clause of the published lab page stands in our texts. The page itself is not ours to keep: `own_words.txt`
//! holds a hash of each of its clauses.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

const SHORTEST: usize = 14;

#[test]
fn no_clause_of_the_published_page_stands_in_our_texts() {
    let published: HashSet<u64> = include_str!("own_words.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| u64::from_str_radix(line, 16).expect("a hash a line"))
        .collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut read = 0;
    for folder in ["lessons/step4", "lessons/step4/exercises", "lessons/step4/ja", "locales/ja"] {
        for entry in fs::read_dir(root.join(folder)).expect("a folder of texts") {
            let file = entry.expect("an entry").path();
            let Ok(text) = fs::read_to_string(&file) else { continue };
            for clause in clauses(&text) {
                read += 1;
                assert!(!published.contains(&hash(&clause)), "{}: {clause}", file.display());
            }
        }
    }
    assert!(read > 500, "only {read} clauses were compared");
}

#[test]
fn a_clause_of_the_page_would_be_found() {
    let found = clauses("x。これにより、インターネットからALBにアクセスできるようになります。");
    assert_eq!(found, ["インターネットからALBにアクセスできるようになります"]);
    assert!(include_str!("own_words.txt").contains(&format!("{:016x}", hash(&found[0]))));
}

/// Clauses of mostly Japanese letters, without code spans and punctuation.
fn clauses(text: &str) -> Vec<String> {
    let prose: String = text.split('`').step_by(2).collect();
    prose
        .split([
            '\n', '。', '．', '、', '！', '？', '!', '?', ',', ';', ':', '：', '・', '「', '」', '『', '』', '（',
            '）', '(', ')', '|', '*', '#',
        ])
        .map(|clause| clause.chars().filter(|character| character.is_alphanumeric()).collect::<String>())
        .filter(|clause| {
            let all = clause.chars().count();
            all >= SHORTEST && clause.chars().filter(|character| *character > '\u{2e80}').count() * 2 >= all
        })
        .collect()
}

/// FNV-1a, 64 bits.
fn hash(clause: &str) -> u64 {
    clause.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
