//! A load that runs beside something else, such as a screen.

use std::ops::ControlFlow;
use std::sync::Arc;

use tokio::sync::oneshot;

use super::simulated::run_simulated;
use super::site::{Target, opened, own, run};
use crate::account::Source;
use crate::i18n::Text;
use ec_site_tutor_core::load::Ending;
use ec_site_tutor_core::load::Figures;
use ec_site_tutor_core::load::Plan;
use ec_site_tutor_core::load::{Site, Subject};

/// Where the load goes.
#[derive(Clone, Debug)]
pub enum Destination {
    /// To the learner's own site, once its name is resolved and it answers.
    Own(Site),
    /// To a site that was opened before.
    Opened(Target),
    /// Nowhere: the account is simulated.
    Demo(Arc<Source>, Box<Subject>),
}

/// What a load tells.
#[derive(Debug)]
pub enum LoadEvent {
    /// The first request goes out.
    Begun,
    /// Nothing was sent, for this reason.
    Refused(Text),
    /// How it stands.
    Figures(Box<Figures>),
    /// It is over; nothing is under way any more.
    Ended(Ending, Box<Figures>),
}

/// Holds a load: it ends when this is dropped.
#[derive(Debug)]
pub struct Handle(#[expect(dead_code, reason = "the other end notices that it is gone")] oneshot::Sender<()>);

/// A load as a future, and what holds it. `tell` says whether anybody still listens.
pub fn begin(
    plan: Plan,
    place: Destination,
    tell: impl Fn(LoadEvent) -> bool + Send + Sync + 'static,
) -> (Handle, impl Future<Output = ()> + Send) {
    let (handle, mut let_go) = oneshot::channel();
    let load = async move {
        let prepared = tokio::select! {
            prepared = prepare(place) => prepared,
            _ = &mut let_go => Ok(Ready::Nothing),
        };
        let place = match prepared {
            Ok(place) => place,
            Err(why) => {
                tell(LoadEvent::Refused(why));
                return;
            }
        };
        tell(LoadEvent::Begun);
        let stop = async { drop(let_go.await) };
        let report = |figures| {
            if tell(LoadEvent::Figures(Box::new(figures))) { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        };
        let (ending, figures) = match &place {
            Ready::Site(target) => run(&plan, target, stop, report).await,
            Ready::Demo(source, subject) => run_simulated(&plan, subject, source, stop, report).await,
            Ready::Nothing => (Ending::Asked, Figures::default()),
        };
        tell(LoadEvent::Ended(ending, Box::new(figures)));
    };
    (Handle(handle), load)
}

/// A place that can be loaded.
enum Ready {
    /// Let go before there was one.
    Nothing,
    Site(Target),
    Demo(Arc<Source>, Box<Subject>),
}

async fn prepare(place: Destination) -> Result<Ready, Text> {
    match place {
        Destination::Own(site) => Ok(Ready::Site(opened(own(&site).await?).await?.0)),
        Destination::Opened(target) => Ok(Ready::Site(target)),
        Destination::Demo(source, subject) => Ok(Ready::Demo(source, subject)),
    }
}
