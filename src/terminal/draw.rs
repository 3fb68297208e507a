//! Puts lines on the screen.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line as ScreenLine, Span};
use ratatui::widgets::Paragraph;

use super::Size;
use super::content::{Piece, Tone};
use super::theme::{Colour, Looks, style};
use crate::i18n::Localizer;
use crate::msg;
use crate::signs::Signs;
use crate::text::{drawn, wrap};

/// The smallest window that is usable.
pub const SMALLEST: Size = Size { width: 60, height: 20 };

/// Whether the window is large enough for anything but saying that it isn't.
#[must_use]
pub fn is_large_enough(size: Size) -> bool {
    size.width >= SMALLEST.width && size.height >= SMALLEST.height
}

/// What a window shows that is too small for anything else; whatever doesn't fit is cut.
#[must_use]
pub fn too_small(size: Size, localizer: &Localizer) -> Vec<Vec<Piece>> {
    let text = msg!(
        tui_too_small,
        width = size.width,
        height = size.height,
        least_width = SMALLEST.width,
        least_height = SMALLEST.height
    );
    let cells = usize::from(size.width).max(1);
    wrap(&localizer.say(&text), cells).into_iter().map(|line| vec![(line, Tone::Plain)]).collect()
}

/// Puts lines into an area of the screen, cutting what doesn't fit.
pub fn put(frame: &mut Frame<'_>, area: Rect, lines: &[Vec<Piece>], colour: Colour) {
    let area = area.intersection(frame.area());
    let lines: Vec<ScreenLine<'_>> = lines
        .iter()
        .map(|line| line.iter().map(|(text, tone)| Span::styled(drawn(text), style(*tone, colour))).collect())
        .collect();
    frame.render_widget(Paragraph::new(lines), area);
}

/// Puts what may be shown in the place of signs that may not.
pub fn keep_to_signs(frame: &mut Frame<'_>, looks: Looks) {
    if looks.signs == Signs::Ascii {
        for cell in &mut frame.buffer_mut().content {
            let shown = looks.signs.show(cell.symbol()).into_owned();
            cell.set_symbol(&shown);
        }
    }
}
