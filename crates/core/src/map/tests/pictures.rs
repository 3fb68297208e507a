//! The SVG picture and the sentences: sound, and the same in content as the drawing.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;
use xmlparser::{ElementEnd, Token, Tokenizer};

use super::accounts::{all, finished, speaker, wiring};
use crate::i18n::Language;
use crate::map::{Row, draw, sentences, svg};

/// Names of the elements of an XML document that is well-formed, and the texts of those called `text` and `desc`.
struct Document {
    elements: BTreeSet<String>,
    texts: Vec<String>,
    description: String,
}

fn read(xml: &str) -> Document {
    let mut open: Vec<String> = Vec::new();
    let mut document = Document { elements: BTreeSet::new(), texts: Vec::new(), description: String::new() };
    for token in Tokenizer::from(xml) {
        match token.expect("well-formed") {
            Token::ElementStart { local, .. } => {
                document.elements.insert(local.to_string());
                open.push(local.to_string());
            }
            Token::ElementEnd { end: ElementEnd::Close(_, name), .. } => {
                assert_eq!(open.pop().as_deref(), Some(name.as_str()));
            }
            Token::ElementEnd { end: ElementEnd::Empty, .. } => drop(open.pop().expect("something is open")),
            Token::Attribute { local, .. } => assert!(!local.starts_with("on"), "no script: {local}"),
            Token::Text { text } => match open.last().map(String::as_str) {
                Some("text") => document.texts.push(plain(&text)),
                Some("desc") => document.description = plain(&text),
                _ => {}
            },
            _ => {}
        }
    }
    assert!(open.is_empty(), "not closed: {open:?}");
    document
}

fn plain(text: &str) -> String {
    let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    pairs.iter().fold(text.to_owned(), |text, (entity, character)| text.replace(entity, character))
}

/// Only what a fact says: no strokes, no spaces, wherever lines break.
fn squeezed(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace() && !"|+".contains(*character)).collect()
}

#[test]
fn the_picture_is_sound_and_needs_nothing_from_anywhere() {
    for (name, account) in all() {
        for language in Language::ALL {
            let xml = svg(&wiring(&account), speaker(language), &TimeZone::UTC);
            let document = read(&xml);
            let known = ["desc", "line", "rect", "style", "svg", "text", "title"];
            assert!(document.elements.iter().all(|element| known.contains(&element.as_str())), "{name}");
            assert!(!xml.contains("href") && !xml.contains("url(") && !xml.contains("@import"), "{name}");
            assert_eq!(xml.matches("http://www.w3.org/2000/svg").count(), 1);
        }
    }
}

#[test]
fn drawing_picture_and_sentences_say_the_same() {
    for (name, account) in all() {
        let wiring = wiring(&account);
        for language in Language::ALL {
            let localizer = speaker(language);
            // Wide enough that side by side no line breaks within a zone.
            let drawn = draw(&wiring, localizer, &TimeZone::UTC, 800);
            let line = |row: &Row| row.iter().map(|(text, _)| text.as_str()).collect::<String>();
            let drawn = squeezed(&drawn.iter().map(line).collect::<String>());
            let document = read(&svg(&wiring, localizer, &TimeZone::UTC));
            let pictured = squeezed(&document.texts.concat());
            let nodes = [&wiring.internet, &wiring.balancer, &wiring.target_group, &wiring.group];
            let nodes = || nodes.into_iter().chain(&wiring.zones).chain(&wiring.guards).chain(&wiring.spare);
            let links = [&wiring.way_in, &wiring.delivery].into_iter().chain(&wiring.listeners);
            let titles = nodes().map(|node| &node.title);
            let facts = nodes().flat_map(|node| &node.facts).chain(links.flat_map(|link| &link.facts));
            let described = squeezed(&document.description);
            for text in titles.chain(facts.map(|fact| &fact.text)).chain(&wiring.unseen) {
                let said = squeezed(&localizer.say(text));
                assert!(drawn.contains(&said), "{name}, drawing: {said}");
                assert!(pictured.contains(&said), "{name}, picture: {said}");
                assert!(described.contains(&said), "{name}, description: {said}");
            }
            assert_eq!(described, squeezed(&sentences(&wiring, localizer, &TimeZone::UTC).concat()), "{name}");
        }
    }
}

#[test]
fn names_that_want_to_be_markup_stay_names() {
    let mut account = finished();
    let evil = "</text><script>alert(1)</script>&\"'\u{1b}[31m\u{202e}";
    account["subnets"]["seen"][0]["name"] = evil.into();
    account["auto_scaling_groups"]["seen"][0]["instances"][0]["lifecycle"] = evil.into();
    account["security_groups"]["seen"][1]["ingress"][0]["peers"] = serde_json::json!([{ "other": evil }]);
    let wiring = wiring(&account);
    let xml = svg(&wiring, speaker(Language::En), &TimeZone::UTC);
    assert!(!read(&xml).elements.contains("script"));
    assert!(xml.contains("&lt;script&gt;"), "the name itself is shown");
    let drawn = draw(&wiring, speaker(Language::En), &TimeZone::UTC, 80);
    assert!(drawn.iter().flatten().all(|(text, _)| !text.chars().any(char::is_control) && !text.contains('\u{202e}')));
}

#[test]
fn the_sentences_name_what_is_broken_in_words() {
    let wiring = wiring(&super::accounts::blackhole());
    let said = sentences(&wiring, speaker(Language::En), &TimeZone::UTC);
    let broken: Vec<&String> = said.iter().filter(|line| line.ends_with("broken")).collect();
    assert!(broken.iter().any(|line| line.starts_with("preflight private-route-a")), "{said:#?}");
    assert!(broken.iter().any(|line| line.starts_with("us-east-1a")), "{said:#?}");
    assert!(!said.concat().contains('+') && !said.concat().contains('|'), "nothing is drawn");
}

/// The self check repeats checks of earlier steps; that some of them pass doesn't mean that all is due.
#[test]
fn what_is_not_due_yet_is_not_broken() {
    let said = sentences(&wiring(&super::accounts::after_2_4()), speaker(Language::En), &TimeZone::UTC);
    assert!(!said.join("\n").contains("practice"), "{said:#?}");
}
