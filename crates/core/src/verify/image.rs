//! The machine image (AMI).

use serde::Deserialize;

use super::{CauseId, Deviation, Doing, Facts, Kind, ResourceKind, Stop, Verdict, Wait, Wanted};
use crate::account::Need;
use crate::account::resources::{Image as OneImage, ImageSnapshot, ImageState as State};
use crate::i18n::Text;
use crate::msg;

/// The account owns an image of this name.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Image {
    /// Image name.
    pub image: String,
}

impl Kind for Image {
    fn needs(&self) -> Vec<Need> {
        vec![Need::Images]
    }

    fn expected(&self) -> Text {
        msg!(image_expected, image = &self.image)
    }

    fn why(&self) -> Text {
        msg!(image_why)
    }

    fn subject(&self) -> Option<Wanted> {
        Some(Wanted::new(ResourceKind::Image, &self.image))
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let image =
            facts.image(&self.image).map_err(|missing| missing.of_subject(msg!(image_fix, image = &self.image)))?;
        let actual = Text::verbatim(format!("{} ({})", image.id, image.state));
        Ok(unusable(image, &self.image).unwrap_or_else(|| Verdict::passed(actual)))
    }
}

/// The image was made from the instance, where AWS still tells.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImageSource {
    /// Image name.
    pub image: String,
    /// Name tag of the VPC.
    pub vpc: String,
    /// Name tag of the instance.
    pub instance: String,
}

impl Kind for ImageSource {
    fn needs(&self) -> Vec<Need> {
        vec![Need::Images, Need::Vpcs, Need::Subnets, Need::SecurityGroups, Need::Instances]
    }

    fn expected(&self) -> Text {
        msg!(image_source_expected, instance = &self.instance)
    }

    fn why(&self) -> Text {
        msg!(image_source_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let image = facts.image(&self.image)?;
        let Some(source) = &image.source_instance else {
            return Ok(Verdict::passed(msg!(image_source_untold)));
        };
        let Some(found) = facts.instance(source)? else {
            let fix = msg!(image_source_gone_fix, instance = &self.instance);
            return Ok(Verdict::manual(msg!(image_source_gone, found = source), fix));
        };
        // A terminated source still proves where the image came from, though it has left its VPC.
        let vpc = facts.vpc(&self.vpc)?;
        let here = found.vpc.as_ref().is_none_or(|id| *id == vpc.id);
        if here && found.name.as_deref() == Some(&self.instance) {
            return Ok(Verdict::passed(Text::verbatim(source)));
        }
        let living = facts.instances(&self.vpc, &self.instance)?;
        let wanted = Text::list(living.iter().map(|instance| instance.id.clone()));
        Ok(Verdict::failed(
            msg!(image_source_other, found = source, wanted = wanted),
            msg!(image_source_fix, image = &self.image, instance = &self.instance),
        )
        .because(CauseId::ImageWrongSource, msg!(cause_image_wrong_source)))
    }
}

/// The image is available.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImageState {
    /// Image name.
    pub image: String,
}

impl Kind for ImageState {
    fn needs(&self) -> Vec<Need> {
        vec![Need::Images, Need::ImageSnapshotsOf(self.image.clone())]
    }

    fn expected(&self) -> Text {
        msg!(image_state_expected, image = &self.image)
    }

    fn why(&self) -> Text {
        msg!(image_state_why)
    }

    fn subject(&self) -> Option<Wanted> {
        Some(Wanted::new(ResourceKind::Image, &self.image))
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let image =
            facts.image(&self.image).map_err(|missing| missing.of_subject(msg!(image_fix, image = &self.image)))?;
        if let Some(verdict) = unusable(image, &self.image) {
            return Ok(verdict);
        }
        if image.state.is_available() {
            return Ok(Verdict::passed(Text::verbatim(format!("{} ({})", image.id, image.state))));
        }
        if let Some(lost) = snapshots(image, facts).find(|snapshot| snapshot.state.is_lost()) {
            let actual = msg!(image_snapshot_lost, image = &image.id, snapshot = &lost.id, state = &lost.state);
            return Ok(Verdict::failed(actual, msg!(image_failed_fix, image = &self.image))
                .because(CauseId::ImageFailed, msg!(cause_image_failed)));
        }
        let wait = Wait::new(Doing::CopyingImage, image.created_at);
        Ok(Verdict::waiting(wait, pending(image, facts), msg!(image_pending_fix)))
    }
}

/// The verdict on an image from which nothing can or ever will be launched; none where something can, or soon.
fn unusable(image: &OneImage, name: &str) -> Option<Verdict> {
    let actual = || Text::verbatim(format!("{} ({})", image.id, image.state));
    match &image.state {
        State::Available | State::Pending | State::Transient => None,
        State::Invalid | State::Failed | State::Error | State::Deregistered => {
            let reason = image.state_reason.as_deref().unwrap_or("-");
            let actual = msg!(image_failed, image = &image.id, state = &image.state, reason = reason);
            let fix = msg!(image_failed_fix, image = name);
            Some(Verdict::failed(actual, fix).because(CauseId::ImageFailed, msg!(cause_image_failed)))
        }
        State::Disabled => Some(
            Verdict::failed(actual(), msg!(image_disabled_fix, image = name))
                .because(CauseId::ImageDisabled, msg!(cause_image_disabled)),
        ),
        State::Other(_) => Some(Verdict::unfamiliar(actual())),
    }
}

/// The snapshots behind an image, as far as they were seen.
fn snapshots<'a>(image: &'a OneImage, facts: &Facts<'a>) -> impl Iterator<Item = &'a ImageSnapshot> {
    let seen = facts.snapshot.image_snapshots.seen().map(Vec::as_slice).unwrap_or_default();
    seen.iter().filter(|snapshot| image.snapshots.contains(&snapshot.id))
}

/// The pending image with the progress of its snapshots, where AWS tells it.
fn pending(image: &OneImage, facts: &Facts<'_>) -> Text {
    if image.state == State::Transient {
        return Text::verbatim(format!("{} ({})", image.id, image.state));
    }
    let slowest = snapshots(image, facts).filter_map(|snapshot| snapshot.progress).min();
    match slowest {
        Some(percent) => msg!(image_pending_progress, image = &image.id, percent = i32::from(percent)),
        None => msg!(image_pending, image = &image.id),
    }
}

/// Advice: the image has this description.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImageDescription {
    /// Image name.
    pub image: String,
    /// Letter by letter; it can't be told from the name.
    pub description: String,
}

impl Kind for ImageDescription {
    fn needs(&self) -> Vec<Need> {
        vec![Need::Images]
    }

    fn expected(&self) -> Text {
        msg!(image_description_expected, description = &self.description)
    }

    fn why(&self) -> Text {
        msg!(image_description_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let image = facts.image(&self.image)?;
        let description = image.description.as_deref().unwrap_or_default();
        let actual = Text::verbatim(format!("\"{description}\""));
        if description == self.description {
            return Ok(Verdict::passed(actual));
        }
        let fix = msg!(image_description_fix, description = &self.description);
        Ok(Verdict::failed(actual, fix).deviating(Deviation::Description))
    }
}
