//! What an instance is made from, and what came of its boot.

use ec_site_tutor_core::verify::CauseId;
use serde_json::Value;

use super::view::{View, lab, text, texts};
use crate::base;

fn template<'a>(view: &View<'a>) -> &'a Value {
    view.one("launch_template")
}

fn profile_of_template<'a>(view: &View<'a>) -> &'a str {
    let template = template(view);
    let own = format!(":{}:instance-profile/", text(view.one("identity"), "account"));
    let arn = text(template, "profile_arn").split_once(&own).map(|(_, name)| name).unwrap_or_default();
    if text(template, "profile_name").is_empty() { arn } else { text(template, "profile_name") }
}

fn own_image<'a>(view: &View<'a>) -> Option<&'a Value> {
    view.named("images", "image_name", "image")
}

/// Whether the script isn't that of the finished account.
fn is_another_script(view: &View) -> bool {
    view.script() != View(&base("finished")).script()
}

fn groups_of_template<'a>(view: &View<'a>) -> Vec<&'a str> {
    let own = texts(template(view), "security_groups");
    let interfaces = template(view)["interfaces"].as_array().into_iter().flatten();
    own.into_iter().chain(interfaces.flat_map(|interface| texts(interface, "security_groups"))).collect()
}

fn wanted_groups<'a>(view: &View<'a>) -> Vec<&'a str> {
    ["web_sg", "rds_sg"].into_iter().flat_map(|value| view.security_groups(value)).collect()
}

/// Whether the condition of a cause in an instance holds; none where it is no such cause.
pub fn holds(cause: CauseId, view: &View) -> Option<bool> {
    let members = view.members();
    let living = || members.iter().filter(|member| text(member, "state") != "terminated");
    let script = view.script();
    Some(match cause {
        CauseId::ProfileMissing => {
            view.one("instance_profile").is_null()
                || profile_of_template(view).is_empty()
                || living().any(|member| member["instance_profile"].is_null())
        }
        CauseId::ProfileWrong => profile_of_template(view) != lab("instance_profile"),
        CauseId::ProfileWithoutRole => texts(view.one("instance_profile"), "roles").is_empty(),
        CauseId::TemplateWrongImage => {
            own_image(view).is_none_or(|image| text(image, "id") != text(template(view), "image"))
        }
        CauseId::TemplateWrongType => text(template(view), "instance_type") != lab("instance_type"),
        CauseId::TemplateKeyPair => !template(view)["key_name"].is_null(),
        CauseId::TemplateWrongGroups => {
            let (mut found, mut wanted) = (groups_of_template(view), wanted_groups(view));
            found.sort_unstable();
            wanted.sort_unstable();
            found != wanted
                || !texts(template(view), "security_groups").is_empty()
                    && !template(view)["interfaces"].as_array().unwrap().is_empty()
        }
        CauseId::TemplateWrongTag => {
            let tags = template(view)["instance_tags"].as_array().into_iter().flatten();
            !tags.into_iter().any(|tag| tag[0] == "Name" && tag[1] == lab("instance_tag"))
        }
        CauseId::TemplateNotLatest => {
            let reference = view.group().map_or(&Value::Null, |group| &group["template"]);
            let same = text(reference, "id") == text(template(view), "id")
                || reference["id"].is_null() && text(reference, "name") == lab("launch_template");
            text(reference, "version") != "$Latest" || !same
        }
        CauseId::ImageFailed => {
            let is_broken = |snapshot: &&Value| !matches!(text(snapshot, "state"), "completed" | "pending");
            view.list("image_snapshots").iter().any(is_broken)
                || own_image(view).is_some_and(|image| !matches!(text(image, "state"), "available" | "pending"))
        }
        CauseId::ImageWrongSource => own_image(view).is_some_and(|image| {
            let base = view.named("instances", "name", "base_instance");
            base.is_none_or(|base| text(image, "source_instance") != text(base, "id"))
        }),
        CauseId::ImageDisabled => own_image(view).is_some_and(|image| text(image, "state") == "disabled"),
        CauseId::InstanceOutdated => {
            let latest = template(view)["latest_version"].as_i64();
            let group = view.group().map_or(&Value::Null, |group| &group["instances"]);
            let number = |member: &Value| text(member, "version").parse::<i64>().ok();
            group.as_array().into_iter().flatten().any(|member| number(member) < latest && number(member).is_some())
        }
        CauseId::InstanceGroupMissing => living().any(|member| {
            let carried = texts(member, "security_groups");
            wanted_groups(view).iter().any(|group| !carried.contains(group))
        }),
        CauseId::MetadataOff => {
            text(template(view), "metadata") == "disabled"
                || living().any(|member| text(member, "metadata") == "disabled")
        }
        CauseId::UserDataMissing => text(template(view), "user_data").trim().is_empty(),
        CauseId::UserDataPlaceholder => {
            !script.contains(&format!(":{}:secret:", text(view.one("identity"), "account")))
        }
        CauseId::UserDataSecretMalformed => is_another_script(view),
        CauseId::UserDataSecretAccount => {
            !script.contains(&format!(":{}:secret", text(view.one("identity"), "account")))
        }
        CauseId::UserDataSecretRegion => !script.contains(&format!("secretsmanager:{}:", lab("region"))),
        CauseId::UserDataEncoding => !script.starts_with("#!") || view.log_says(&["userdata"]),
        CauseId::UserDataLineEnds => script.contains('\r') || view.log_says(&["^m", "\\\\r"]),
        CauseId::UserDataNoShebang => is_another_script(view) || view.log_says(&["exec format"]),
        CauseId::UserDataNoArchive
        | CauseId::UserDataNotUnpacked
        | CauseId::UserDataNoEnv
        | CauseId::UserDataEnvElsewhere
        | CauseId::UserDataNoInstall
        | CauseId::UserDataNoBuild
        | CauseId::UserDataNoStart
        | CauseId::UserDataSyntax
        | CauseId::UserDataEnds
        | CauseId::UserDataStopped
        | CauseId::UserDataWrongFolder => is_another_script(view),
        CauseId::AppArchiveDenied => view.log_says(&["403", "accessdenied"]),
        CauseId::AppArchiveMissing => view.log_says(&["404", "nosuch", "cannot find or open"]),
        CauseId::AppArchiveBroken => view.log_says(&["signature not found", "not in gzip"]),
        CauseId::AppSecretDenied => view.log_says(&["getsecretvalue"]),
        CauseId::AppSecretMissing => view.log_says(&["secret"]),
        CauseId::AppNoCredentials => view.log_says(&["credentials"]),
        CauseId::AppNodeVersion => view.log_says(&["engine", "node.js"]),
        CauseId::AppPackageLock => view.log_says(&["lock"]),
        CauseId::AppPortTaken => view.log_says(&["eaddrinuse"]),
        CauseId::AppRegion => view.log_says(&["region", "redirect", "301"]),
        CauseId::AppNoNetwork => view.log_says(&[
            "connect",
            "resolve",
            "resolution",
            "timeout",
            "timedout",
            "(28)",
            "mirrorlist",
            "unreachable",
            "eai_again",
            "enotfound",
            "meta_fetch",
        ]),
        CauseId::AppNoSpace => view.log_says(&["no space", "enospc"]),
        CauseId::AppNoMemory => view.log_says(&["memory", "oom", "137", "killed"]),
        CauseId::AppToolMissing => {
            view.log_says(&["not found", "no such file", "bad interpreter"]) || is_another_script(view)
        }
        CauseId::AppBuildFailed => {
            view.log_says(&["elifecycle", "err_pnpm", "npm err", "npm error", "fail", "ec-site: 3 of 4"])
        }
        CauseId::UserDataFails => is_another_script(view) || view.log_says(&["fail", "error", "line ", "runparts"]),
        CauseId::UserDataUnfollowed => is_another_script(view),
        CauseId::UserDataNotRun => view.log_says(&["finished at"]) && !view.log_says(&["ec-site: 1 of 4"]),
        CauseId::AppNotStarted => {
            view.has_reason("Target.FailedHealthChecks") || view.log_says(&["pm2", "errored", "ec-site: 4 of 4"])
        }
        _ => return None,
    })
}
