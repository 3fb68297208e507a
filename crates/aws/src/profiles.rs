//! The names of the profiles in the AWS configuration. Nothing else of that file is kept, and no other account is asked.

use std::fs;
use std::path::Path;

use ec_site_tutor_core::account::Area;

/// The profiles of `file` beside the one in use; none where there is no such file.
pub fn others(file: Option<&Path>, used: Option<&str>) -> Area<Vec<String>> {
    let content = file.and_then(|file| fs::read_to_string(file).ok()).unwrap_or_default();
    Area::Seen(names(&content).filter(|name| *name != used.unwrap_or("default")).map(str::to_owned).collect())
}

/// `[default]` and `[profile NAME]`; other sections are no profiles:
/// <https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html>
fn names(content: &str) -> impl Iterator<Item = &str> {
    content.lines().filter_map(|line| {
        let section = line.trim().strip_prefix('[')?.split(']').next()?.trim();
        let named = section.strip_prefix("profile").filter(|rest| rest.starts_with(char::is_whitespace));
        named.map(|name| name.trim().trim_matches('"')).or_else(|| (section == "default").then_some(section))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_names_of_profiles_are_read() {
        let content = "# mine\n[default]\nregion = us-east-1\n[profile work]\nsso_account_id = 1\n\
            [profile \"at school\"]\n[sso-session x]\n[services y]\n[profiles]\n";
        assert_eq!(names(content).collect::<Vec<_>>(), ["default", "work", "at school"]);
    }

    #[test]
    fn the_profile_in_use_is_no_other_one() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("config");
        fs::write(&file, "[default]\n[profile work]\n").unwrap();
        let of = |used| others(Some(&file), used);
        assert_eq!(of(None), Area::Seen(vec!["work".to_owned()]));
        assert_eq!(of(Some("work")), Area::Seen(vec!["default".to_owned()]));
        assert_eq!(others(None, None), Area::Seen(Vec::new()));
        assert_eq!(others(Some(&folder.path().join("nowhere")), None), Area::Seen(Vec::new()));
    }
}
