//! Hostile strings, where to put them, and what must hold of everything that comes out.

mod output;
mod poison;
mod strings;

pub use output::{assert_json, assert_markup, assert_picture, assert_table, assert_text};
pub use poison::{free_places, walk};
pub use strings::{HOSTILE, acting, all, texts};
