//! Instances, their profile, images.

use super::Ways;
use crate::command::Command;
use crate::console::encoded;
use crate::diagnose::case::Case;
use crate::msg;
use crate::verify::CheckKind;

/// The instances of this name that run and belong to no group.
fn running<'a>(vpc: &str, name: &str, case: &Case<'a>) -> Vec<&'a str> {
    let living = case.facts.instances(vpc, name).unwrap_or_default();
    let own = living.iter().filter(|instance| instance.asg.is_none() && instance.state.is_started());
    own.map(|instance| instance.id.as_str()).collect()
}

/// What stops the instances that are to be stopped.
pub fn stop(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::InstanceStopped(check) = kind else { return ways };
    match running(&check.vpc, &check.instance, case) {
        ids if ids.is_empty() => ways,
        ids => ways.by(Command::aws("ec2 stop-instances").with_each("--instance-ids", ids), case),
    }
}

/// The page of the instance of this name that runs; that of all where none does.
pub fn running_page(vpc: &str, name: &str, case: &Case<'_>) -> String {
    let running = running(vpc, name, case);
    running.first().map_or_else(|| case.console().ec2("Instances:"), |id| instance_page(id, case))
}

/// The console's page of it, whatever its state.
pub fn instance_page(id: &str, case: &Case<'_>) -> String {
    case.console().ec2(&format!("InstanceDetails:instanceId={}", encoded(id)))
}

/// What makes an instance profile with its role. IAM has no regions.
pub fn create_profile(ways: Ways, kind: &CheckKind) -> Ways {
    let CheckKind::InstanceProfile(check) = kind else { return ways };
    let create = Command::aws("iam create-instance-profile").with("--instance-profile-name", &check.profile);
    give_role(ways.line(create.line()), kind)
}

/// What puts the role into an instance profile.
pub fn give_role(ways: Ways, kind: &CheckKind) -> Ways {
    let CheckKind::InstanceProfile(check) = kind else { return ways };
    let add = Command::aws("iam add-role-to-instance-profile").with("--instance-profile-name", &check.profile);
    ways.line(add.with("--role-name", &check.profile).line())
}

/// The page of the learner's own images.
pub fn images_page(case: &Case<'_>) -> String {
    case.console().ec2("Images:visibility=owned-by-me")
}

/// The page of the image of this name; that of all where it can't be told.
pub fn image_page(name: &str, case: &Case<'_>) -> String {
    let image = case.facts.image(name);
    let page = |id: &str| case.console().ec2(&format!("ImageDetails:imageId={}", encoded(id)));
    image.map_or_else(|_| images_page(case), |image| page(&image.id))
}

/// What gives an image the lesson's description.
pub fn describe_image(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::ImageDescription(check) = kind else { return ways };
    let Ok(image) = case.facts.image(&check.image) else { return ways };
    let command = Command::aws("ec2 modify-image-attribute").with("--image-id", &image.id);
    ways.by(command.with("--description", &check.description), case)
}

/// By the command that makes the image from the base instance again.
pub fn make_image(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::Image(check) = kind else { return ways };
    create_image(ways, &check.image, case)
}

fn create_image(ways: Ways, image: &str, case: &Case<'_>) -> Ways {
    let base = case.checks().find_map(|judged| {
        let CheckKind::ImageSource(check) = &judged.check.kind else { return None };
        case.facts.instances(&check.vpc, &check.instance).ok().filter(|_| check.image == image)
    });
    match base.as_deref() {
        Some([only]) => {
            let command = Command::aws("ec2 create-image").with("--instance-id", &only.id).with("--name", image);
            ways.by(command, case)
        }
        _ => ways,
    }
}

/// What lets instances be launched from an image again.
pub fn enable_image(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let name = if let CheckKind::ImageState(check) = kind {
        &check.image
    } else if let CheckKind::Image(check) = kind {
        &check.image
    } else {
        return ways;
    };
    match case.facts.image(name) {
        Ok(image) => ways.by(Command::aws("ec2 enable-image").with("--image-id", &image.id), case),
        Err(_) => ways,
    }
}

/// What makes an image anew. It can't be mended, and templates name it by its id, so that they need a new version after it.
pub fn image_again(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let name = if let CheckKind::ImageState(check) = kind {
        &check.image
    } else if let CheckKind::Image(check) = kind {
        &check.image
    } else if let CheckKind::ImageSource(check) = kind {
        &check.image
    } else {
        return ways;
    };
    let Ok(found) = case.facts.image(name) else { return ways };
    let ways = ways.anew(msg!(mend_image_again));
    let ways = ways.by(Command::aws("ec2 deregister-image").with("--image-id", &found.id), case);
    create_image(ways, name, case)
}
