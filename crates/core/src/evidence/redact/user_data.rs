//! User data with another text in it, encoded as it was: what is wrong with it stays wrong in the same way.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::account::{Area, Snapshot};
use crate::verify::decode_user_data;

/// Stands for user data that isn't base64.
const NO_BASE64: &str = "!";
/// Stands for user data that isn't text.
const NO_TEXT: [u8; 1] = [0xff];
/// What is kept of the first line of what isn't a script; a check shows no more of it.
const BEGINNING: usize = 24;

/// How user data begins that cloud-init follows: <https://cloudinit.readthedocs.io/en/latest/explanation/format.html>.
const BEGINNINGS: [&str; 6] =
    ["#!", "#cloud-config", "#cloud-boothook", "## template: jinja", "Content-Type:", "MIME-Version:"];

/// `encoded` with its script changed. What cloud-init doesn't follow is of no use to anybody and is left out.
pub fn rewrite(encoded: &str, change: impl Fn(&str) -> String) -> String {
    if encoded.trim().is_empty() {
        return String::new();
    }
    let Some(bytes) = decode_user_data(encoded) else { return NO_BASE64.to_owned() };
    let Ok(text) = String::from_utf8(bytes) else { return STANDARD.encode(NO_TEXT) };
    if is_script(&text) {
        return STANDARD.encode(change(&text));
    }
    let inner = decode_user_data(&text).and_then(|inner| String::from_utf8(inner).ok());
    match inner.filter(|inner| is_script(inner.trim_ascii_start())) {
        Some(script) => STANDARD.encode(STANDARD.encode(change(&script))),
        None => STANDARD.encode(beginning(&text)),
    }
}

/// The user data in a snapshot, as AWS keeps it.
pub fn of(snapshot: &Snapshot) -> Option<&str> {
    match &snapshot.launch_template {
        Area::Seen(Some(template)) => template.user_data.as_deref(),
        _ => None,
    }
}

/// Puts other user data into a snapshot.
pub fn set(snapshot: &mut Snapshot, encoded: Option<String>) {
    if let Area::Seen(Some(template)) = &mut snapshot.launch_template {
        template.user_data = encoded;
    }
}

/// What the checks of user data read, with `script` as the template's.
pub fn with_script(snapshot: &Snapshot, script: &str) -> Snapshot {
    let mut other = Snapshot::not_asked(snapshot.taken_at, snapshot.region.clone());
    other.identity = snapshot.identity.clone();
    other.launch_template = snapshot.launch_template.clone();
    other.auto_scaling_groups = snapshot.auto_scaling_groups.clone();
    other.target_groups = snapshot.target_groups.clone();
    other.target_health = snapshot.target_health.clone();
    set(&mut other, Some(encoded(script)));
    other
}

/// A script as AWS keeps it.
fn encoded(script: &str) -> String {
    STANDARD.encode(script)
}

/// The script in `encoded`, where there is one.
pub fn script(encoded: &str) -> Option<String> {
    String::from_utf8(decode_user_data(encoded)?).ok().filter(|text| is_script(text))
}

fn is_script(text: &str) -> bool {
    BEGINNINGS.iter().any(|beginning| text.starts_with(beginning))
}

fn beginning(text: &str) -> String {
    text.lines().next().unwrap_or_default().chars().take_while(|letter| *letter != '=').take(BEGINNING).collect()
}
