//! The base instance once its image is made: nothing in the lab rests on it any more, it is only kept as a spare.

use super::case::{Case, Judged};
use super::remediation::page_of;
use super::repair::{Means, Repair};
use crate::i18n::Text;
use crate::msg;
use crate::verify::CheckKind;

/// Whether `judged` asks for the instance of an image that is there and can be used.
#[must_use]
pub fn is_only_a_spare(judged: &Judged<'_>, case: &Case<'_>) -> bool {
    let Some(name) = name(&judged.check.kind) else { return false };
    case.checks().any(|other| match &other.check.kind {
        CheckKind::ImageSource(check) if check.instance == name => {
            case.facts.image(&check.image).is_ok_and(|image| image.state.is_available())
        }
        _ => false,
    })
}

fn name(kind: &CheckKind) -> Option<&str> {
    if let CheckKind::Instance(check) = kind {
        Some(&check.instance)
    } else if let CheckKind::InstanceStopped(check) = kind {
        Some(&check.instance)
    } else {
        None
    }
}

/// What to do once it is gone.
#[must_use]
pub fn repair(judged: &Judged<'_>, case: &Case<'_>) -> Vec<Repair> {
    let name = name(&judged.check.kind).unwrap_or_default();
    let console = Repair { means: Means::Console, text: msg!(mend_spare_gone, instance = name) };
    let link = page_of(&judged.check.kind, case).map(|page| Repair { means: Means::Link, text: Text::verbatim(page) });
    std::iter::once(console).chain(link).collect()
}
