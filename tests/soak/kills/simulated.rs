//! The simulated account of the demo. Its number is the second in which it began.

use std::path::Path;

use ec_site_tutor_core::demo::{SimulatedAccount, load, save};

use super::at;
use crate::fuzz::LESSON;

const FILE: &str = "world.json";

pub fn write(folder: &Path, said: &mut dyn FnMut(u64)) {
    for number in saved(folder).expect("what was left is readable") + 1.. {
        save(&folder.join(FILE), &SimulatedAccount::new(&LESSON, at(number))).expect("saved");
        said(number);
    }
}

pub fn saved(folder: &Path) -> Result<u64, String> {
    let simulated = load(&folder.join(FILE)).map_err(|error| format!("{error:?}"))?;
    Ok(simulated.map_or(0, |simulated| simulated.started_at.as_second().try_into().unwrap()))
}
