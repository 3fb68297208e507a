//! What there is to draw beside the model.

use super::field::Field;
use crate::terminal::Size;
use crate::terminal::content::Content;

/// A page as it is laid out for a window.
#[derive(Debug)]
pub struct Shown {
    /// How large the window is.
    pub size: Size,
    /// What the page shows, laid out.
    pub content: Content,
    /// The field, while something is written.
    pub field: Option<Field>,
}
