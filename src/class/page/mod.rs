//! A class as one page that needs nothing from anywhere and runs nothing: who is where, and which step stops most. Pure.

use jiff::{SignedDuration, Timestamp};

use super::row::Row;
use super::summary::{Column, Summary};
use super::words::{length, reason, summary as summary_line};
use crate::i18n::{Localizer, Text};
use crate::markup::Markup;
use crate::msg;
use crate::text::visible;

mod choice;
mod learners;
mod trend;

#[cfg(test)]
mod tests;

const STYLE: &str = include_str!("style.css");
/// Nothing is loaded, sent or run; the style writer in the page is all that it uses.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
/// What a page says that it was written by, and by which it is known again.
pub const GENERATOR: &str = "ec-site-tutor class";
/// A longer list of the stuck says no more: they are shown among all by the choice below.
const LISTED: usize = 40;
/// The shades of the heat map.
const SHADES: usize = 5;

/// What a page is made from.
#[derive(Debug)]
pub struct PageMaterial<'a> {
    /// The title of the lesson.
    pub title: Text,
    /// The steps to show.
    pub columns: &'a [Column],
    /// The learners, in the order to show.
    pub rows: &'a [Row],
    /// The class in figures.
    pub summary: &'a Summary,
    /// From when on a learner counts as stuck.
    pub limit: SignedDuration,
    /// When.
    pub now: Timestamp,
}

/// What only some pages have.
#[derive(Debug, Default)]
pub struct PageExtras {
    /// What is to be told of the whole, above everything else.
    pub notice: Option<Text>,
    /// After so many seconds a browser loads the page anew.
    pub reload: Option<u16>,
}

/// The board as one HTML file.
#[must_use]
pub fn page(material: &PageMaterial<'_>, localizer: &Localizer) -> String {
    page_with(material, &PageExtras::default(), localizer)
}

/// The same with what only some pages have.
#[must_use]
pub fn page_with(material: &PageMaterial<'_>, extras: &PageExtras, localizer: &Localizer) -> String {
    let mut writer = Writer { material, extras, localizer, html: Markup::default() };
    writer.html.include("<!doctype html>\n");
    writer.html.open("html", &[("lang", localizer.language().tag().to_owned())]);
    writer.head();
    writer.html.open("body", &[]);
    writer.about();
    writer.stuck();
    writer.steps();
    writer.trend();
    writer.choice();
    writer.learners();
    writer.html.finish()
}

struct Writer<'a> {
    material: &'a PageMaterial<'a>,
    extras: &'a PageExtras,
    localizer: &'a Localizer,
    html: Markup,
}

impl Writer<'_> {
    fn head(&mut self) {
        let named = |name: &'static str, value: &str, content: &str| {
            [(name, value.to_owned()), ("content", content.to_owned())]
        };
        self.html.open("head", &[]);
        self.html.empty("meta", &[("charset", "utf-8".to_owned())]);
        self.html.empty("meta", &named("http-equiv", "Content-Security-Policy", POLICY));
        self.html.empty("meta", &named("name", "generator", GENERATOR));
        self.html.empty("meta", &named("name", "viewport", "width=device-width, initial-scale=1"));
        self.html.empty("meta", &named("name", "color-scheme", "light dark"));
        if let Some(seconds) = self.extras.reload {
            self.html.empty("meta", &named("http-equiv", "refresh", &seconds.to_string()));
        }
        self.element("title", "", &msg!(class_page_title, lesson = self.material.title.clone()));
        self.html.open("style", &[]);
        self.html.include(STYLE);
        self.html.close();
        self.html.close();
    }

    fn about(&mut self) {
        let material = self.material;
        self.element("h1", "", &msg!(class_page_title, lesson = material.title.clone()));
        self.element("p", "note", &msg!(class_page_when, time = material.now));
        if let Some(notice) = &self.extras.notice {
            self.element("p", "worst", notice);
        }
        self.element("p", "", &summary_line(material.summary, material.limit));
    }

    /// Who needs somebody now: for how long, at what, and why.
    fn stuck(&mut self) {
        let (material, language) = (self.material, self.localizer.language());
        let stuck: Vec<&Row> = material.rows.iter().filter(|row| row.is_stuck(material.now, material.limit)).collect();
        if stuck.is_empty() {
            return;
        }
        self.element("h2", "", &msg!(class_page_stuck, count = stuck.len()));
        self.open("table", "now-stuck");
        self.open("tbody", "");
        let more = stuck.len().saturating_sub(LISTED);
        for row in stuck.into_iter().take(LISTED) {
            self.open("tr", "");
            let name = visible(&row.name).into_owned();
            self.html.text("th", &[], &name);
            let step = row.current.clone().unwrap_or_default();
            self.element("td", "time", &row.standing_for(material.now).map_or_else(|| Text::verbatim(""), length));
            let title = self.title(&step);
            self.element("td", "", &msg!(class_page_step, step = step, title = title));
            self.element("td", "reason", &reason(row, language).unwrap_or_else(|| Text::verbatim("")));
            self.html.close();
        }
        self.html.close();
        self.html.close();
        if more > 0 {
            self.element("p", "note", &msg!(class_page_more_stuck, count = more));
        }
    }

    /// The heat map: a line a step, the darker the more learners are at it.
    fn steps(&mut self) {
        let summary = self.material.summary;
        self.element("h2", "", &msg!(class_page_steps));
        if let Some(worst) = summary.worst() {
            let title = self.title(&worst.id);
            self.element("p", "worst", &msg!(class_page_worst, step = &worst.id, title = title, here = worst.here));
        }
        self.open("table", "steps");
        self.labels(&[
            msg!(class_step_column),
            msg!(class_here),
            msg!(class_stuck),
            msg!(class_done),
            msg!(class_median),
        ]);
        self.open("tbody", "");
        for figures in &summary.steps {
            let title = self.title(&figures.id);
            self.open("tr", "");
            self.element("th", "", &msg!(class_page_step, step = &figures.id, title = title));
            let shade = format!("heat-{}", shade(figures.here, summary.learners));
            self.element("td", &shade, &number(figures.here));
            self.element("td", "", &number(figures.stuck));
            self.element("td", "", &number(figures.done));
            let median =
                figures.median.map(|(median, count)| msg!(class_of_learners, time = length(median), count = count));
            self.element("td", "", &median.unwrap_or_else(|| Text::verbatim("-")));
            self.html.close();
        }
        self.html.close();
        self.html.close();
        self.element("p", "note", &msg!(class_page_median_note));
    }

    fn title(&self, step: &str) -> Text {
        let column = self.material.columns.iter().find(|column| column.id == step);
        column.map_or_else(|| Text::verbatim(step), |column| Text::Lesson(column.title.clone()))
    }

    fn labels(&mut self, labels: &[Text]) {
        self.open("thead", "");
        self.open("tr", "");
        for label in labels {
            let said = self.localizer.say(label);
            self.html.text("th", &[("scope", "col".to_owned())], &said);
        }
        self.html.close();
        self.html.close();
    }

    fn element(&mut self, name: &'static str, class: &str, text: &Text) {
        let said = self.localizer.say(text);
        let attributes: Vec<_> = (!class.is_empty()).then(|| ("class", class.to_owned())).into_iter().collect();
        self.html.text(name, &attributes, &said);
    }

    fn open(&mut self, name: &'static str, class: &str) {
        let attributes: Vec<_> = (!class.is_empty()).then(|| ("class", class.to_owned())).into_iter().collect();
        self.html.open(name, &attributes);
    }
}

fn number(count: usize) -> Text {
    Text::verbatim(count.to_string())
}

/// None at all has no shade; a third of the class has the darkest.
fn shade(here: usize, learners: usize) -> usize {
    if here == 0 { 0 } else { (1 + here * 3 * (SHADES - 1) / learners.max(1)).min(SHADES) }
}
