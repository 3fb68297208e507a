//! The map as a drawing of plain characters, for terminals.
//!
//! ```text
//!   |
//!   |  o Listener HTTP:80 forwards to ec-site-web-tg
//!   v
//! +- o Target group ec-site-web-tg ------------------+
//! | HTTP:80; health check /, expects 200             |
//! +--------------------------------------------------+
//! ```

use jiff::tz::TimeZone;

use super::frame::{Row, beside, framed, plain, said, stem, width_of};
use super::words::head;
use super::{Fact, Mark, Node, Wiring, words};
use crate::i18n::{Localizer, Text};
use crate::msg;
use crate::text::{shorten, width, wrap};

/// Narrower than this, frames leave no room for words.
const NARROWEST: usize = 36;
/// A zone needs this much, so that names and ids stay whole.
const ZONE: usize = 33;

/// The drawing, no line wider than `cells`, with how each piece of it stands.
#[must_use]
pub fn draw(wiring: &Wiring, localizer: &Localizer, zone: &TimeZone, cells: usize) -> Vec<Row> {
    if cells < NARROWEST {
        return listed(wiring, localizer, zone, cells);
    }
    let pen = Pen { localizer, cells };
    let mut rows = pen.wrapped(&head(wiring, zone));
    rows.push(Row::new());
    rows.extend(pen.node(&wiring.internet));
    rows.extend(pen.link(wiring.way_in.mark, &wiring.way_in.facts));
    rows.extend(pen.node(&wiring.balancer));
    if let Some((last, others)) = wiring.listeners.split_last() {
        rows.extend(others.iter().flat_map(|link| pen.branch(&link.facts)));
        rows.extend(pen.link(last.mark, &last.facts));
    }
    rows.extend(pen.node(&wiring.target_group));
    rows.extend(pen.link(wiring.delivery.mark, &wiring.delivery.facts));
    rows.extend(pen.group(&wiring.group, &wiring.zones));
    rows.extend(pen.list(&msg!(map_guards), &wiring.guards));
    rows.extend(pen.list(&msg!(map_beside), wiring.spare.as_slice()));
    rows.extend(pen.unseen(&wiring.unseen));
    rows.push(Row::new());
    rows.extend(pen.legend());
    rows
}

/// The same in sentences, where there is no room to draw.
fn listed(wiring: &Wiring, localizer: &Localizer, zone: &TimeZone, cells: usize) -> Vec<Row> {
    let lines = words::sentences(wiring, localizer, zone);
    // A character of two cells doesn't fit into one.
    lines.iter().flat_map(|line| wrap(line, cells)).map(|line| plain(&shorten(&line, cells))).collect()
}

/// Draws for one language and width.
struct Pen<'a> {
    localizer: &'a Localizer,
    cells: usize,
}

impl Pen<'_> {
    fn wrapped(&self, text: &Text) -> Vec<Row> {
        wrap(&self.localizer.say(text), self.cells).iter().map(|line| plain(line)).collect()
    }

    fn facts(&self, facts: &[Fact], cells: usize) -> Vec<Row> {
        facts.iter().flat_map(|fact| said(fact.mark, &self.localizer.say(&fact.text), cells)).collect()
    }

    fn node(&self, node: &Node) -> Vec<Row> {
        let facts = self.facts(&node.facts, self.cells - 4);
        framed(node.mark, &self.localizer.say(&node.title), facts, self.cells)
    }

    /// The line from one part to the next.
    fn link(&self, mark: Mark, facts: &[Fact]) -> Vec<Row> {
        let (line, tip) = stem(mark);
        let mut rows = vec![vec![(format!("  {line}"), Some(mark))]];
        for fact in self.facts(facts, self.cells - 5) {
            rows.push([vec![(format!("  {line}  "), Some(mark))], fact].concat());
        }
        rows.push(vec![(format!("  {tip}"), Some(mark))]);
        rows
    }

    /// A line that leads away from the target group.
    fn branch(&self, facts: &[Fact]) -> Vec<Row> {
        let mut rows = vec![plain("  |")];
        for (index, row) in self.facts(facts, self.cells - 7).into_iter().enumerate() {
            rows.push([plain(if index == 0 { "  +--- " } else { "  |    " }), row].concat());
        }
        rows
    }

    /// What the signs mean, as many a line as fit.
    fn legend(&self) -> Vec<Row> {
        let mut lines: Vec<String> = Vec::new();
        for entry in Mark::ALL.map(|mark| format!("{} {}", mark.sign(), self.localizer.say(&mark.word()))) {
            match lines.last_mut() {
                Some(line) if width(line) + width(&entry) + 3 <= self.cells => line.extend(["   ", entry.as_str()]),
                _ => lines.push(shorten(&entry, self.cells)),
            }
        }
        lines.iter().map(|line| plain(line)).collect()
    }

    /// The group's frame around its zones, as many side by side as fit.
    fn group(&self, group: &Node, zones: &[Node]) -> Vec<Row> {
        let inner = self.cells - 4;
        let mut rows = self.facts(&group.facts, inner);
        let columns = (inner / ZONE).clamp(1, zones.len().max(1));
        for some in zones.chunks(columns) {
            let gaps = columns - 1;
            let cells = (inner - gaps) / columns;
            let blocks: Vec<Vec<Row>> = some.iter().map(|zone| self.zone(zone, cells)).collect();
            rows.extend(beside(&blocks, cells));
        }
        framed(group.mark, &self.localizer.say(&group.title), rows, self.cells)
    }

    fn zone(&self, zone: &Node, cells: usize) -> Vec<Row> {
        framed(zone.mark, &self.localizer.say(&zone.title), self.facts(&zone.facts, cells - 4), cells)
    }

    /// Parts without frames, under a heading; nothing where there are none.
    fn list(&self, heading: &Text, nodes: &[Node]) -> Vec<Row> {
        let mut rows = Vec::new();
        for node in nodes {
            rows.extend(said(Some(node.mark), &self.localizer.say(&node.title), self.cells - 2));
            let facts = self.facts(&node.facts, self.cells - 6);
            rows.extend(facts.into_iter().map(|row| [plain("    "), row].concat()));
        }
        self.under(heading, rows)
    }

    fn unseen(&self, unseen: &[Text]) -> Vec<Row> {
        let rows = unseen.iter().flat_map(|text| said(Some(Mark::Unseen), &self.localizer.say(text), self.cells - 2));
        self.under(&msg!(map_unseen_title), rows.collect())
    }

    fn under(&self, heading: &Text, rows: Vec<Row>) -> Vec<Row> {
        if rows.is_empty() {
            return rows;
        }
        let mut all = vec![Row::new()];
        all.extend(self.wrapped(heading));
        all.extend(rows.into_iter().map(|row| [plain("  "), row].concat()));
        debug_assert!(all.iter().all(|row| width_of(row) <= self.cells));
        all
    }
}
