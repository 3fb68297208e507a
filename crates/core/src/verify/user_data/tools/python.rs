//! Python: `-m zipfile`, and the few lines that scripts give it. Anything else can't be followed.

use crate::verify::user_data::bash::Run;
use crate::verify::user_data::text::is_known;

impl Run<'_> {
    pub(super) fn python(&mut self, arguments: &[String]) -> i32 {
        match arguments {
            [option] if matches!(option.as_str(), "--version" | "-V") => {
                let text = self.unknown();
                self.print(&format!("Python {text}\n"));
                0
            }
            [module, zipfile, extract, file, into]
                if module == "-m" && zipfile == "zipfile" && matches!(extract.as_str(), "-e" | "--extract") =>
            {
                let (file, into) = (file.clone(), into.clone());
                self.unpack_by_library(&file, &into)
            }
            [module, ..] if module == "-m" => {
                let text = self.unknown();
                self.print(&text);
                0
            }
            [option, program, ..] if option == "-c" => self.python_text(&program.clone()),
            [] => {
                let program = self.read_input();
                self.python_text(&program)
            }
            [dash, ..] if dash == "-" => {
                let program = self.read_input();
                self.python_text(&program)
            }
            _ => {
                self.doubt_here();
                0
            }
        }
    }

    /// Two shapes are read: an archive that is unpacked, and one text that is written. The rest is a doubt.
    fn python_text(&mut self, program: &str) -> i32 {
        if !is_known(program) {
            self.doubt_here();
            return 0;
        }
        let mut understood = false;
        let texts = texts(program);
        if program.contains("extractall")
            && let Some(file) = texts.iter().find(|text| self.machine.is_archive(&self.path(text)))
        {
            let into =
                program.split("extractall(").nth(1).map(|rest| self::texts(rest.split(')').next().unwrap_or_default()));
            let into = into.and_then(|texts| texts.first().cloned()).unwrap_or_else(|| ".".to_owned());
            self.unpack_by_library(file, &into);
            understood = true;
        }
        if let [file, mode, text] = texts.as_slice()
            && program.trim_start().starts_with("open(")
            && matches!(mode.as_str(), "w" | "a")
            && program.contains(".write(")
        {
            let path = self.path(file);
            let text = crate::verify::user_data::escapes::unescape(text);
            self.write_file(&path, &text, mode == "a");
            understood = true;
        }
        if !understood {
            self.doubt_here();
            let text = self.unknown();
            self.print(&text);
        }
        0
    }
}

/// The texts in quotes.
fn texts(program: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut rest = program;
    while let Some(at) = rest.find(['\'', '"']) {
        let quote = &rest[at..=at];
        let inner = &rest[at + 1..];
        let Some(end) = inner.find(quote) else { break };
        texts.push(inner[..end].to_owned());
        rest = &inner[end + 1..];
    }
    texts
}
