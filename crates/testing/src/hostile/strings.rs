//! What somebody may put where a name is expected.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

/// Hostile strings by what they try.
pub const HOSTILE: &[(&str, &str)] = &[
    ("colour", "\u{1b}[31mred\u{1b}[0m"),
    ("clear screen", "\u{1b}[2J\u{1b}[H"),
    ("title", "\u{1b}]0;title\u{7}"),
    ("clipboard", "\u{1b}]52;c;cm0gLXJmIH4=\u{1b}\\"),
    ("link", "\u{1b}]8;;http://127.0.0.1/\u{1b}\\here\u{1b}]8;;\u{1b}\\"),
    ("device control", "\u{1b}P+q544e\u{1b}\\"),
    ("8-bit control sequence", "\u{9b}2J"),
    ("8-bit command", "\u{9d}0;title\u{9c}"),
    ("8-bit device control", "\u{90}q\u{9c}"),
    ("next line", "one\u{85}two"),
    ("bell, backspace, delete", "\u{7}abc\u{8}\u{8}\u{8}xyz\u{7f}"),
    ("carriage return", "failed\rpassed"),
    ("line end", "one\n  \u{2713} passed"),
    ("tab, vertical tab, form feed", "a\tb\u{b}c\u{c}d"),
    ("shift out", "\u{e}lqqk\u{f}"),
    ("override", "user\u{202e}txt.exe\u{202c}"),
    ("isolate", "\u{2066}\u{2067}abc\u{2069}\u{2068}"),
    ("marks of direction", "a\u{200e}b\u{200f}c\u{61c}d"),
    ("without width", "ec\u{200b}-\u{200c}si\u{200d}te\u{2060}-\u{feff}alb"),
    ("soft hyphen", "ec-\u{ad}site"),
    ("joiner, fillers", "a\u{34f}b\u{115f}\u{1160}c\u{3164}d\u{ffa0}"),
    ("vowels that are not seen", "\u{17b4}\u{17b5}\u{180b}\u{180e}"),
    ("invisible operators", "f\u{2061}x\u{2062}y\u{2063}z\u{2064}"),
    ("tags", "\u{e0001}\u{e0041}\u{e0042}\u{e007f}"),
    ("variation selectors", "a\u{fe00}\u{fe0f}b\u{e0100}\u{e01ef}"),
    ("annotation", "\u{fff9}base\u{fffa}note\u{fffb}"),
    ("separators", "one\u{2028}two\u{2029}three"),
    ("musical controls", "\u{1d173}\u{1d17a}"),
    ("noncharacters", "\u{fffe}\u{ffff}\u{fdd0}\u{1fffe}\u{10ffff}"),
    ("script", "<script>alert(1)</script><img src=x onerror=alert(1)>"),
    ("end of an attribute", "\"onx=\"alert(1)\" '><b>"),
    ("entities", "&lt;&#x1b;&amp;]]>--><!--"),
    ("end of the data", "</template></style></title>"),
    ("fluent", "{ $name } { -term } {\"x\"}"),
    ("values", "{{prefix}} {{> user-data.sh}}"),
    ("markdown", "**a** `b` [c](d) | e |\n# f"),
    ("shell", "$(touch x) `touch y` ; touch z & ' \" \\"),
    ("format", "%s%n {} {0} %1$s"),
    (
        "many marks",
        "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30a}\u{30b}\u{30c}\u{489}\u{489}",
    ),
    ("emoji", "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}"),
    ("formula", "=1+1"),
    ("formula with plus", "+1+1"),
    ("formula with minus", "-1+1"),
    ("formula with at", "@SUM(A1:A9)"),
    ("formula behind a tab", "\t=1+1"),
    ("formula behind a return", "\r=1+1"),
    ("wide formula", "＝HYPERLINK(\"http://127.0.0.1/\")"),
    ("wide formula behind blanks", "  ＝1"),
    ("nothing", ""),
    ("blanks", "   "),
    ("nothing that is seen", "\u{200b}"),
    ("byte order mark", "\u{feff}"),
    ("dash", "-"),
    ("colons", "::::::"),
    ("everywhere", "0.0.0.0/0"),
    ("another script", "あいう"),
];

/// What must never come out raw, written down here once more: the program's own idea of it is under test. A line end
/// is not among them, because what comes out has lines.
const NEVER: &[RangeInclusive<char>] = &[
    '\0'..='\t',
    '\u{b}'..='\u{1f}',
    '\u{7f}'..='\u{9f}',
    '\u{ad}'..='\u{ad}',
    '\u{34f}'..='\u{34f}',
    '\u{61c}'..='\u{61c}',
    '\u{115f}'..='\u{1160}',
    '\u{17b4}'..='\u{17b5}',
    '\u{180b}'..='\u{180f}',
    '\u{200b}'..='\u{200f}',
    '\u{2028}'..='\u{202e}',
    '\u{2060}'..='\u{206f}',
    '\u{3164}'..='\u{3164}',
    '\u{fdd0}'..='\u{fdef}',
    '\u{fe00}'..='\u{fe0f}',
    '\u{feff}'..='\u{feff}',
    '\u{ffa0}'..='\u{ffa0}',
    '\u{fff9}'..='\u{fffb}',
    '\u{fffe}'..='\u{ffff}',
    '\u{1d173}'..='\u{1d17a}',
    '\u{1fffe}'..='\u{1ffff}',
    '\u{e0000}'..='\u{e0fff}',
    '\u{10fffe}'..='\u{10ffff}',
];

/// What no output may hold, with what stands around it; none where there is nothing of it.
pub fn acting(text: &str) -> Option<String> {
    let acts = |character: char| NEVER.iter().any(|range| range.contains(&character));
    let found = text.find(acts).or_else(|| text.find("\u{304}\u{305}"))?;
    let start = text.floor_char_boundary(found.saturating_sub(60));
    Some(text[start..text.ceil_char_boundary(found + 20)].to_owned())
}

/// The hostile strings alone.
pub fn texts() -> &'static [&'static str] {
    static TEXTS: LazyLock<Vec<&str>> = LazyLock::new(|| HOSTILE.iter().map(|(_, text)| *text).collect());
    &TEXTS
}

/// All hostile strings in one.
pub fn all() -> String {
    texts().join(" ")
}
