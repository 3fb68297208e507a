//! Whether progress can be kept.

use super::Line;
use crate::msg;

/// What progress and a simulated account need, many times over.
const LITTLE: u64 = 16 * MEBIBYTE;
const MEBIBYTE: u64 = 1024 * 1024;

/// Where progress is kept.
#[derive(Clone, Debug)]
pub struct State {
    /// The folder; none where there is no home.
    pub folder: Option<String>,
    /// Why nothing can be written there, in the system's words.
    pub refusal: Option<String>,
    /// The bytes that may still be written, where the system tells.
    pub room: Option<u64>,
}

impl State {
    pub(super) fn line(&self) -> Line {
        let line = |found| Line::good("state-folder", msg!(doctor_label_state), found);
        let Some(folder) = &self.folder else {
            return line(msg!(doctor_state_nowhere)).bad(msg!(doctor_state_nowhere_remedy));
        };
        if let Some(error) = &self.refusal {
            return line(msg!(doctor_state_refused, folder = folder, error = error)).bad(msg!(doctor_state_remedy));
        }
        match self.room {
            None => line(msg!(doctor_state, folder = folder)),
            Some(room) => {
                let found = line(msg!(doctor_state_room, folder = folder, room = said(room)));
                if room < LITTLE { found.odd(msg!(doctor_room_remedy)) } else { found }
            }
        }
    }
}

/// As people say how large a disk is.
fn said(bytes: u64) -> String {
    let mebibytes = bytes / MEBIBYTE;
    if mebibytes < 1024 { format!("{mebibytes} MiB") } else { format!("{} GiB", mebibytes / 1024) }
}
