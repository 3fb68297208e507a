//! As much of YAML as cloud-config needs: mappings, lists, block texts. The rest isn't read.

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Yaml {
    /// One text, with the line it begins in.
    Text(String, usize),
    /// A list.
    List(Vec<Yaml>),
    /// A mapping.
    Map(Vec<(String, Yaml)>),
}

struct Line<'t> {
    indent: usize,
    text: &'t str,
    number: usize,
}

struct Reader<'t> {
    lines: Vec<Line<'t>>,
    raw: Vec<&'t str>,
    at: usize,
    first: usize,
}

/// Reads a document that begins in line `first`; none where it has what isn't known here.
pub(super) fn read(text: &str, first: usize) -> Option<Yaml> {
    let raw: Vec<&str> = text.lines().collect();
    let lines = raw
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty() && !line.trim_start().starts_with('#'))
        .map(|(number, line)| Line {
            indent: line.len() - line.trim_start_matches(' ').len(),
            text: line.trim(),
            number,
        })
        .collect();
    let mut reader = Reader { lines, raw, at: 0, first };
    let value = reader.block(0, 0)?;
    (reader.at == reader.lines.len()).then_some(value)
}

impl Reader<'_> {
    fn block(&mut self, least: usize, depth: usize) -> Option<Yaml> {
        let line = self.lines.get(self.at)?;
        if line.indent < least || depth > 8 {
            return None;
        }
        let indent = line.indent;
        if line.text == "-" || line.text.starts_with("- ") { self.list(indent, depth) } else { self.map(indent, depth) }
    }

    fn list(&mut self, indent: usize, depth: usize) -> Option<Yaml> {
        let mut list = Vec::new();
        while let Some(line) = self
            .lines
            .get(self.at)
            .filter(|line| line.indent == indent && (line.text == "-" || line.text.starts_with("- ")))
        {
            let inner = line.text[1..].trim_start();
            let shift = line.text.len() - inner.len();
            if inner.is_empty() {
                self.at += 1;
                list.push(self.block(indent + 1, depth + 1)?);
            } else if !inner.starts_with(['"', '\'', '[', '|', '>']) && key(inner).is_some() {
                let line = self.lines.get_mut(self.at)?;
                line.indent = indent + shift;
                line.text = inner;
                list.push(self.map(indent + shift, depth + 1)?);
            } else {
                list.push(self.value(inner, indent)?);
            }
        }
        Some(Yaml::List(list))
    }

    fn map(&mut self, indent: usize, depth: usize) -> Option<Yaml> {
        let mut map = Vec::new();
        while let Some(line) = self.lines.get(self.at).filter(|line| line.indent == indent) {
            let (name, rest) = key(line.text)?;
            let name = name.trim_matches(['"', '\'']).to_owned();
            let rest = rest.trim();
            let value = if rest.is_empty() {
                self.at += 1;
                match self.lines.get(self.at) {
                    Some(next) if next.indent > indent || next.indent == indent && next.text.starts_with('-') => {
                        self.block(indent, depth + 1)?
                    }
                    _ => Yaml::Text(String::new(), 0),
                }
            } else {
                self.value(rest, indent)?
            };
            map.push((name, value));
        }
        Some(Yaml::Map(map))
    }

    /// A value that begins in the current line.
    fn value(&mut self, text: &str, indent: usize) -> Option<Yaml> {
        let number = self.lines.get(self.at)?.number;
        self.at += 1;
        if text.starts_with(['|', '>']) {
            return self.block_text(text, indent, number);
        }
        if text.starts_with('[') {
            let items = flow(text)?;
            return Some(Yaml::List(items.into_iter().map(|item| Yaml::Text(item, self.first + number)).collect()));
        }
        if text.starts_with(['{', '&', '*', '!', '%', '@', '`']) {
            return None;
        }
        // A text that goes on in the next line.
        if self.lines.get(self.at).is_some_and(|next| next.indent > indent) {
            return None;
        }
        Some(Yaml::Text(scalar(text)?, self.first + number))
    }

    fn block_text(&mut self, style: &str, indent: usize, number: usize) -> Option<Yaml> {
        if style.starts_with('>') {
            return None;
        }
        let begin = number + 1;
        let mut end = begin;
        let mut inner = None;
        while let Some(line) = self.raw.get(end) {
            let here = line.len() - line.trim_start_matches(' ').len();
            if !line.trim().is_empty() {
                if here <= indent {
                    break;
                }
                inner.get_or_insert(here);
            }
            end += 1;
        }
        let inner = inner?;
        let mut text: String =
            self.raw[begin..end].iter().flat_map(|line| [line.get(inner..).unwrap_or_default(), "\n"]).collect();
        while self.lines.get(self.at).is_some_and(|line| line.number < end) {
            self.at += 1;
        }
        let kept = text.trim_end_matches('\n').len();
        text.truncate(kept);
        if !style.contains('-') {
            text.push('\n');
        }
        Some(Yaml::Text(text, self.first + begin))
    }
}

/// `key: rest`; none where the line isn't one of a mapping.
fn key(text: &str) -> Option<(&str, &str)> {
    let at = text.find(": ").or_else(|| text.ends_with(':').then(|| text.len() - 1))?;
    let name = &text[..at];
    name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-\"'.".contains(&byte)).then(|| (name, &text[at + 1..]))
}

fn scalar(text: &str) -> Option<String> {
    if let Some(inner) = text.strip_prefix('\'') {
        return Some(inner.strip_suffix('\'')?.replace("''", "'"));
    }
    if let Some(inner) = text.strip_prefix('"') {
        let inner = inner.strip_suffix('"')?;
        return Some(crate::verify::user_data::escapes::unescape(&inner.replace("\\\"", "\"")));
    }
    Some(text.split(" #").next().unwrap_or(text).trim_end().to_owned())
}

/// `[a, "b c"]`
fn flow(text: &str) -> Option<Vec<String>> {
    let inner = text.strip_prefix('[')?.strip_suffix(']')?;
    let (mut items, mut item, mut quote) = (Vec::new(), String::new(), None);
    let mut characters = inner.chars();
    while let Some(character) = characters.next() {
        match (quote, character) {
            (Some('"'), '\\') => {
                item.push('\\');
                item.push(characters.next()?);
                continue;
            }
            (Some(mark), one) if one == mark => quote = None,
            (None, '\'' | '"') => quote = Some(character),
            (None, '[' | '{') => return None,
            (None, ',') => {
                items.push(scalar(item.trim())?);
                item.clear();
                continue;
            }
            _ => {}
        }
        item.push(character);
    }
    if !item.trim().is_empty() {
        items.push(scalar(item.trim())?);
    }
    quote.is_none().then_some(items)
}
