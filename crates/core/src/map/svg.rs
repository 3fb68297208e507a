//! The map as an SVG picture that needs nothing from anywhere: no script, no font, no style canvas.
//! It follows the reader's light or dark colours, and is light on paper. What a colour says, a sign says too.

use jiff::tz::TimeZone;

use super::words::{head, sentences};
use super::{Fact, Mark, Node, Wiring};
use crate::i18n::{Localizer, Text};
use crate::markup::Markup;
use crate::msg;
use crate::text::{width, wrap};

/// Cells of the whole picture; lines are broken as in a terminal.
const CELLS: usize = 100;
/// Width of a cell and height of a line, for a font of 13 pixels of which all letters are equally wide.
const CELL: usize = 8;
const LINE: usize = 19;
/// Between a frame and what stands in it.
const MARGIN: usize = 12;
/// The length of a link without words.
const LINK: usize = 14;
/// Zones side by side.
const COLUMNS: usize = 2;

const STYLE: &str = "
svg { background: #fff; color: #1b1f24; font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, 'Noto Sans Mono CJK JP', monospace; }
text { fill: #1b1f24; white-space: pre; }
.title { font-weight: bold; }
rect { fill: none; stroke: #6b7280; stroke-width: 1.5; }
line { stroke: #6b7280; stroke-width: 2; }
.right { stroke: #15803d; }
.waiting { stroke: #a16207; }
.wrong { stroke: #b91c1c; stroke-dasharray: 3 5; }
.absent { stroke: #6b7280; stroke-dasharray: 1 6; }
.unseen { stroke: #6b7280; stroke-dasharray: 8 4 1 4; }
text.right { fill: #15803d; stroke: none; }
text.waiting { fill: #a16207; stroke: none; }
text.wrong { fill: #b91c1c; stroke: none; }
text.absent, text.unseen { stroke: none; }
@media screen and (prefers-color-scheme: dark) {
svg { background: #14171c; }
text { fill: #e6e8eb; }
.right { stroke: #4ade80; }
.waiting { stroke: #facc15; }
.wrong { stroke: #f87171; }
text.right { fill: #4ade80; }
text.waiting { fill: #facc15; }
text.wrong { fill: #f87171; }
}
@media print { svg { background: none; } }
";

/// The picture as a file of its own.
#[must_use]
pub fn svg(wiring: &Wiring, localizer: &Localizer, zone: &TimeZone) -> String {
    svg_within(wiring, localizer, zone, "")
}

/// The picture as a part of a page on which every id begins otherwise.
#[must_use]
pub fn svg_within(wiring: &Wiring, localizer: &Localizer, zone: &TimeZone, prefix: &str) -> String {
    let mut canvas = Canvas { localizer, body: Markup::default(), y: MARGIN };
    canvas.lines(MARGIN, CELLS, None, &head(wiring, zone));
    canvas.y += MARGIN;
    canvas.node(&wiring.internet);
    canvas.link(wiring.way_in.mark, &wiring.way_in.facts);
    canvas.node(&wiring.balancer);
    for link in &wiring.listeners {
        canvas.link(link.mark, &link.facts);
    }
    canvas.node(&wiring.target_group);
    canvas.link(wiring.delivery.mark, &wiring.delivery.facts);
    canvas.group(&wiring.group, &wiring.zones);
    canvas.list(&msg!(map_guards), &wiring.guards);
    canvas.list(&msg!(map_beside), wiring.spare.as_slice());
    canvas.unseen(&wiring.unseen);
    canvas.legend();
    let description = sentences(wiring, localizer, zone).join("\n");
    let size = (CELLS * CELL + 4 * MARGIN, canvas.y + MARGIN);
    page(localizer, prefix, &description, size, &canvas.body.finish())
}

/// The frame of the document around its drawn parts.
fn page(localizer: &Localizer, prefix: &str, description: &str, (width, height): (usize, usize), body: &str) -> String {
    let [title_id, description_id] = ["title", "description"].map(|id| format!("{prefix}{id}"));
    let mut document = Markup::default();
    document.open(
        "svg",
        &[
            ("xmlns", "http://www.w3.org/2000/svg".to_owned()),
            ("viewBox", format!("0 0 {width} {height}")),
            ("width", width.to_string()),
            ("height", height.to_string()),
            ("role", "img".to_owned()),
            ("lang", localizer.language().tag().to_owned()),
            ("aria-labelledby", format!("{title_id} {description_id}")),
        ],
    );
    document.text("title", &[("id", title_id)], &localizer.say(&msg!(map_title)));
    document.text("desc", &[("id", description_id)], description);
    document.text("style", &[], STYLE);
    document.include(body);
    document.finish()
}

/// Draws downwards.
struct Canvas<'a> {
    localizer: &'a Localizer,
    body: Markup,
    y: usize,
}

impl Canvas<'_> {
    /// Text in lines of at most `cells`, from `x` on.
    fn lines(&mut self, x: usize, cells: usize, mark: Option<Mark>, text: &Text) {
        let sign = mark.map(|mark| format!("{} ", mark.sign())).unwrap_or_default();
        let indent = width(&sign);
        let said = self.localizer.say(text);
        for (index, line) in wrap(&said, cells.saturating_sub(indent)).iter().enumerate() {
            let shown = if index == 0 { format!("{sign}{line}") } else { line.clone() };
            let x = if index == 0 { x } else { x + indent * CELL };
            self.line(x, mark.map_or("", class), &shown);
        }
    }

    fn line(&mut self, x: usize, class: &str, text: &str) {
        self.y += LINE;
        let place = [("x", x.to_string()), ("y", (self.y - LINE / 4).to_string()), ("class", class.to_owned())];
        self.body.text("text", if class.is_empty() { &place[..2] } else { &place }, text);
    }

    fn facts(&mut self, x: usize, cells: usize, facts: &[Fact]) {
        for fact in facts {
            self.lines(x, cells, fact.mark, &fact.text);
        }
    }

    fn title(&mut self, x: usize, mark: Mark, title: &Text) {
        self.y += MARGIN / 2;
        let title = format!("{} {}", mark.sign(), self.localizer.say(title));
        self.line(x, &format!("title {}", class(mark)), &title);
    }

    fn rect(&mut self, x: usize, top: usize, width: usize, mark: Mark) {
        let place = [("x", x), ("y", top), ("width", width), ("height", self.y - top), ("rx", 6)];
        let mut attributes: Vec<(&'static str, String)> =
            place.iter().map(|(name, value)| (*name, value.to_string())).collect();
        attributes.push(("class", class(mark).to_owned()));
        self.body.empty("rect", &attributes);
    }

    fn node(&mut self, node: &Node) {
        let top = self.y;
        self.title(2 * MARGIN, node.mark, &node.title);
        self.facts(2 * MARGIN, CELLS, &node.facts);
        self.y += MARGIN;
        self.rect(MARGIN, top, CELLS * CELL + 2 * MARGIN, node.mark);
    }

    fn link(&mut self, mark: Mark, facts: &[Fact]) {
        let top = self.y;
        self.y += LINK / 2;
        self.facts(4 * MARGIN, CELLS - 4, facts);
        self.y += LINK;
        let x = 3 * MARGIN;
        let mut stroke = |from: (usize, usize), to: (usize, usize)| {
            let place = [("x1", from.0), ("y1", from.1), ("x2", to.0), ("y2", to.1)];
            let mut attributes: Vec<(&'static str, String)> =
                place.iter().map(|(name, value)| (*name, value.to_string())).collect();
            attributes.push(("class", class(mark).to_owned()));
            self.body.empty("line", &attributes);
        };
        stroke((x, top), (x, self.y));
        if mark == Mark::Right || mark == Mark::Waiting {
            stroke((x - 5, self.y - 7), (x, self.y));
            stroke((x + 5, self.y - 7), (x, self.y));
        }
    }

    fn group(&mut self, group: &Node, zones: &[Node]) {
        let top = self.y;
        self.title(2 * MARGIN, group.mark, &group.title);
        self.facts(2 * MARGIN, CELLS, &group.facts);
        let cells = (CELLS - 6) / COLUMNS;
        for row in zones.chunks(COLUMNS) {
            self.y += MARGIN;
            let start = self.y;
            let mut end = start;
            for (column, zone) in row.iter().enumerate() {
                self.y = start;
                self.zone(2 * MARGIN + column * (cells + 4) * CELL, cells, zone);
                end = end.max(self.y);
            }
            self.y = end;
        }
        self.y += MARGIN;
        self.rect(MARGIN, top, CELLS * CELL + 2 * MARGIN, group.mark);
    }

    fn zone(&mut self, x: usize, cells: usize, zone: &Node) {
        let top = self.y;
        self.title(x + MARGIN, zone.mark, &zone.title);
        self.facts(x + MARGIN, cells, &zone.facts);
        self.y += MARGIN;
        self.rect(x, top, cells * CELL + 2 * MARGIN, zone.mark);
    }

    fn heading(&mut self, text: &Text) {
        self.y += MARGIN;
        let said = self.localizer.say(text);
        self.line(MARGIN, "title", &said);
    }

    fn list(&mut self, heading: &Text, nodes: &[Node]) {
        if nodes.is_empty() {
            return;
        }
        self.heading(heading);
        for node in nodes {
            self.lines(2 * MARGIN, CELLS, Some(node.mark), &node.title);
            self.facts(4 * MARGIN, CELLS - 4, &node.facts);
        }
    }

    fn unseen(&mut self, unseen: &[Text]) {
        if unseen.is_empty() {
            return;
        }
        self.heading(&msg!(map_unseen_title));
        for text in unseen {
            self.lines(2 * MARGIN, CELLS, Some(Mark::Unseen), text);
        }
    }

    fn legend(&mut self) {
        self.y += MARGIN;
        let entries = Mark::ALL.map(|mark| format!("{} {}", mark.sign(), self.localizer.say(&mark.word())));
        for line in wrap(&entries.join(" | "), CELLS) {
            self.line(MARGIN, "", &line);
        }
    }
}

fn class(mark: Mark) -> &'static str {
    match mark {
        Mark::Right => "right",
        Mark::Waiting => "waiting",
        Mark::Wrong => "wrong",
        Mark::Absent => "absent",
        Mark::Unseen => "unseen",
        Mark::Aside => "aside",
    }
}
