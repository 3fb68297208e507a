//! Facts in, lines out.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use test_case::test_case;

use super::*;
use crate::account::resources::Identity;
use crate::account::{Area, Failure, FailureKind, OriginKind};
use crate::i18n::{Language, Localizer, Text};
use crate::text::width;

fn now() -> Timestamp {
    "2026-05-20T12:00:00Z".parse().unwrap()
}

fn line(fact: Fact) -> Line {
    judge(&[fact]).remove(0)
}

fn said(text: &Text) -> String {
    Localizer::new(Language::En).say(text)
}

fn credentials(outcome: Area<Option<Timestamp>>) -> Fact {
    let place = Place::Line { file: "~/.aws/config".to_owned(), number: 4 };
    let source =
        CredentialSource { profile: Some("lab".to_owned()), place, kind: OriginKind::IdentityCenter, role: None };
    Fact::Credentials(Credentials { source: Some(source), outcome, now: now() })
}

fn refused(kind: FailureKind) -> Failure {
    Failure::new("sts:GetCallerIdentity", kind, "why")
}

#[test_case(None, Standing::Good, "no end known"; "without an end")]
#[test_case(Some(60), Standing::Good, "good until 2026-05-20 13:00 UTC"; "for an hour")]
#[test_case(Some(15), Standing::Good, "good until 2026-05-20 12:15 UTC"; "long enough")]
#[test_case(Some(14), Standing::Odd, "good until 2026-05-20 12:14 UTC"; "not for long")]
#[test_case(Some(0), Standing::Bad, "ended at 2026-05-20 12:00 UTC"; "over")]
fn credentials_are_good_while_they_last(minutes: Option<i64>, standing: Standing, end: &str) {
    let end_at = minutes.map(|minutes| now() + SignedDuration::from_mins(minutes));
    let line = line(credentials(Area::Seen(end_at)));
    assert_eq!(line.standing, standing);
    assert_eq!(said(&line.found), format!("IAM Identity Center of profile lab, ~/.aws/config, line 4; {end}"));
    assert_eq!(line.remedy.is_some(), standing != Standing::Good);
}

#[test]
fn credentials_that_cant_be_had_are_bad_and_say_why() {
    let line = line(credentials(Area::Failed(refused(FailureKind::CredentialsMissing))));
    assert_eq!(line.standing, Standing::Bad);
    assert!(said(&line.found).contains("line 4; No AWS credentials were found."), "{}", said(&line.found));
}

#[test_case("arn:aws:iam::123456789012:user/taro", Standing::Good; "a user")]
#[test_case("arn:aws:iam::123456789012:root", Standing::Odd; "root")]
fn callers(arn: &str, standing: Standing) {
    let identity = Identity { account: "123456789012".to_owned(), arn: arn.to_owned() };
    assert_eq!(line(Fact::Caller(Caller { identity: Area::Seen(identity) })).standing, standing);
}

#[test_case(Some("us-east-1"), None, Standing::Good; "the lesson's")]
#[test_case(Some("ap-northeast-1"), None, Standing::Odd; "another one")]
#[test_case(Some("US-EAST-1"), Some(FailureKind::RegionMalformed), Standing::Bad; "in capitals")]
#[test_case(Some("ap-east-1"), Some(FailureKind::RegionDisabled), Standing::Bad; "not enabled")]
#[test_case(None, Some(FailureKind::RegionMissing), Standing::Bad; "none")]
fn regions(code: Option<&str>, refusal: Option<FailureKind>, standing: Standing) {
    let chosen = code.map(|code| (code.to_owned(), Place::Option("--region")));
    let refusal = refusal.map(|kind| Failure::new("", kind, code.unwrap_or_default()));
    let line = line(Fact::Region(Region { chosen, lesson: "us-east-1".to_owned(), refusal }));
    assert_eq!((line.standing, line.remedy.is_some()), (standing, standing != Standing::Good));
}

#[test_case(0, Standing::Good, "right"; "right")]
#[test_case(-29, Standing::Good, "right"; "nearly right")]
#[test_case(30, Standing::Odd, "30 s ahead"; "ahead")]
#[test_case(-299, Standing::Odd, "299 s behind"; "behind")]
#[test_case(300, Standing::Bad, "300 s ahead"; "refused")]
#[test_case(-86400, Standing::Bad, "86400 s behind"; "of yesterday")]
fn clocks(ahead: i64, standing: Standing, words: &str) {
    let line = line(Fact::Clock(Clock { ahead: SignedDuration::from_secs(ahead) }));
    assert_eq!(line.standing, standing);
    assert!(said(&line.found).starts_with(words), "{}", said(&line.found));
}

fn permissions(tried: &[(&'static str, Tried)]) -> Line {
    line(Fact::Permissions(Permissions { tried: tried.to_vec() }))
}

#[test]
fn denied_calls_are_named_with_the_statement_that_is_missing() {
    let line = permissions(&[
        ("ec2:DescribeVpcs", Tried::Denied),
        ("ec2:DescribeSubnets", Tried::Allowed),
        ("iam:GetInstanceProfile", Tried::Denied),
        ("ec2:GetConsoleOutput", Tried::NothingThere),
    ]);
    assert_eq!(line.standing, Standing::Bad);
    let expected = "2 of 4 denied: ec2:DescribeVpcs, iam:GetInstanceProfile; nothing there yet to try on: \
         ec2:GetConsoleOutput";
    assert_eq!(said(&line.found), expected);
    let statement = r#"{"Effect":"Allow","Action":["ec2:DescribeVpcs","iam:GetInstanceProfile"],"Resource":"*"}"#;
    assert!(said(&line.remedy.unwrap()).ends_with(statement));
}

#[test]
fn who_may_nothing_gets_the_whole_policy() {
    let line = permissions(&[("ec2:DescribeVpcs", Tried::Denied), ("ec2:DescribeSubnets", Tried::Denied)]);
    assert_eq!(line.standing, Standing::Bad);
    assert!(said(&line.remedy.unwrap()).ends_with("ec-site-tutor policy"));
}

#[test]
fn what_aws_leaves_open_is_neither_allowed_nor_denied() {
    let unclear = || Tried::Unclear("Throttling: Rate exceeded".to_owned());
    let line = permissions(&[("ec2:DescribeVpcs", unclear()), ("ec2:DescribeSubnets", Tried::Allowed)]);
    assert_eq!(line.standing, Standing::Odd);
    assert_eq!(said(&line.found), "1 of 2 unclear: ec2:DescribeVpcs (Throttling: Rate exceeded)");
    let line = permissions(&[("ec2:DescribeVpcs", Tried::Allowed), ("ec2:DescribeSubnets", Tried::Allowed)]);
    assert_eq!((line.standing, said(&line.found).as_str()), (Standing::Good, "2 of 2 allowed"));
}

fn proxies(passage: Option<Passage>, refusal: Option<&str>) -> Standing {
    let proxy = Proxy {
        place: Place::Variable("HTTPS_PROXY".to_owned()),
        address: "http://proxy:3128".to_owned(),
        refusal: refusal.map(str::to_owned),
    };
    line(Fact::Proxies(Proxies { set: vec![proxy], passage })).standing
}

#[test]
fn a_proxy_is_blamed_only_where_something_speaks_against_it() {
    assert_eq!(proxies(Some(Passage::Through), None), Standing::Good);
    assert_eq!(proxies(Some(Passage::Through), Some("refused")), Standing::Good, "it wasn't needed");
    assert_eq!(proxies(Some(Passage::Lost), None), Standing::Odd);
    assert_eq!(proxies(Some(Passage::Lost), Some("refused")), Standing::Bad);
    assert_eq!(proxies(Some(Passage::Refused), None), Standing::Bad);
    assert_eq!(proxies(None, None), Standing::Good, "nobody asked AWS");
}

#[test_case(Some(Measured { letter: 2, ambiguous: 1 }), "xterm", (80, 24), Standing::Good; "as it should be")]
#[test_case(Some(Measured { letter: 2, ambiguous: 2 }), "xterm", (80, 24), Standing::Odd; "wide lines")]
#[test_case(Some(Measured { letter: 3, ambiguous: 3 }), "xterm", (80, 24), Standing::Odd; "bytes as letters")]
#[test_case(None, "xterm", (80, 24), Standing::Good; "it doesn't tell")]
#[test_case(None, "dumb", (80, 24), Standing::Odd; "dumb")]
#[test_case(Some(Measured { letter: 2, ambiguous: 1 }), "xterm", (59, 24), Standing::Bad; "too narrow")]
fn terminals(measured: Option<Measured>, term: &str, size: (u16, u16), standing: Standing) {
    let terminal = Terminal { size, least: (60, 20), term: term.to_owned(), has_colours: true, measured };
    assert_eq!(line(Fact::Terminal(Some(terminal))).standing, standing);
}

#[test_case(None, Standing::Good; "unset")]
#[test_case(Some("ja_JP.UTF-8"), Standing::Good; "utf 8")]
#[test_case(Some("ja_JP.utf8@x"), Standing::Good; "in small letters")]
#[test_case(Some("ja_JP"), Standing::Good; "none said")]
#[test_case(Some("ja_JP.eucJP"), Standing::Odd; "another one")]
fn locales(characters: Option<&str>, standing: Standing) {
    let characters = characters.map(|text| ("LANG", text.to_owned()));
    let fact = Locale { language: Language::Ja, origin: LocaleOrigin::Variable("LANG"), characters };
    assert_eq!(line(Fact::Locale(fact)).standing, standing);
}

#[test_case(ZoneOrigin::Settings, true, Standing::Good, "UTC+09:00 (from time_zone in config.toml)"; "settings")]
#[test_case(ZoneOrigin::Variable, false, Standing::Good, "UTC+09:00 (from TZ)"; "the variable")]
#[test_case(ZoneOrigin::System, false, Standing::Good, "UTC+09:00 (from the system)"; "the system")]
#[test_case(ZoneOrigin::System, true, Standing::Odd, "UTC+09:00 (from the system)"; "of cloud shell")]
#[test_case(ZoneOrigin::UnknownVariable("Mars".into()), false, Standing::Odd, "UTC: TZ = Mars is no time zone"; "unknown")]
#[test_case(ZoneOrigin::Nobody, false, Standing::Odd, "UTC+09:00 (from nothing)"; "nobody")]
fn zones(origin: ZoneOrigin, in_cloud_shell: bool, standing: Standing, found: &str) {
    let zone = TimeZone::posix("JST-9").unwrap();
    let line = line(Fact::Zone(Zone { zone, origin, in_cloud_shell, now: now() }));
    assert_eq!((line.standing, said(&line.found).as_str()), (standing, found));
}

#[test_case(None, None, None, Standing::Bad; "no home")]
#[test_case(Some("~/s"), Some("denied"), None, Standing::Bad; "not writable")]
#[test_case(Some("~/s"), None, None, Standing::Good; "room unknown")]
#[test_case(Some("~/s"), None, Some(16 << 20), Standing::Good; "room")]
#[test_case(Some("~/s"), None, Some((16 << 20) - 1), Standing::Odd; "hardly any")]
fn states(folder: Option<&str>, refusal: Option<&str>, room: Option<u64>, standing: Standing) {
    let fact = State { folder: folder.map(str::to_owned), refusal: refusal.map(str::to_owned), room };
    assert_eq!(line(Fact::State(fact)).standing, standing);
}

#[test_case(Ok(3), Standing::Good; "some")]
#[test_case(Ok(0), Standing::Bad; "none")]
#[test_case(Err("No such file or directory"), Standing::Bad; "no file")]
fn trust_stores(certificates: Result<usize, &str>, standing: Standing) {
    let place = Place::Variable("AWS_CA_BUNDLE".to_owned());
    let certificates = certificates.map_err(str::to_owned);
    let fact = TrustStore::File { place, file: "/etc/ca.pem".to_owned(), certificates };
    assert_eq!(line(Fact::TrustStore(fact)).standing, standing);
}

fn everything() -> Vec<Fact> {
    let endpoint =
        Endpoint { place: Place::Variable("AWS_ENDPOINT_URL".into()), address: "http://127.0.0.1:5000".into() };
    vec![
        Fact::Release(Release {
            program: Text::verbatim("ec-site-tutor 0.1.0"),
            lesson: Some(("own".into(), "1".into())),
        }),
        credentials(Area::Seen(None)),
        Fact::Caller(Caller { identity: Area::Failed(refused(FailureKind::Unreachable)) }),
        Fact::Region(Region {
            chosen: None,
            lesson: "us-east-1".into(),
            refusal: Some(Failure::new("", FailureKind::RegionMissing, "")),
        }),
        Fact::Endpoints(Endpoints { set: vec![endpoint.clone(), endpoint] }),
        Fact::Proxies(Proxies::default()),
        Fact::TrustStore(TrustStore::System),
        Fact::Permissions(Permissions {
            tried: vec![("ec2:DescribeVpcs", Tried::Denied), ("ec2:DescribeSubnets", Tried::Allowed)],
        }),
        Fact::Terminal(None),
        Fact::OtherTutors(OtherTutors { processes: Some(vec![12, 34]) }),
    ]
}

#[test_case(Language::En)]
#[test_case(Language::Ja)]
fn nothing_is_wider_than_the_screen_and_every_line_has_its_sign(language: Language) {
    let lines = judge(&everything());
    for cells in [40, 80] {
        let text = plain(&lines, &Localizer::new(language), cells);
        assert!(text.lines().all(|line| width(line) <= cells), "{text}");
        let signs = text.lines().filter(|line| line.starts_with(['✓', '!', '✗'])).count();
        assert_eq!(signs, lines.len(), "{text}");
    }
}

#[test]
fn json_has_the_same_ids_and_statuses_in_every_language() {
    let lines = judge(&everything());
    let [ja, en] = Language::ALL
        .map(|language| serde_json::to_value(DoctorDocument::new(&lines, now(), &Localizer::new(language))).unwrap());
    assert_eq!((&en["schema"], &en["status"]), (&serde_json::json!(1), &serde_json::json!("bad")));
    for (ja, en) in ja["checks"].as_array().unwrap().iter().zip(en["checks"].as_array().unwrap()) {
        assert_eq!((&ja["id"], &ja["status"]), (&en["id"], &en["status"]));
        assert_ne!(ja["title"], en["title"]);
        assert_eq!(en["fix"].is_null(), en["status"] == "good");
    }
}
