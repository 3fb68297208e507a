//! A load that runs beside something else, such as a screen; dropping it ends it.

use std::ops::ControlFlow;
use std::sync::Arc;

use jiff::Timestamp;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use super::client::Target;
use super::generator::run;
use super::plan::Plan;
use super::rehearsal::rehearse;
use super::stop::Ending;
use super::subject::Subject;
use super::tally::Figures;
use crate::account::Source;

/// Where the load goes.
#[derive(Clone, Debug)]
pub enum Place {
    /// To a site.
    Site(Target),
    /// Nowhere: the account is simulated.
    Demo(Arc<Source>, Box<Subject>),
}

/// What a running load tells.
#[derive(Debug)]
pub enum Event {
    /// How it stands.
    Figures(Box<Figures>),
    /// It is over; nothing is under way any more.
    Ended(Ending, Box<Figures>),
}

/// A running load.
#[derive(Debug)]
pub struct Runner {
    stop: Option<oneshot::Sender<()>>,
    task: JoinHandle<()>,
}

impl Runner {
    /// Starts a load; `tell` says whether anybody still listens. Wants a tokio runtime.
    pub fn start(plan: Plan, place: Place, tell: impl Fn(Event) -> bool + Send + Sync + 'static) -> Self {
        let (stop, stopped) = oneshot::channel();
        let task = tokio::spawn(async move {
            // That nobody is left who could stop it is a reason to stop, too.
            let stopped = async { drop(stopped.await) };
            let report = |figures| {
                if tell(Event::Figures(Box::new(figures))) { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            };
            let (ending, figures) = match &place {
                Place::Site(target) => run(&plan, target, stopped, report).await,
                Place::Demo(source, subject) => {
                    let ended = rehearse(&plan, subject, source, stopped, report).await;
                    source.end_load(Timestamp::now());
                    ended
                }
            };
            tell(Event::Ended(ending, Box::new(figures)));
        });
        Self { stop: Some(stop), task }
    }

    /// Asks it to stop; [`Event::Ended`] follows.
    pub fn stop(&mut self) {
        if let Some(stop) = self.stop.take() {
            // It may be over already.
            let _ = stop.send(());
        }
    }
}

impl Drop for Runner {
    fn drop(&mut self) {
        self.task.abort();
    }
}
