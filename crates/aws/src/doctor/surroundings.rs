//! Where region, endpoints and proxies are set: by the variables and AWS's files, in the order in which the SDK takes them.

use std::collections::BTreeMap;
use std::path::Path;

use ec_site_tutor_core::doctor::{Endpoint, Place, Proxy};

use crate::profiles::{self, Profiles};

const ENDPOINT: &str = "AWS_ENDPOINT_URL";
const IGNORE_ENDPOINTS: &str = "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS";
/// The variables of proxies that the SDK's HTTP client reads.
const PROXIES: [&str; 6] = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"];

/// What this process was given.
#[derive(Debug)]
pub struct Surroundings<'a> {
    /// The environment, as far as it is text.
    pub variables: &'a BTreeMap<String, String>,
    /// AWS's files.
    pub profiles: &'a Profiles,
    /// The profile in use.
    pub profile: &'a str,
    /// How a path is shown.
    pub shown: fn(&Path) -> String,
}

impl<'a> Surroundings<'a> {
    /// Where the region stands that was found; the instance's metadata where it stands nowhere.
    pub fn region(&self, found: &str) -> Place {
        let variable =
            |name: &str| self.variable(name).filter(|text| *text == found).map(|_| Place::Variable(name.to_owned()));
        let profile = || self.setting("region").filter(|(text, _)| *text == found).map(|(_, place)| place);
        let set = variable("AWS_REGION").or_else(|| variable("AWS_DEFAULT_REGION")).or_else(profile);
        set.unwrap_or(Place::Metadata)
    }

    /// Whatever sends calls elsewhere than to AWS.
    pub fn endpoints(&self) -> Vec<Endpoint> {
        if self.variable(IGNORE_ENDPOINTS).is_some_and(|text| text.eq_ignore_ascii_case("true")) {
            return Vec::new();
        }
        let is_endpoint =
            |name: &str| name == ENDPOINT || name.strip_prefix(ENDPOINT).is_some_and(|rest| rest.starts_with('_'));
        let variables = self.variables.iter().filter(|(name, text)| is_endpoint(name) && !text.is_empty());
        let variables = variables.map(|(name, text)| (address(text), Place::Variable(name.clone())));
        let setting = self.setting("endpoint_url").map(|(text, place)| (address(text), place));
        // What its section says is of some services alone.
        let services = self.setting("services").map(|(name, place)| (format!("[services {name}]"), place));
        variables.chain(setting).chain(services).map(|(address, place)| Endpoint { place, address }).collect()
    }

    /// The proxies that are set.
    pub fn proxies(&self) -> Vec<Proxy> {
        let set = PROXIES.iter().filter_map(|name| Some((*name, self.variable(name)?)));
        let proxy = |(name, text): (&str, &str)| Proxy {
            place: Place::Variable(name.to_owned()),
            address: address(text),
            refusal: None,
        };
        set.map(proxy).collect()
    }

    /// A variable that isn't empty.
    pub fn variable(&self, name: &str) -> Option<&'a str> {
        self.variables.get(name).map(String::as_str).filter(|text| !text.is_empty())
    }

    /// A place in AWS's files or the environment, as it is shown.
    pub fn place(&self, place: &profiles::Place) -> Place {
        match place {
            profiles::Place::Line { file, line } => Place::Line { file: (self.shown)(file), number: *line },
            profiles::Place::Variable(name) => Place::Variable((*name).to_owned()),
        }
    }

    /// A setting of the profile in use.
    fn setting(&self, key: &str) -> Option<(&'a str, Place)> {
        let (value, place) = self.profiles.setting(self.profile, key)?;
        Some((value, self.place(place)))
    }
}

/// Scheme, host and port of an address; a user, a password, a path and a query may be secret.
fn address(text: &str) -> String {
    let scheme = text.split_once("://").map(|(scheme, _)| scheme);
    let scheme = scheme.filter(|scheme| scheme.chars().all(|letter| letter.is_ascii_alphanumeric()));
    // The last one, since a password may hold another.
    let rest = match text.rsplit_once('@') {
        Some((_, rest)) => rest,
        None => text.split_once("://").map_or(text, |(_, rest)| rest),
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    scheme.map_or_else(|| host.to_owned(), |scheme| format!("{scheme}://{host}"))
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;
    use crate::settings::Settings;

    const CONFIG: &str = "[default]\nregion = eu-west-1\n[profile lab]\nregion = us-east-1\nservices = local\n\
        endpoint_url = http://me:secret@127.0.0.1:5000/path\n";

    fn with<T>(variables: &[(&str, &str)], profile: &str, ask: impl FnOnce(&Surroundings<'_>) -> T) -> T {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("config");
        std::fs::write(&file, CONFIG).unwrap();
        let profiles = Profiles::read(&Settings { config_file: Some(file), ..Settings::default() });
        let variables = variables.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        let shown = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
        ask(&Surroundings { variables: &variables, profiles: &profiles, profile, shown })
    }

    #[test]
    fn a_region_is_found_where_the_sdk_finds_it() {
        let line = |number| Place::Line { file: "config".to_owned(), number };
        assert_eq!(with(&[], "default", |at| at.region("eu-west-1")), line(2));
        assert_eq!(with(&[], "lab", |at| at.region("us-east-1")), line(4));
        let variable = with(&[("AWS_DEFAULT_REGION", "eu-west-1")], "default", |at| at.region("eu-west-1"));
        assert_eq!(variable, Place::Variable("AWS_DEFAULT_REGION".to_owned()));
        assert_eq!(with(&[], "default", |at| at.region("by-the-instance")), Place::Metadata);
    }

    #[test]
    fn what_sends_calls_elsewhere_is_named_without_its_password() {
        let variables =
            [("AWS_ENDPOINT_URL_EC2", "http://u:p@h:1"), ("AWS_ENDPOINT_URLS", "no"), ("AWS_ENDPOINT_URL", "")];
        let found = with(&variables, "lab", |surroundings| surroundings.endpoints());
        let addresses: Vec<&str> = found.iter().map(|endpoint| endpoint.address.as_str()).collect();
        assert_eq!(addresses, ["http://h:1", "http://127.0.0.1:5000", "[services local]"]);
        let ignored = [("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true"), ("AWS_ENDPOINT_URL", "http://h")];
        assert_eq!(with(&ignored, "lab", |surroundings| surroundings.endpoints()), []);
    }

    #[test_case("http://proxy:3128", "http://proxy:3128"; "plain")]
    #[test_case("http://me:pass@proxy:3128/", "http://proxy:3128"; "a password")]
    #[test_case("http://me:p@ss/w?o#rd@proxy:3128", "http://proxy:3128"; "a password of signs")]
    #[test_case("me:pass@proxy:3128", "proxy:3128"; "without a scheme")]
    #[test_case("http://host/path?token=x", "http://host"; "a query")]
    #[test_case("proxy:3128", "proxy:3128"; "host and port")]
    fn addresses(text: &str, expected: &str) {
        assert_eq!(address(text), expected);
    }
}
