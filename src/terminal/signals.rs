//! The signals that ask the program to end or to stop, so that it does so in order: terminal given back, progress saved.

use std::io;

use signal_hook::consts::{SIGCONT, SIGTSTP, SIGTTIN};
use signal_hook::low_level::raise;
use tokio::signal::unix::{Signal, SignalKind, signal};

/// Listens for them.
#[derive(Debug)]
pub struct Signals {
    terminate: Signal,
    hang_up: Signal,
    interrupt: Signal,
}

impl Signals {
    /// Begins to listen.
    ///
    /// # Errors
    /// The system refuses a handler.
    pub fn new() -> io::Result<Self> {
        Ok(Self {
            terminate: signal(SignalKind::terminate())?,
            hang_up: signal(SignalKind::hangup())?,
            interrupt: signal(SignalKind::interrupt())?,
        })
    }

    /// The number of the next one.
    pub async fn next(&mut self) -> u8 {
        tokio::select! {
            _ = self.terminate.recv() => 15,
            _ = self.hang_up.recv() => 1,
            _ = self.interrupt.recv() => 2,
        }
    }
}

/// Listens for the signal that a stopped program goes on with.
#[derive(Debug)]
pub struct GoingOn(Signal);

impl GoingOn {
    /// Begins to listen.
    ///
    /// # Errors
    /// The system refuses a handler.
    pub fn new() -> io::Result<Self> {
        Ok(Self(signal(SignalKind::from_raw(SIGCONT))?))
    }

    /// Waits for it.
    pub async fn next(&mut self) {
        self.0.recv().await;
    }
}

/// Listens for the signal that asks a program to stop, as `kill -TSTP` sends it; the key Ctrl-Z sends none to a program
/// that reads the keys by itself.
#[derive(Debug)]
pub struct Stopping(Signal);

impl Stopping {
    /// Begins to listen.
    ///
    /// # Errors
    /// The system refuses a handler.
    pub fn new() -> io::Result<Self> {
        Ok(Self(signal(SignalKind::from_raw(SIGTSTP))?))
    }

    /// Waits for it.
    pub async fn next(&mut self) {
        self.0.recv().await;
    }
}

/// All that a program on the whole screen listens for.
#[derive(Debug)]
pub struct Listening {
    /// Those that end it.
    pub ending: Signals,
    /// The one that asks it to stop.
    pub stopping: Stopping,
    /// The one that it goes on with.
    pub going_on: GoingOn,
}

impl Listening {
    /// Begins to listen.
    ///
    /// # Errors
    /// The system refuses a handler.
    pub fn new() -> io::Result<Self> {
        Ok(Self { ending: Signals::new()?, stopping: Stopping::new()?, going_on: GoingOn::new()? })
    }
}

/// Stops, until the shell that started the program continues it.
///
/// SIGTSTP is listened for, so it stops nothing any more. Of the other signals that stop a program, SIGSTOP would stop
/// it also where no shell could continue it; SIGTTIN keeps to the same rule as SIGTSTP and does nothing there.
///
/// # Errors
/// The system refuses the signal.
pub fn stop() -> io::Result<()> {
    raise(SIGTTIN)
}
