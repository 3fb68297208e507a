//! Scripts that may well be right, in many styles, and the slips that people make. What comes of one is never known here: bash tells.

mod damage;
mod stages;
mod wrap;

pub use damage::damaged;
pub use ec_site_tutor_testing::random::Random;

use super::script::{ARN, BUCKET, KEY};

/// A script: two of five as the styles make it, the others with one or two damages.
pub fn script(random: &mut Random) -> String {
    let mut text = wrap::wrapped(&mut Style::choose(random), random);
    let damages = random.below(6).saturating_sub(2).min(2);
    for _ in 0..damages {
        text = damaged(&text, random);
    }
    text
}

/// What one writer does alike in all of a script.
pub struct Style {
    /// Names and values of variables, in the order they are set.
    variables: Vec<(&'static str, String)>,
    /// Where the shop's folder will lie.
    pub place: &'static str,
    /// Where the archive is put.
    pub archive: &'static str,
    /// What pnpm and pm2 are called by, with a slash at the end, or empty for the search path.
    pub tools: String,
    /// The folder that goes into the search path.
    pub tools_folder: &'static str,
    /// Whether variables are in braces.
    braces: bool,
    /// The kind of quotes around words: none, double, single.
    quotes: usize,
}

impl Style {
    fn choose(random: &mut Random) -> Self {
        let place =
            random.one_of(&["/root", "/root", "/root", "/opt", "/srv/shop", "/home/ec2-user", "/var/www", "/tmp/work"]);
        let archive = random.one_of(&[
            "/tmp/app.zip",
            "/root/ecommerce-app-v1.zip",
            "./ecommerce-app-v1.zip",
            "ecommerce-app-v1.zip",
            "/tmp/shop.zip",
        ]);
        let tools_folder = random.one_of(&[
            "/root/.local/share/pnpm",
            "/root/.local/share/pnpm",
            "/root/.local/share/pnpm",
            "/root/.local/share/pnpm/bin",
        ]);
        let mut style = Self {
            variables: Vec::new(),
            place,
            archive,
            tools: String::new(),
            tools_folder,
            braces: random.below(2) == 0,
            quotes: random.below(3),
        };
        for (name, value) in [
            ("BUCKET", BUCKET.to_owned()),
            ("KEY", KEY.to_owned()),
            ("SECRET_ARN", ARN.to_owned()),
            ("APP_DIR", style.folder()),
            ("ZIP", archive.to_owned()),
            ("BASE", place.to_owned()),
            ("S3_URI", format!("s3://{BUCKET}/{KEY}")),
        ] {
            if random.below(5) < 2 {
                style.variables.push((name, value));
            }
        }
        if random.below(3) > 0 {
            style.tools = format!("{tools_folder}/");
            if random.below(2) == 0 {
                style.variables.push(("TOOLS", tools_folder.to_owned()));
            }
        }
        style
    }

    /// The shop's folder.
    pub fn folder(&self) -> String {
        format!("{}/ecommerce-app-v1", self.place)
    }

    /// A word of the script that stands for `value`: with variables where the writer has them, in quotes or not.
    pub fn say(&self, value: &str, random: &mut Random) -> String {
        let mut text = value.to_owned();
        let mut has_variable = false;
        for (name, known) in self.variables.iter().rev() {
            // A name that a program gives by itself isn't known by one that is longer.
            if text.contains(known.as_str()) && !text.contains('$') && random.below(4) > 0 {
                let reference = match random.below(8) {
                    0 => format!("${{{name}:-{known}}}"),
                    1 => format!("${{{name}}}"),
                    _ if self.braces => format!("${{{name}}}"),
                    _ => format!("${{{name}}}"),
                };
                text = text.replacen(known.as_str(), &reference, 1);
                has_variable = true;
            }
        }
        match (self.quotes, has_variable) {
            (2, false) => format!("'{text}'"),
            (1 | 2, _) => format!("\"{text}\""),
            _ => text,
        }
    }

    /// A program of pnpm's folder.
    pub fn tool(&self, name: &str, random: &mut Random) -> String {
        if self.tools.is_empty() {
            return name.to_owned();
        }
        let path = format!("{}{name}", self.tools);
        if self.variables.iter().any(|(one, _)| *one == "TOOLS") && random.below(4) > 0 {
            return path.replacen(self.tools_folder, random.one_of(&["$TOOLS", "${TOOLS}", "\"$TOOLS\""]), 1);
        }
        path
    }

    /// The lines that set the variables.
    pub fn assignments(&self, random: &mut Random) -> Vec<String> {
        let keyword = random.one_of(&["", "", "", "export ", "readonly ", "declare -r ", "declare "]);
        self.variables
            .iter()
            .map(|(name, value)| match random.below(6) {
                0 => format!("{keyword}{name}={value}"),
                1 => format!("{keyword}{name}='{value}'"),
                2 if keyword.is_empty() => format!("{name}=$(echo {value})"),
                3 if keyword.is_empty() => format!("printf -v {name} '%s' '{value}'"),
                4 if keyword.is_empty() => format!(": \"${{{name}:={value}}}\""),
                _ => format!("{keyword}{name}=\"{value}\""),
            })
            .collect()
    }
}
