//! Stand-in while the library takes shape.
use std::collections::BTreeMap;
fn main() {
    let l = ec_site_tutor::i18n::Localizer::new(ec_site_tutor::i18n::Language::En);
    match ec_site_tutor::lesson::load(&ec_site_tutor::lesson::Pack::Embedded, &BTreeMap::new()) {
        Ok(x) => println!("{} steps", x.steps.len()),
        Err(e) => println!("{}", l.say(&e.text())),
    }
    for e in ec_site_tutor::lesson::lint(&ec_site_tutor::lesson::Pack::Embedded) {
        println!("{}", l.say(&e.text()));
    }
}
