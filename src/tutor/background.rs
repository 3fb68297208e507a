//! A thread for reading the account, so that no key waits for setting up TLS, for long lists, or for judging them.

use std::convert::Infallible;
use std::future::Future;
use std::{io, thread};

use tokio::runtime::{Builder, Handle};
use tokio::sync::oneshot;
use tokio::task::JoinSet;

/// A runtime on a thread of its own, which ends with this.
#[derive(Debug)]
pub struct Background {
    runtime: Handle,
    _end: oneshot::Sender<Infallible>,
}

impl Background {
    /// Starts the thread.
    ///
    /// # Errors
    /// The system has no thread or no descriptor left.
    pub fn start() -> io::Result<Self> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let handle = runtime.handle().clone();
        let (end, ended) = oneshot::channel::<Infallible>();
        thread::Builder::new().name("account".to_owned()).spawn(move || {
            // Nothing is ever sent: this waits for the sender to go.
            let _ = runtime.block_on(ended);
            // A name being looked up can't be broken off.
            runtime.shutdown_background();
        })?;
        Ok(Self { runtime: handle, _end: end })
    }

    /// Runs `task` there, as one of `tasks`.
    pub fn run(&self, tasks: &mut JoinSet<()>, task: impl Future<Output = ()> + Send + 'static) {
        tasks.spawn_on(task, &self.runtime);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::time::Duration;

    use super::*;

    /// Longer than a busy machine takes to switch threads.
    const PATIENCE: Duration = Duration::from_secs(20);

    #[tokio::test]
    async fn what_holds_its_thread_up_holds_nobody_else_up() {
        let background = Background::start().unwrap();
        let (sender, receiver) = mpsc::channel();
        let (answer, answered) = oneshot::channel();
        let mut tasks = JoinSet::new();
        background.run(&mut tasks, async move {
            let _ = answer.send(receiver.recv_timeout(PATIENCE));
        });
        // Nobody can send while the task has this thread.
        tokio::task::yield_now().await;
        sender.send(()).unwrap();
        assert_eq!(answered.await, Ok(Ok(())));
    }

    #[tokio::test]
    async fn its_tasks_end_with_it() {
        let background = Background::start().unwrap();
        let mut tasks = JoinSet::new();
        background.run(&mut tasks, std::future::pending());
        drop(background);
        assert!(tasks.join_next().await.unwrap().unwrap_err().is_cancelled());
    }
}
