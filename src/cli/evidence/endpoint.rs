//! Where an account is read, where that isn't AWS: by the environment and the configuration that the SDK goes by, too.
//! <https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html>. Pure.

/// The variable for all services; those for one begin with it.
const VARIABLE: &str = "AWS_ENDPOINT_URL";
/// Switches all of them off.
const IGNORE: &str = "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS";
const SETTING: &str = "endpoint_url";
/// What hosts of AWS's own end with.
const OWN: [&str; 3] = [".amazonaws.com", ".amazonaws.com.cn", ".api.aws"];

/// The first endpoint that isn't AWS's own, of those that `variables` and the configuration file set for `profile`.
pub fn foreign(variables: &[(String, String)], config: &str, profile: &str) -> Option<String> {
    let is_set = |(name, value): &&(String, String)| name == IGNORE && value.eq_ignore_ascii_case("true");
    if variables.iter().any(|variable| is_set(&variable)) {
        return None;
    }
    let named = variables.iter().filter(|(name, value)| name.starts_with(VARIABLE) && !value.is_empty());
    let named = named.map(|(_, value)| value.as_str());
    named.chain(configured(config, profile)).find(|url| !is_own(url)).map(|url| without_login(url).to_owned())
}

/// What the section of the profile says, and that of the services that it names.
fn configured<'a>(config: &'a str, profile: &str) -> impl Iterator<Item = &'a str> {
    let own = [format!("profile {profile}"), profile.to_owned()];
    let services = settings(config)
        .find(|(section, name, _)| own.iter().any(|own| own == section) && *name == "services")
        .map(|(_, _, value)| format!("services {value}"));
    let sections: Vec<String> = own.into_iter().chain(services).collect();
    settings(config)
        .filter(move |(section, name, _)| *name == SETTING && sections.iter().any(|known| known == section))
        .map(|(_, _, value)| value)
}

/// Section, name and value of every line that sets something.
fn settings(config: &str) -> impl Iterator<Item = (&str, &str, &str)> {
    let mut section = "";
    config.lines().filter_map(move |line| {
        let line = line.trim();
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            section = name.trim();
            return None;
        }
        let (name, value) = line.split_once('=')?;
        Some((section, name.trim(), value.trim()))
    })
}

fn is_own(url: &str) -> bool {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    let host = host.split(':').next().unwrap_or_default().to_ascii_lowercase();
    OWN.iter().any(|end| host.ends_with(end))
}

/// From the scheme on without what may be a password.
fn without_login(url: &str) -> &str {
    url.rsplit_once('@').map_or(url, |(_, host)| host)
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    const CONFIG: &str = "[default]\nregion = us-east-1\n[profile lab]\nservices = local\nendpoint_url = https://ec2.us-east-1.amazonaws.com\n\
        [services local]\nec2 =\n  endpoint_url = http://localhost:5000\n[profile far]\nendpoint_url=https://u:p@far.example/x\n";

    #[test_case(&[], "default", None; "none at all")]
    #[test_case(&[("AWS_ENDPOINT_URL", "http://127.0.0.1:5000")], "default", Some("http://127.0.0.1:5000"); "for all services")]
    #[test_case(&[("AWS_ENDPOINT_URL_STS", "http://x/")], "default", Some("http://x/"); "for one service")]
    #[test_case(&[("AWS_ENDPOINT_URL", "https://vpce-1.ec2.us-east-1.vpce.amazonaws.com")], "default", None; "one of aws")]
    #[test_case(&[("AWS_ENDPOINT_URL", "https://amazonaws.com.example")], "default", Some("https://amazonaws.com.example"); "one that only looks like it")]
    #[test_case(&[("AWS_ENDPOINT_URL", "")], "default", None; "an empty one")]
    #[test_case(&[], "lab", Some("http://localhost:5000"); "of a service in the configuration")]
    #[test_case(&[], "far", Some("far.example/x"); "of the profile, without its password")]
    #[test_case(&[("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true"), ("AWS_ENDPOINT_URL", "http://x")], "far", None; "switched off")]
    fn endpoints(variables: &[(&str, &str)], profile: &str, expected: Option<&str>) {
        let variables: Vec<(String, String)> =
            variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        assert_eq!(foreign(&variables, CONFIG, profile).as_deref(), expected);
    }
}
