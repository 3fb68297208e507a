//! What cloud-init 22.2.2, Amazon Linux 2023's, makes of user data: which scripts run, in which order.
//!
//! Source: `cloudinit/user_data.py` and `cloudinit/handlers/` of <https://github.com/canonical/cloud-init/tree/22.2.2>.

mod cloud_config;
mod mime;
mod part;
mod script;
mod yaml;

pub use part::{Part, PartKind, Unusable};
pub use script::{FirstLine, interpreter};

use self::script::script;
use super::encoding::decode;
use super::text::beginning;

/// The most that compressed user data may become, in bytes.
const LARGEST: usize = 256 * 1024;

/// Everything that cloud-init does for user data, in its order.
///
/// # Errors
/// [`Unusable`] where it runs nothing, or something that can't be followed.
pub fn parts(bytes: &[u8]) -> Result<Vec<Part>, Unusable> {
    let unpacked = gunzipped(bytes);
    let bytes = unpacked.as_deref().unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|_| Unusable::NotText)?;
    if text.trim().is_empty() {
        return Err(Unusable::NotText);
    }
    let mut parts = Vec::new();
    collect(text, 1, &mut parts)?;
    if parts.iter().any(|part| matches!(part.kind, PartKind::Script { .. })) {
        return Ok(parts);
    }
    if decode(text).is_some_and(|inner| inner.trim_ascii_start().starts_with(b"#!")) {
        return Err(Unusable::EncodedTwice);
    }
    Err(Unusable::NoShebang(beginning(text)))
}

/// Adds the parts of a text by its first line (`cloudinit/handlers/__init__.py`, `INCLUSION_TYPES_MAP`).
fn collect(text: &str, line: usize, parts: &mut Vec<Part>) -> Result<(), Unusable> {
    if text.starts_with("#!") {
        return script(text, line, parts);
    }
    if let Some(rest) =
        text.strip_prefix("## template: jinja\n").or_else(|| text.strip_prefix("## template: jinja\r\n"))
    {
        if rest.contains("{{") || rest.contains("{%") {
            return Err(Unusable::Unfollowed("jinja".to_owned()));
        }
        return collect(rest, line + 1, parts);
    }
    if text.starts_with("#cloud-config") {
        return cloud_config::collect(text, line, parts);
    }
    if text.starts_with("#cloud-boothook") {
        let (_, rest) = text.split_once('\n').unwrap_or((text, ""));
        // What stands behind its first line is a script by itself.
        return if rest.starts_with("#!") { script(rest, line + 1, parts) } else { Ok(()) };
    }
    if text.starts_with("#include")
        || text.starts_with("#upstart-job")
        || text.starts_with("#part-handler")
        || text.starts_with("#cloud-config-archive")
    {
        return Err(Unusable::Unfollowed(text.lines().next().unwrap_or_default().to_owned()));
    }
    if mime::is_mime(text) {
        return mime::collect(text, line, parts, collect);
    }
    Ok(())
}

/// What gzip packed; none where it isn't gzip (RFC 1952).
pub fn gunzipped(bytes: &[u8]) -> Option<Vec<u8>> {
    let [0x1f, 0x8b, 8, flags, _, _, _, _, _, _, rest @ ..] = bytes else { return None };
    let mut rest = rest;
    if flags & 4 != 0 {
        let length = usize::from(*rest.first()?) + 256 * usize::from(*rest.get(1)?);
        rest = rest.get(2 + length..)?;
    }
    for flag in [8, 16] {
        if flags & flag != 0 {
            let end = rest.iter().position(|byte| *byte == 0)?;
            rest = &rest[end + 1..];
        }
    }
    if flags & 2 != 0 {
        rest = rest.get(2..)?;
    }
    miniz_oxide::inflate::decompress_to_vec_with_limit(rest, LARGEST).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_unpacked() {
        let packed = [
            0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 12, 0, 0xf3, 0xff, b'#', b'!', b'/', b'b', b'i', b'n', b'/', b'b',
            b'a', b's', b'h', b'\n',
        ];
        assert_eq!(gunzipped(&packed).as_deref(), Some(&b"#!/bin/bash\n"[..]));
    }
}
