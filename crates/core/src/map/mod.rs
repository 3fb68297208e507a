//! The learner's own wiring: internet, load balancer, target group, instances, security groups and ways out.
//! [`Wiring`] is what there is to draw; each drawing of it is a file of its own and decides nothing.
//!
//! ```text
//! lesson ──> Plan ─┐
//! snapshot ────────┼──> Wiring ──> drawing (text) │ words │ svg
//! report ──────────┘
//! ```

mod beside;
mod drawing;
mod entrance;
mod findings;
mod fleet;
mod frame;
mod guards;
mod plan;
mod states;
mod survey;
mod svg;
mod wiring;
mod words;

#[cfg(test)]
pub(crate) mod tests;

use findings::Findings;
use plan::MapPlan;
use survey::Survey;

use crate::account::Snapshot;
use crate::lesson::Lesson;
use crate::report::Report;
use crate::verify::Facts;

pub use drawing::draw;
pub use frame::{Row, Run};
pub use svg::{svg, svg_within};
pub use words::sentences;

pub use wiring::{Fact, Link, Mark, Node, Wiring};

impl Wiring {
    /// The wiring that `snapshot` shows, with what `report` finds of it; none where the lesson has nothing to draw.
    #[must_use]
    pub fn of(lesson: &Lesson, snapshot: &Snapshot, report: &Report) -> Option<Self> {
        let plan = MapPlan::of(lesson)?;
        let facts = Facts::new(snapshot, report.checked_at);
        let survey = Survey { facts, plan: &plan, findings: Findings::of(lesson, report) };
        let (unseen, blank) = beside::unseen(snapshot);
        Some(Self {
            account: snapshot.account().map(str::to_owned),
            region: snapshot.region.clone(),
            taken_at: snapshot.taken_at,
            internet: entrance::internet(&survey),
            way_in: entrance::way_in(&survey),
            balancer: entrance::balancer(&survey),
            listeners: entrance::listeners(&survey),
            target_group: fleet::target_group(&survey),
            delivery: fleet::delivery(&survey),
            group: fleet::group(&survey),
            zones: fleet::zones(&survey),
            guards: guards::chain(&survey, lesson),
            spare: beside::spare(&survey),
            unseen,
            blank,
        })
    }
}
