//! `{a,b}` and `{1..3}` (Bash manual, "Brace Expansion"), on the text of a word.

/// Words that one may become.
const MOST: usize = 200;

/// The words that the text of a word stands for, before anything else is expanded.
pub fn expand(word: &str) -> Vec<String> {
    let mut done = Vec::new();
    let mut waiting = vec![word.to_owned()];
    while let Some(one) = waiting.pop() {
        if done.len() + waiting.len() > MOST {
            return vec![word.to_owned()];
        }
        match first(&one) {
            Some((start, end, parts)) => {
                let made = parts.iter().rev().map(|part| format!("{}{part}{}", &one[..start], &one[end..]));
                waiting.extend(made);
            }
            None => done.push(one),
        }
    }
    done
}

/// The first braces that expand: where they stand, and what they stand for.
fn first(word: &str) -> Option<(usize, usize, Vec<String>)> {
    let bytes = word.as_bytes();
    let mut index = 0;
    while index < bytes.len() {
        match bytes[index] {
            b'\\' => index += 1,
            quote @ (b'\'' | b'"' | b'`') => index = closing_quote(bytes, index + 1, quote),
            b'$' if matches!(bytes.get(index + 1), Some(b'{' | b'(')) => index = closing(bytes, index + 1)?,
            b'{' => {
                if let Some((end, parts)) = parts(word, index) {
                    return Some((index, end, parts));
                }
            }
            _ => {}
        }
        index += 1;
    }
    None
}

fn closing_quote(bytes: &[u8], mut index: usize, quote: u8) -> usize {
    while index < bytes.len() && bytes[index] != quote {
        index += if bytes[index] == b'\\' && quote != b'\'' { 2 } else { 1 };
    }
    index
}

fn closing(bytes: &[u8], start: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (index, byte) in bytes.iter().enumerate().skip(start) {
        match byte {
            b'{' | b'(' => depth += 1,
            b'}' | b')' => depth = depth.checked_sub(1)?,
            _ => {}
        }
        if depth == 0 {
            return Some(index);
        }
    }
    None
}

/// What stands between the braces that open at `start`, and where they are over.
fn parts(word: &str, start: usize) -> Option<(usize, Vec<String>)> {
    let bytes = word.as_bytes();
    let mut parts = Vec::new();
    let (mut depth, mut begin, mut index) = (0_usize, start + 1, start + 1);
    while index < bytes.len() {
        match bytes[index] {
            b'\\' => index += 1,
            quote @ (b'\'' | b'"' | b'`') => index = closing_quote(bytes, index + 1, quote),
            b'$' if bytes.get(index + 1) == Some(&b'{') => index = closing(bytes, index + 1)?,
            b'{' => depth += 1,
            b'}' if depth > 0 => depth -= 1,
            b',' if depth == 0 => {
                parts.push(word[begin..index].to_owned());
                begin = index + 1;
            }
            b'}' => {
                let last = &word[begin..index];
                if parts.is_empty() {
                    return sequence(last).map(|parts| (index + 1, parts));
                }
                parts.push(last.to_owned());
                return Some((index + 1, parts));
            }
            _ => {}
        }
        index += 1;
    }
    None
}

/// `1..3`, `a..c`, `1..9..2`
fn sequence(text: &str) -> Option<Vec<String>> {
    let mut ends = text.split("..");
    let (first, last, step) = (ends.next()?, ends.next()?, ends.next());
    let step: i64 = step.map_or(Some(1), |step| step.parse().ok()).map(i64::abs)?.max(1);
    if let (Ok(first), Ok(last)) = (first.parse::<i64>(), last.parse::<i64>()) {
        let width = if text.starts_with('0') && text.len() > 1 { text.find("..").unwrap_or(0) } else { 0 };
        return Some(numbers(first, last, step).into_iter().map(|number| format!("{number:0width$}")).collect());
    }
    let (first, last) = (one(first)?, one(last)?);
    let codes = numbers(i64::from(u32::from(first)), i64::from(u32::from(last)), step);
    codes.into_iter().map(|code| u32::try_from(code).ok().and_then(char::from_u32).map(String::from)).collect()
}

fn one(text: &str) -> Option<char> {
    let mut characters = text.chars();
    let first = characters.next().filter(char::is_ascii_alphabetic)?;
    characters.next().is_none().then_some(first)
}

fn numbers(first: i64, last: i64, step: i64) -> Vec<i64> {
    let mut numbers = Vec::new();
    let mut at = first;
    while numbers.len() <= MOST && (if first <= last { at <= last } else { at >= last }) {
        numbers.push(at);
        let Some(next) = (if first <= last { at.checked_add(step) } else { at.checked_sub(step) }) else { break };
        at = next;
    }
    numbers
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("a{b,c}d", &["abd", "acd"]; "two")]
    #[test_case("{a,b}{1..2}", &["a1", "a2", "b1", "b2"]; "one by the other")]
    #[test_case("{a,{b,c}}", &["a", "b", "c"]; "one in the other")]
    #[test_case("{3..1}", &["3", "2", "1"]; "downwards")]
    #[test_case("{a}", &["{a}"]; "one part alone")]
    #[test_case("'{a,b}'", &["'{a,b}'"]; "quoted")]
    #[test_case("${a,b}", &["${a,b}"]; "a parameter")]
    #[test_case("{,x}", &["", "x"]; "an empty part")]
    fn braces(word: &str, expected: &[&str]) {
        assert_eq!(expand(word), expected);
    }
}
