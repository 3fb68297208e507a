//! User data in several parts (`cloudinit/user_data.py`; RFC 2046).

use base64::Engine as _;

use super::cloud_config;
use super::part::{Part, Place, Unusable};
use super::script::{boothook, script};

/// Adds the parts of a text by its first line.
type Collect = fn(&str, usize, &mut Vec<Part>) -> Result<(), Unusable>;

/// How far cloud-init looks for the header that makes a message of a text, in bytes (`user_data.py`, `convert_string`).
const LOOKED_THROUGH: usize = 4096;

/// Whether a text is a message: it says so in a header of its own, whatever else it begins with.
pub(super) fn is_mime(text: &str) -> bool {
    let bytes = &text.as_bytes()[..text.len().min(LOOKED_THROUGH)];
    String::from_utf8_lossy(bytes).to_ascii_lowercase().contains("mime-version:")
}

/// Adds the parts of a message; a part of plain text is taken for what its first line says, as `by_first_line` does.
/// One that can't be run keeps none of the others from running.
pub(super) fn collect(text: &str, line: usize, parts: &mut Vec<Part>, by_first_line: Collect) -> Result<(), Unusable> {
    let text = text.replace("\r\n", "\n");
    let mut first_refused = None;
    for (start, part) in pieces(&text, line) {
        match one(part, start, parts, by_first_line) {
            Err(error @ (Unusable::OtherLanguage | Unusable::Unfollowed(_))) => return Err(error),
            Err(error) => {
                first_refused.get_or_insert(error);
            }
            Ok(()) => {}
        }
    }
    match first_refused {
        Some(error) if parts.is_empty() => Err(error),
        _ => Ok(()),
    }
}

/// The parts of a message with the lines they begin in; all of it where it has no boundary.
fn pieces(text: &str, line: usize) -> Vec<(usize, &str)> {
    let (headers, body, first) = split(text, line);
    let kind = header(&headers, "content-type").unwrap_or_default();
    let Some(boundary) = parameter(&kind, "boundary") else { return vec![(line, text)] };
    let delimiter = format!("--{boundary}");
    let mut pieces = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    let mut at = 0;
    for (number, one) in (first..).zip(body.split_inclusive('\n')) {
        let bare = one.trim_end();
        if bare == delimiter || bare == format!("{delimiter}--") {
            if let Some((start, from)) = open.take() {
                let piece = &body[from..at];
                pieces.push((start, piece.strip_suffix('\n').unwrap_or(piece)));
            }
            if bare == delimiter {
                open = Some((number + 1, at + one.len()));
            }
        }
        at += one.len();
    }
    // A message that isn't closed ends with its last part.
    pieces.extend(open.map(|(start, from)| (start, &body[from..])));
    pieces
}

fn one(text: &str, line: usize, parts: &mut Vec<Part>, by_first_line: Collect) -> Result<(), Unusable> {
    let (headers, body, line) = split(text, line);
    let headers = &headers;
    let encoding = header(headers, "content-transfer-encoding").unwrap_or_default().to_ascii_lowercase();
    let body = match encoding.trim() {
        "base64" => {
            let dense: String = body.split_whitespace().collect();
            let bytes = base64::engine::general_purpose::STANDARD.decode(dense).map_err(|_| Unusable::NotText)?;
            String::from_utf8(bytes).map_err(|_| Unusable::NotText)?
        }
        "quoted-printable" => return Err(Unusable::Unfollowed("quoted-printable".to_owned())),
        _ => body.to_owned(),
    };
    let before = parts.len();
    let kind = header(headers, "content-type").unwrap_or_default();
    typed(&kind, &body, line, parts, by_first_line)?;
    let disposition = header(headers, "content-disposition").unwrap_or_default();
    if let Some(name) = parameter(&disposition, "filename") {
        for part in parts.iter_mut().skip(before) {
            if matches!(&part.place, Place::Script(place) if place != "runcmd") {
                part.place = Place::Script(name.clone());
            }
        }
    }
    Ok(())
}

/// Adds a part by its type.
fn typed(kind: &str, body: &str, line: usize, parts: &mut Vec<Part>, by_first_line: Collect) -> Result<(), Unusable> {
    match kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase().as_str() {
        // The type counts, whatever the first line says.
        "text/x-shellscript" => script(body, line, parts),
        "text/cloud-config" => cloud_config::collect(body, line, parts),
        "text/plain" | "text/x-not-multipart" | "" => by_first_line(body, line, parts),
        "text/cloud-boothook" => boothook(body, line, parts),
        other => Err(Unusable::Unfollowed(other.to_owned())),
    }
}

/// Headers, body, and the line that the body begins in.
fn split(text: &str, line: usize) -> (Vec<(String, String)>, &str, usize) {
    let mut headers: Vec<(String, String)> = Vec::new();
    let mut at = 0;
    let mut count = 0;
    for one in text.split_inclusive('\n') {
        at += one.len();
        count += 1;
        let bare = one.trim_end();
        if bare.is_empty() {
            break;
        }
        if one.starts_with([' ', '\t'])
            && let Some((_, value)) = headers.last_mut()
        {
            value.push(' ');
            value.push_str(bare.trim());
        } else if let Some((name, value)) = bare.split_once(':') {
            headers.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
    }
    (headers, &text[at..], line + count)
}

fn header(headers: &[(String, String)], name: &str) -> Option<String> {
    headers.iter().find(|(one, _)| one == name).map(|(_, value)| value.clone())
}

fn parameter(value: &str, name: &str) -> Option<String> {
    value.split(';').skip(1).find_map(|one| {
        let (key, value) = one.split_once('=')?;
        key.trim().eq_ignore_ascii_case(name).then(|| value.trim().trim_matches('"').to_owned())
    })
}
