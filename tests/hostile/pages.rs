//! Evidence pages that somebody wrote otherwise than the program: every string of their data is hostile in its turn.

use serde_json::Value;

use super::program::Home;
use ec_site_tutor_testing::hostile::all;
use ec_site_tutor_testing::hostile::{free_places, walk};

const OPEN: &str = "<template id=\"evidence\">";
/// Pages are made for so many parts of the places, for time.
const PARTS: usize = 6;

/// A sound page, before and behind its data, and the data.
fn page() -> (String, Value, String) {
    let ran = Home::new().run(&["evidence", "--demo", "-o", "-"]);
    let (before, rest) = ran.out.split_once(OPEN).unwrap();
    let (data, behind) = rest.split_once("</template>").unwrap();
    (format!("{before}{OPEN}"), serde_json::from_str(data).unwrap(), format!("</template>{behind}"))
}

fn escaped(data: &Value) -> String {
    data.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

#[test]
fn hostile_pages_harm_nobody_who_examines_them() {
    let (before, data, behind) = page();
    let places = free_places(std::slice::from_ref(&data), |_| true);
    let hostile = all();
    let mut home = Home::new();
    let mut names = Vec::new();
    for part in 0..PARTS {
        for whole in [false, true] {
            let mut changed = data.clone();
            walk(&mut changed, "", &mut |at, text| {
                let index = places.binary_search_by(|place| place.as_str().cmp(at)).unwrap();
                if index % PARTS == part {
                    *text = if whole { hostile.clone() } else { format!("{text}{hostile}") };
                }
            });
            names.push(format!("page-{part}-{whole}.html"));
            home = home.with_file(&names[names.len() - 1], format!("{before}{}{behind}", escaped(&changed)));
        }
    }
    let mut arguments = vec!["evidence", "--verify"];
    arguments.extend(names.iter().map(String::as_str));
    for language in ["ja", "en"] {
        let ran = home.run(&[&["--lang", language], &arguments[..]].concat());
        assert_eq!(ran.status, 1, "{}", ran.err);
        assert!(names.iter().all(|name| (ran.out.clone() + &ran.err).contains(name.as_str())), "{}", ran.out);
    }
    let learner = |name: &String| format!("[[learner]]\nname = \"{name}\"\nevidence = \"{name}\"\n");
    let home = home.with_file("roster.toml", names.iter().map(learner).collect::<String>());
    for shape in ["--plain", "--json", "--csv", "--html"] {
        let ran = home.run(&["class", "roster.toml", shape]);
        assert!(names.iter().all(|name| ran.out.contains(name.as_str())), "{}", ran.err);
        assert!(shape != "--html" || !ran.out.contains("<script"), "{shape}");
    }
}

#[test]
fn what_a_page_shows_is_compared_and_told_harmlessly() {
    let (before, data, behind) = page();
    let lines = all().replace('\n', " ");
    let shown =
        format!("{}{}{}<p>{lines}</p>{behind}", before.replace("<h1", &format!("{lines}<h1")), escaped(&data), "");
    let shown = shown.replacen("</template>", "</template>\n", 1);
    let ran = Home::new().with_file("a.html", shown).run(&["evidence", "--verify", "a.html"]);
    assert_eq!(ran.status, 1, "{}{}", ran.out, ran.err);
}

#[test]
fn a_page_that_is_no_text_or_has_half_characters_is_told() {
    let (before, data, behind) = page();
    let half = format!("{before}{}{behind}", escaped(&data).replacen("\"step4\"", "\"step4\\ud800\"", 1));
    let mut no_text = format!("{before}{}{behind}", escaped(&data)).into_bytes();
    no_text.extend(b"\xff\x1b[2J");
    let home = Home::new().with_file("half.html", half).with_file("no-text.html", no_text);
    for file in ["half.html", "no-text.html"] {
        let ran = home.run(&["evidence", "--verify", file]);
        assert_eq!(ran.status, 1, "{file}: {}{}", ran.out, ran.err);
        assert!((ran.out + &ran.err).contains(file));
    }
}
