//! User data in several parts (`cloudinit/user_data.py`; RFC 2046).

use base64::Engine as _;

use super::cloud_config;
use super::part::{Part, Unusable};
use super::script::script;

/// Adds the parts of a text by its first line.
type Collect = fn(&str, usize, &mut Vec<Part>) -> Result<(), Unusable>;

/// Whether a text begins with the headers of a message.
pub(super) fn is_mime(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default().to_ascii_lowercase();
    first.starts_with("content-type:") || first.starts_with("mime-version:") || first.starts_with("from ")
}

/// Adds the parts of a message; a part of plain text is taken for what its first line says, as `by_first_line` does.
pub(super) fn collect(text: &str, line: usize, parts: &mut Vec<Part>, by_first_line: Collect) -> Result<(), Unusable> {
    let text = text.replace("\r\n", "\n");
    let (headers, body, first) = split(&text, line);
    let kind = header(&headers, "content-type").unwrap_or_default();
    let Some(boundary) = parameter(&kind, "boundary") else {
        return one(&headers, &kind, body, first, parts, by_first_line);
    };
    let delimiter = format!("--{boundary}");
    let mut open: Option<(usize, String)> = None;
    for (at, text) in (first..).zip(body.split_inclusive('\n')) {
        let bare = text.trim_end();
        if bare == delimiter || bare == format!("{delimiter}--") {
            if let Some((start, part)) = open.take() {
                let (headers, body, first) = split(&part, start);
                let kind = header(&headers, "content-type").unwrap_or_default();
                one(&headers, &kind, body.strip_suffix('\n').unwrap_or(body), first, parts, by_first_line)?;
            }
            if bare == delimiter {
                open = Some((at + 1, String::new()));
            }
        } else if let Some((_, part)) = &mut open {
            part.push_str(text);
        }
    }
    // A message that isn't closed ends with its last part.
    if let Some((start, part)) = open {
        let (headers, body, first) = split(&part, start);
        let kind = header(&headers, "content-type").unwrap_or_default();
        one(&headers, &kind, body, first, parts, by_first_line)?;
    }
    Ok(())
}

fn one(
    headers: &[(String, String)],
    kind: &str,
    body: &str,
    line: usize,
    parts: &mut Vec<Part>,
    by_first_line: Collect,
) -> Result<(), Unusable> {
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
    match kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase().as_str() {
        // The type counts, whatever the first line says.
        "text/x-shellscript" => script(&body, line, parts),
        "text/cloud-config" => cloud_config::collect(&body, line, parts),
        "text/plain" | "text/x-not-multipart" | "" => by_first_line(&body, line, parts),
        "text/cloud-boothook" => script(body.trim_start_matches("#cloud-boothook\n"), line, parts),
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
