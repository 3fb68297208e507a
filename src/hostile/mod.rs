//! Hostile strings, and texts of any length, through every way in and out of the library; what only the whole program
//! shows (arguments, environment, files) is in `tests/hostile/`.

mod account;
mod accounts;
mod long;

pub use accounts::{poisoned, row};
pub use ec_site_tutor_testing::hostile::{HOSTILE, acting, all, assert_text};
