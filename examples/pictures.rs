//! Makes the pictures of the README from the program's own screens: `cargo run --example pictures`.

use std::fs;
use std::io;
use std::path::Path;

use ec_site_tutor::i18n::Language;
use ec_site_tutor::tui::pictures;

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures");
    fs::create_dir_all(&folder)?;
    for language in Language::ALL {
        let made = pictures(language).map_err(|error| io::Error::other(format!("{error:?}")))?;
        for picture in made {
            let file = folder.join(format!("{}-{}.svg", picture.name, language.tag()));
            fs::write(&file, picture.svg)?;
            println!("{}", file.display());
        }
    }
    Ok(())
}
