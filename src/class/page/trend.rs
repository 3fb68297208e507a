//! The chart of how the class gets on, as SVG within the page.

use std::fmt::Write as _;

use super::Writer;
use crate::i18n::Text;
use crate::msg;

/// The drawing's own units.
const WIDTH: i64 = 640;
const HEIGHT: i64 = 120;
/// More points than this are thinned out: the page stays small, and nobody sees more.
const POINTS: usize = 160;

impl Writer<'_> {
    /// Steps done over time, where there are two readings to tell it; the caption says the same in words.
    pub(super) fn trend(&mut self) {
        let (trend, now) = (&self.material.summary.trend, self.material.now);
        let Some((begin, done)) = trend.ends().filter(|_| trend.is_telling()) else { return };
        self.element("h2", "", &msg!(class_trend));
        let path = path(&trend.heights(POINTS, now));
        let said = self.localizer.say(&msg!(class_trend_said, done = done, time = begin));
        let view = ("viewBox", format!("0 0 {WIDTH} {HEIGHT}"));
        self.html.open("svg", &[("class", "trend".to_owned()), ("role", "img".to_owned()), view]);
        self.html.text("title", &[], &said);
        self.html.empty("path", &[("class", "area".to_owned()), ("d", format!("M0 {HEIGHT}{path}V{HEIGHT}Z"))]);
        self.html.empty("path", &[("class", "line".to_owned()), ("d", path.replacen('L', "M", 1))]);
        self.html.close();
        self.element("p", "note", &Text::verbatim(said));
    }
}

/// A line through the heights, from left to right.
fn path(heights: &[u32]) -> String {
    let most = i64::from(heights.iter().copied().max().unwrap_or(0)).max(1);
    let last = i64::try_from(heights.len().saturating_sub(1)).unwrap_or(1).max(1);
    let mut path = String::new();
    for (index, height) in (0_i64..).zip(heights) {
        let (x, y) = (index * WIDTH / last, HEIGHT - 4 - i64::from(*height) * (HEIGHT - 8) / most);
        let _ = write!(path, "L{x} {y}");
    }
    path
}
