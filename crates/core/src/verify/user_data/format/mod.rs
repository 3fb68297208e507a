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

use self::script::{boothook, script};
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
    by_first_line(text, 1, &mut parts)?;
    if parts.is_empty() && mime::is_mime(text) {
        mime::collect(text, 1, &mut parts, by_first_line)?;
    }
    parts.sort_by(|one, other| one.place.cmp(&other.place));
    if parts.iter().any(|part| matches!(part.kind, PartKind::Script { .. })) {
        return Ok(parts);
    }
    if decode(text).is_some_and(|inner| inner.trim_ascii_start().starts_with(b"#!")) {
        return Err(Unusable::EncodedTwice);
    }
    Err(Unusable::NoShebang(beginning(text)))
}

/// Adds the parts of a text by its first line (`cloudinit/handlers/__init__.py`, `INCLUSION_TYPES_MAP`).
fn by_first_line(text: &str, line: usize, parts: &mut Vec<Part>) -> Result<(), Unusable> {
    if text.starts_with("#!") {
        return script(text, line, parts);
    }
    if let Some(rest) =
        text.strip_prefix("## template: jinja\n").or_else(|| text.strip_prefix("## template: jinja\r\n"))
    {
        if rest.contains("{{") || rest.contains("{%") {
            return Err(Unusable::Unfollowed("jinja".to_owned()));
        }
        return by_first_line(rest, line + 1, parts);
    }
    if text.starts_with("#cloud-config") {
        return cloud_config::collect(text, line, parts);
    }
    if text.starts_with("#cloud-boothook") {
        return boothook(text, line, parts);
    }
    if text.starts_with("#include")
        || text.starts_with("#upstart-job")
        || text.starts_with("#part-handler")
        || text.starts_with("#cloud-config-archive")
    {
        return Err(Unusable::Unfollowed(text.lines().next().unwrap_or_default().to_owned()));
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

    fn message(parts: &[&str]) -> String {
        let parts = parts.iter().fold(String::new(), |all, part| all + "--x\n" + part + "\n");
        format!("Content-Type: multipart/mixed; boundary=\"x\"\nMIME-Version: 1.0\n\n{parts}--x--\n")
    }

    /// The texts of what is done, in its order.
    fn done(text: &str) -> Result<Vec<String>, Unusable> {
        Ok(parts(text.as_bytes())?.into_iter().map(|part| part.text).collect())
    }

    const SHELL: &str = "Content-Type: text/x-shellscript\n\n#!/bin/bash\na";
    const CONFIG: &str =
        "Content-Type: text/cloud-config\n\nruncmd:\n- b\nwrite_files:\n- path: /c\n  content: c\nbootcmd:\n- d";

    #[test]
    fn the_parts_of_a_message_come_in_the_order_of_the_stages() {
        assert_eq!(done(&message(&[SHELL, CONFIG])).unwrap(), ["d\n", "c", "#!/bin/bash\na", "b\n"]);
    }

    #[test]
    fn scripts_come_in_the_order_of_their_names() {
        let named = SHELL.replacen('\n', "\nContent-Disposition: attachment; filename=\"userdata.txt\"\n", 1);
        assert_eq!(done(&message(&[&named, CONFIG])).unwrap(), ["d\n", "c", "b\n", "#!/bin/bash\na"]);
    }

    #[test]
    fn of_two_configurations_the_later_one_counts() {
        let later = "Content-Type: text/cloud-config\n\nruncmd:\n- e";
        assert_eq!(done(&message(&[CONFIG, later])).unwrap(), ["d\n", "c", "e\n"]);
    }

    #[test]
    fn a_part_that_can_t_be_run_keeps_none_from_running() {
        let refused = "Content-Type: text/x-shellscript\n\n#!/bin/zsh\na";
        assert_eq!(done(&message(&[refused, SHELL])).unwrap(), ["#!/bin/bash\na"]);
        assert_eq!(done(&message(&[refused])), Err(Unusable::Refused("/bin/zsh".into())));
        let no_script = "Content-Type: text/x-shellscript\n\necho a";
        assert_eq!(done(&message(&[no_script, SHELL])).unwrap(), ["#!/bin/bash\na"]);
    }

    #[test]
    fn a_message_says_that_it_is_one() {
        let text = message(&[SHELL]).replace("MIME-Version: 1.0\n", "");
        assert!(matches!(done(&text), Err(Unusable::NoShebang(_))));
        assert!(matches!(done(&format!("\n{}", message(&[SHELL]))), Err(Unusable::NoShebang(_))));
    }

    #[test]
    fn a_boothook_may_begin_with_blank_lines() {
        assert_eq!(done("#cloud-boothook\n\n#!/bin/bash\na\n").unwrap(), ["#!/bin/bash\na\n"]);
    }

    #[test]
    fn commands_of_a_configuration_are_run_by_sh() {
        let parts = parts(b"#cloud-config\nruncmd:\n- [ echo, \"a b\" ]\n").unwrap();
        assert_eq!(parts[0].text, "'echo' 'a b'\n");
        assert_eq!(parts[0].kind, PartKind::Script { options: script::posix() });
    }

    #[test]
    fn what_is_packed_is_unpacked() {
        let packed = [
            0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 12, 0, 0xf3, 0xff, b'#', b'!', b'/', b'b', b'i', b'n', b'/', b'b',
            b'a', b's', b'h', b'\n',
        ];
        assert_eq!(gunzipped(&packed).as_deref(), Some(&b"#!/bin/bash\n"[..]));
    }
}
