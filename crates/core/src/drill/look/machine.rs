//! Targets, boot logs, and what instances are made from.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::eye::{Eye, Line, listed};
use crate::i18n::Text;
use crate::msg;

pub fn health(eye: &Eye<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    for target in eye.snapshot.target_health.seen().map(Vec::as_slice).unwrap_or_default() {
        let port = target.port.map_or_else(|| "-".to_owned(), |port| port.to_string());
        lines.push(Line::Heading(msg!(drill_target, id = &target.target, port = port, state = &target.state)));
        lines.extend(target.reason.as_ref().map(|reason| Line::Fact(Text::verbatim(reason.as_str()))));
        lines.extend(target.description.as_ref().map(|words| Line::Fact(Text::verbatim(words))));
    }
    if lines.is_empty() {
        lines.push(Line::Fact(msg!(drill_no_targets)));
    }
    lines
}

pub fn boot(eye: &Eye<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    let members = eye.group().map(|group| group.instances.as_slice()).unwrap_or_default();
    for member in members {
        lines.push(Line::Heading(msg!(drill_log, id = &member.id)));
        let log = eye.snapshot.boot_logs.get(&member.id).and_then(|log| log.seen().ok());
        match log.filter(|log| !log.text.is_empty()) {
            Some(log) => lines.extend(log.text.lines().map(|line| Line::Bare(line.to_owned()))),
            None => lines.push(Line::Fact(msg!(drill_no_log))),
        }
    }
    if members.is_empty() {
        lines.push(Line::Fact(msg!(drill_no_instance)));
    }
    lines
}

/// Image and role belong to what an instance is made from, so they stand here too.
pub fn template(eye: &Eye<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    let text = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".to_owned());
    if let Some(template) = eye.snapshot.launch_template.seen().ok().and_then(Option::as_ref) {
        let version = template.latest_version;
        lines.push(Line::Heading(msg!(drill_template, name = &template.name, version = version)));
        lines.push(Line::Fact(msg!(
            drill_template_image,
            image = text(&template.image),
            kind = text(&template.instance_type)
        )));
        lines.push(Line::Fact(msg!(drill_groups, groups = eye.all_named(&template.security_groups))));
        let profile = template.profile_name.clone().or_else(|| template.profile_arn.clone());
        lines.push(Line::Fact(msg!(drill_template_profile, profile = text(&profile))));
        lines.push(Line::Heading(msg!(drill_user_data)));
        match &template.user_data {
            Some(data) => lines.extend(script(data).lines().map(|line| Line::Bare(line.to_owned()))),
            None => lines.push(Line::Fact(msg!(drill_none))),
        }
    }
    for image in eye.snapshot.images.seen().map(Vec::as_slice).unwrap_or_default() {
        lines.push(Line::Heading(msg!(drill_image, id = &image.id, name = &image.image_name)));
        let source = text(&image.source_instance);
        lines.push(Line::Fact(msg!(drill_image_state, state = &image.state, source = source)));
    }
    if let Ok(profile) = eye.snapshot.instance_profile.seen() {
        lines.push(Line::Heading(msg!(drill_profile, name = eye.value("instance_profile"))));
        let roles = profile.iter().flat_map(|profile| profile.roles.iter().cloned());
        lines.push(Line::Fact(msg!(drill_roles, roles = listed(roles))));
    }
    lines
}

/// What the console shows of user data: decoded once.
fn script(data: &str) -> String {
    STANDARD.decode(data).ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_else(|| data.to_owned())
}
