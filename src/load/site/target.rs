//! From a name to the addresses that may get load: those of the learner's own load balancer, or this machine's own.

use std::collections::BTreeSet;
use std::net::IpAddr;

use hyper::Uri;
use hyper::header::HeaderValue;

use super::client::{Target, Visitors};
use crate::i18n::Text;
use crate::msg;
use ec_site_tutor_core::load::{Site, SiteAnswer, answer_text};

/// Resolves the learner's own site.
///
/// # Errors
/// Why it has no address here.
pub async fn own(site: &Site) -> Result<Target, Text> {
    let addresses = resolve(&site.host, site.port).await?;
    Ok(Target { host: host_header(&site.host, site.port), port: site.port, path: "/".to_owned(), addresses })
}

/// Resolves a site that the learner named.
///
/// # Errors
/// It isn't an address of a page in plain HTTP, or has no address here.
pub async fn named(url: &str) -> Result<Target, Text> {
    let (site, path) = parse(url)?;
    let addresses = resolve(&site.host, site.port).await?;
    Ok(Target { host: host_header(&site.host, site.port), port: site.port, path, addresses })
}

fn parse(url: &str) -> Result<(Site, String), Text> {
    let bad = || msg!(load_bad_url, url = without_login(url));
    let uri: Uri = url.parse().map_err(|_| bad())?;
    let host = uri.host().filter(|host| !host.is_empty()).ok_or_else(bad)?;
    let has_user = uri.authority().is_some_and(|authority| authority.as_str().contains('@'));
    if uri.scheme_str() != Some("http") || has_user || HeaderValue::from_str(host).is_err() {
        return Err(bad());
    }
    let host = host.trim_start_matches('[').trim_end_matches(']').to_owned();
    let path = uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
    let port = port(&uri).ok_or_else(bad)?;
    Ok((Site { host, port }, path))
}

/// The port that is named, or the usual one; none where something stands there that is no port.
fn port(uri: &Uri) -> Option<u16> {
    let authority = uri.authority()?.as_str();
    let behind_host = authority.rsplit_once(']').map_or(authority, |(_, behind)| behind);
    match behind_host.rsplit_once(':') {
        Some((_, port)) => port.parse().ok().filter(|port| *port > 0),
        None => Some(80),
    }
}

/// An address as it may be shown: everything that may be a login or a password is left out, also where it is no address.
fn without_login(url: &str) -> String {
    let start = url.find("://").map_or(0, |at| at + 3);
    match url.rfind('@').filter(|at| *at >= start) {
        Some(at) => format!("{}***{}", &url[..start], &url[at..]),
        None => url.to_owned(),
    }
}

async fn resolve(host: &str, port: u16) -> Result<Vec<IpAddr>, Text> {
    let found = tokio::net::lookup_host((host, port)).await;
    let found = found.map_err(|error| msg!(load_not_resolved, host = host, error = error.to_string()))?;
    let addresses: BTreeSet<IpAddr> = found.map(|address| address.ip().to_canonical()).collect();
    Ok(addresses.into_iter().collect())
}

fn host_header(host: &str, port: u16) -> String {
    let host = if host.contains(':') { format!("[{host}]") } else { host.to_owned() };
    if port == 80 { host } else { format!("{host}:{port}") }
}

/// Whether every address is this machine's own.
#[must_use]
pub fn is_loopback(target: &Target) -> bool {
    !target.addresses.is_empty() && target.addresses.iter().all(IpAddr::is_loopback)
}

/// Whether every address of `target` is one of the learner's own load balancer.
#[must_use]
pub fn is_own(target: &Target, own: &Target) -> bool {
    !target.addresses.is_empty() && target.addresses.iter().all(|address| own.addresses.contains(address))
}

/// Opens a site once, and says with which status it answers.
///
/// # Errors
/// What came instead of a page: a site that doesn't work gets no load.
pub async fn opened(target: Target) -> Result<(Target, u16), Text> {
    let host = target.host.clone();
    probe(target).await.map_err(|answer| msg!(load_site_fails, host = host, what = answer_text(answer)))
}

/// Opens the page once at each address and leaves out those that can't be reached from here, such as IPv6 ones on a
/// machine that has none. What the others answer is the best of their answers.
///
/// # Errors
/// What came instead of a page: a site that doesn't work gets no load.
pub async fn probe(mut target: Target) -> Result<(Target, u16), SiteAnswer> {
    let mut reached = Vec::new();
    let mut answers = Vec::new();
    for address in target.addresses.clone() {
        let Some(visitor) = Visitors::new(&Target { addresses: vec![address], ..target.clone() }) else { continue };
        let answer = visitor.visit(0).await;
        visitor.leave().await;
        if answer.is_http() {
            reached.push(address);
        }
        answers.push(answer);
    }
    let status =
        answers.iter().filter_map(|answer| if let SiteAnswer::Status(status) = answer { Some(*status) } else { None });
    match status.min() {
        Some(status) if status < 500 => {
            target.addresses = reached;
            Ok((target, status))
        }
        Some(status) => Err(SiteAnswer::Status(status)),
        None => Err(answers.first().copied().unwrap_or(SiteAnswer::NotConnected)),
    }
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    fn target(addresses: &[&str]) -> Target {
        let addresses = addresses.iter().map(|address| address.parse().unwrap()).collect();
        Target { host: "shop.example".into(), port: 80, path: "/".into(), addresses }
    }

    #[test_case(&["192.0.2.1"], &["192.0.2.1", "192.0.2.2"], true; "one of its addresses")]
    #[test_case(&["192.0.2.2", "192.0.2.1"], &["192.0.2.1", "192.0.2.2"], true; "all of them")]
    #[test_case(&["192.0.2.1", "198.51.100.1"], &["192.0.2.1"], false; "one of somebody else's")]
    #[test_case(&["198.51.100.1"], &["192.0.2.1"], false; "somebody else's only")]
    #[test_case(&[], &["192.0.2.1"], false; "no address")]
    #[test_case(&["192.0.2.1"], &[], false; "no load balancer")]
    fn own_addresses(wanted: &[&str], own: &[&str], expected: bool) {
        assert_eq!(is_own(&target(wanted), &target(own)), expected);
    }

    #[test_case(&["127.0.0.1", "::1"], true; "both kinds")]
    #[test_case(&["127.0.0.1", "192.0.2.1"], false; "not only")]
    #[test_case(&[], false; "none")]
    fn loopback(addresses: &[&str], expected: bool) {
        assert_eq!(is_loopback(&target(addresses)), expected);
    }

    #[test_case("http://shop.example", "shop.example", 80, "/")]
    #[test_case("http://shop.example:8080/a?b=c", "shop.example", 8080, "/a?b=c")]
    #[test_case("http://[::1]:3000/", "::1", 3000, "/")]
    fn addresses_of_pages(url: &str, host: &str, port: u16, path: &str) {
        assert_eq!(parse(url).unwrap(), (Site { host: host.into(), port }, path.to_owned()));
    }

    #[test_case("https://shop.example/"; "no TLS here")]
    #[test_case("shop.example"; "no scheme")]
    #[test_case("http://"; "no host")]
    #[test_case("http://user:pass@shop.example/"; "credentials")]
    #[test_case("http://shop example/"; "a space")]
    #[test_case("http://shop.example:99999/"; "a port beyond all ports")]
    #[test_case("http://shop.example:0/"; "port zero")]
    #[test_case("http://shop.example:/"; "no port behind the colon")]
    #[test_case("http://shop.example:80a/"; "no number")]
    #[test_case("http://[::1]:99999/"; "beyond all ports, behind brackets")]
    fn what_is_no_address_of_a_page(url: &str) {
        assert!(parse(url).is_err());
    }

    #[test_case("http://user:hunter2@shop.example/"; "a login")]
    #[test_case("http://user:hunt/er2@shop.example:80/?a=b@c"; "a password that ends the host")]
    #[test_case("user:hunter2@shop.example"; "no scheme")]
    #[test_case("https://hunter2@shop.example/"; "a name alone")]
    fn a_password_is_never_said_again(url: &str) {
        let said = crate::i18n::Localizer::new(crate::i18n::Language::En).say(&parse(url).unwrap_err());
        assert!(said.contains("***@") && !said.contains("hunt"), "{said}");
    }

    #[test]
    fn the_host_header_names_a_port_only_where_it_must() {
        assert_eq!(host_header("shop.example", 80), "shop.example");
        assert_eq!(host_header("::1", 8080), "[::1]:8080");
    }
}
