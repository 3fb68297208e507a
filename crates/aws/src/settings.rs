//! What the program was told about the connection.

use std::path::PathBuf;
use std::time::SystemTime;

use ec_site_tutor_core::files::mark;

/// What the command line or the settings file say about the connection; the rest comes from AWS's own environment
/// and configuration files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Profile name.
    pub profile: Option<String>,
    /// The profile that is used, where the environment may name it too.
    pub used_profile: Option<String>,
    /// Region code.
    pub region: Option<String>,
    /// AWS's configuration file, where profiles are named; none where there is no home.
    pub config_file: Option<PathBuf>,
    /// AWS's file of keys; none where there is no home.
    pub credentials_file: Option<PathBuf>,
    /// The folder for what is kept; none where there is no home, or nothing is to be.
    pub state_folder: Option<PathBuf>,
}

/// AWS's files as they were at some instant.
pub type Marks = [Option<(u64, Option<SystemTime>)>; 2];

impl Settings {
    /// AWS's files as they are now.
    pub fn marks(&self) -> Marks {
        [&self.config_file, &self.credentials_file].map(|file| mark(file.as_deref()?))
    }
}
