//! The smallest program on ratatui, which `benches/terminal.rs` compares the tutor's first frame with.

use std::io;

fn main() -> io::Result<()> {
    ratatui::run(|terminal| {
        terminal.draw(|frame| frame.render_widget("Hello, world", frame.area()))?;
        ratatui::crossterm::event::read().map(drop)
    })
}
