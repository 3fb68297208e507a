//! Instances, their profile, images.

use super::{Ways, console};
use crate::console::encoded;
use crate::diagnose::case::Case;
use crate::diagnose::command::Command;
use crate::msg;
use crate::verify::{CauseId, CheckKind, Verdict};

pub fn ways(kind: &CheckKind, verdict: &Verdict, case: &Case<'_>) -> Option<Ways> {
    Some(match kind {
        CheckKind::Instance(_) => Ways::page(console(case).ec2("Instances:")),
        CheckKind::InstanceStopped(check) => stop(&check.vpc, &check.instance, case),
        CheckKind::InstanceProfile(check) => {
            let lacks_role = verdict.cause.as_ref().is_some_and(|cause| cause.id == CauseId::ProfileWithoutRole);
            profile(&check.profile, lacks_role, case)
        }
        CheckKind::Image(check) => create_image(images(case), &check.image, case),
        CheckKind::ImageState(check) => image_again(&check.image, case),
        CheckKind::ImageSource(check) => image_again(&check.image, case),
        CheckKind::ImageDescription(check) => {
            let image = case.facts.image(&check.image).ok()?;
            let command = Command::aws("ec2 modify-image-attribute").with("--image-id", &image.id);
            Ways::page(image_page(&image.id, case)).by(command.with("--description", &check.description), case)
        }
        _ => return None,
    })
}

fn stop(vpc: &str, name: &str, case: &Case<'_>) -> Ways {
    let page = console(case).ec2("Instances:");
    let Ok(living) = case.facts.instances(vpc, name) else { return Ways::page(page) };
    let running: Vec<&str> = living
        .iter()
        .filter(|instance| instance.asg.is_none() && matches!(instance.state.as_str(), "running" | "pending"))
        .map(|instance| instance.id.as_str())
        .collect();
    match running.as_slice() {
        [] => Ways::page(page),
        [first, ..] => Ways::page(instance_page(first, case))
            .by(Command::aws("ec2 stop-instances").with_each("--instance-ids", running), case),
    }
}

/// The page of one instance.
pub fn instance_page(id: &str, case: &Case<'_>) -> String {
    console(case).ec2(&format!("InstanceDetails:instanceId={}", encoded(id)))
}

fn profile(name: &str, lacks_role: bool, case: &Case<'_>) -> Ways {
    // IAM has no regions.
    let option = |words: &str| Command::aws(words).with("--instance-profile-name", name);
    let ways = Ways::page(console(case).iam("/roles"));
    let ways = if lacks_role { ways } else { ways.line(option("iam create-instance-profile").line()) };
    ways.line(option("iam add-role-to-instance-profile").with("--role-name", name).line())
}

fn images(case: &Case<'_>) -> Ways {
    Ways::page(console(case).ec2("Images:visibility=owned-by-me"))
}

fn image_page(id: &str, case: &Case<'_>) -> String {
    console(case).ec2(&format!("ImageDetails:imageId={}", encoded(id)))
}

fn create_image(ways: Ways, image: &str, case: &Case<'_>) -> Ways {
    let base = case.checks().find_map(|judged| match &judged.check.kind {
        CheckKind::ImageSource(check) if check.image == image => case.facts.instances(&check.vpc, &check.instance).ok(),
        _ => None,
    });
    match base.as_deref() {
        Some([only]) => {
            let command = Command::aws("ec2 create-image").with("--instance-id", &only.id).with("--name", image);
            ways.by(command, case)
        }
        _ => ways,
    }
}

/// An image can't be mended. Templates name it by its id, so that they need a new version after it.
fn image_again(image: &str, case: &Case<'_>) -> Ways {
    let Ok(found) = case.facts.image(image) else { return images(case) };
    let ways = Ways::page(image_page(&found.id, case)).anew(msg!(mend_image_again));
    let ways = ways.by(Command::aws("ec2 deregister-image").with("--image-id", &found.id), case);
    create_image(ways, image, case)
}
