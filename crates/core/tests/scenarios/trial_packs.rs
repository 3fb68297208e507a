//! Packs of other steps: what is right there is called right, and nothing that is said of it undoes it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use ec_site_tutor_core::account::Snapshot;
use ec_site_tutor_core::diagnose::{Means, questions};
use ec_site_tutor_core::i18n::{Language, Localizer};
use ec_site_tutor_core::lesson::{self, Lesson, Pack};
use ec_site_tutor_core::report::Report;
use ec_site_tutor_core::verify::Status::{self, Failed, Passed, Unknown};
use serde_json::{Value, json};
use test_case::test_case;

use super::{base, path};

const PREFIX: &str = "arn:aws:elasticloadbalancing:us-east-1:418602573914";
const CERTIFICATE: &str = "arn:aws:acm:us-east-1:418602573914:certificate/12345678-1234-1234-1234-123456789012";

fn pack(name: &str) -> Pack {
    Pack::Folder(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios/packs").join(name))
}

static HTTPS: LazyLock<Lesson> = LazyLock::new(|| lesson::load(&pack("https"), &BTreeMap::new()).unwrap());
static INTERNAL: LazyLock<Lesson> = LazyLock::new(|| lesson::load(&pack("internal"), &BTreeMap::new()).unwrap());

fn lesson_of(name: &str) -> &'static Lesson {
    if name == "https" { &HTTPS } else { &INTERNAL }
}

/// The account of the finished lab with what a pack makes of it, all right.
fn right(pack: &str) -> Value {
    let mut account = base("finished");
    if pack == "https" {
        https(&mut account);
    } else {
        internal(&mut account);
    }
    account
}

fn https(account: &mut Value) {
    let rule = json!({ "protocol": "tcp", "from_port": 443, "to_port": 443, "peers": [{ "ipv4": "0.0.0.0/0" }] });
    let ingress = path::find(account, "security_groups[group_name=ec-site-alb-sg].ingress");
    ingress.as_array_mut().unwrap().push(rule);
    let http = path::find(account, "listeners[0]");
    let mut secure = http.clone();
    secure["arn"] = json!(format!("{PREFIX}:listener/app/ec-site-alb/50dc6c495c0c9188/aaaaaaaaaaaaaaaa"));
    (secure["protocol"], secure["port"], secure["certificates"]) = (json!("HTTPS"), json!(443), json!([CERTIFICATE]));
    (http["action"], http["forwards"]) = (json!("redirect"), json!([]));
    http["answer"] = json!("HTTP_301 HTTPS://#{host}:443/#{path}");
    account["listeners"]["seen"].as_array_mut().unwrap().push(secure);
}

fn internal(account: &mut Value) {
    *path::find(account, "load_balancers[0].scheme") = json!("internal");
    let mut api = path::find(account, "target_groups[0]").clone();
    let arn = format!("{PREFIX}:targetgroup/ec-site-api-tg/1111111111111111");
    (api["arn"], api["name"], api["port"]) = (json!(arn), json!("ec-site-api-tg"), json!(8080));
    (api["health_path"], api["health_codes"]) = (json!("/health"), json!("200-299"));
    account["target_groups"]["seen"].as_array_mut().unwrap().push(api);
    let rule = format!("{PREFIX}:listener-rule/app/ec-site-alb/50dc6c495c0c9188/f2f7dc8efc522ab2/2222222222222222");
    account["listener_rules"] = json!({ "seen": [{
        "arn": rule,
        "priority": 10,
        "conditions": [{ "field": "path-pattern", "values": ["/api/*"] }],
        "actions": [{ "kind": "forward", "forwards": [[arn, 1]] }],
    }] });
}

fn report(pack: &str, account: &Value) -> Report {
    let snapshot: Snapshot = serde_json::from_value(account.clone()).unwrap();
    Report::assess(lesson_of(pack), &snapshot, snapshot.taken_at)
}

fn status(report: &Report, step: &str, check: &str) -> Status {
    let checks = &report.step(step).unwrap().checks;
    checks.iter().find(|found| found.id == check).unwrap().verdict.status
}

/// Everything that is said to do, by means.
fn commands(report: &Report) -> Vec<String> {
    let localizer = Localizer::new(Language::En);
    let repairs = report.steps.iter().flat_map(|step| &step.checks).flat_map(|check| &check.repair);
    repairs.filter(|repair| repair.means == Means::Cli).map(|repair| localizer.say(&repair.text)).collect()
}

#[test_case("https")]
#[test_case("internal")]
fn a_pack_is_sound_and_a_right_account_passes_it_without_a_word_of_repair(name: &str) {
    assert_eq!(lesson::lint(&pack(name)), []);
    let report = report(name, &right(name));
    for step in &report.steps {
        for check in &step.checks {
            assert_eq!(check.verdict.status, Passed, "{}/{}: {:?}", step.id, check.id, check.verdict);
            assert_eq!(check.repair, [], "{}/{}", step.id, check.id);
        }
    }
}

#[test_case("https", "listeners[1].protocol", json!("HTTP"), "2", "https", Failed; "plain on 443")]
#[test_case("https", "listeners[1].certificates", json!([]), "2", "https", Failed; "no certificate")]
#[test_case("https", "listeners[1].forwards", json!([]), "2", "https", Failed; "forwards to nobody")]
#[test_case("https", "listeners[1].port", json!(8443), "2", "https", Failed; "another port")]
#[test_case("https", "listeners[0].answer", json!("HTTP_302 HTTPS://#{host}:443/#{path}"), "2", "redirect", Failed; "another code")]
#[test_case("https", "listeners[0].answer", json!("HTTP_301 HTTP://#{host}:443/#{path}"), "2", "redirect", Failed; "another protocol")]
#[test_case("https", "listeners[0].answer", json!("HTTP_301 HTTPS://#{host}:#{port}/#{path}"), "2", "redirect", Failed; "in a circle")]
#[test_case("https", "listeners[0].answer", json!(null), "2", "redirect", Unknown; "kept before it was read")]
#[test_case("https", "security_groups[group_name=ec-site-alb-sg].ingress[1].to_port", json!(444), "1", "rules", Failed; "one port more")]
#[test_case("https", "security_groups[group_name=ec-site-alb-sg].ingress[1].peers", json!([{ "ipv4": "10.0.0.0/8" }]), "1", "rules", Failed; "some addresses")]
#[test_case("https", "security_groups[group_name=ec-site-alb-sg].ingress[1].peers", json!([{ "ipv4": "0.0.0.0/1" }, { "ipv4": "128.0.0.0/1" }]), "1", "rules", Passed; "everybody in two halves")]
#[test_case("https", "security_groups[group_name=ec-site-alb-sg].ingress[1].protocol", json!("udp"), "1", "rules", Failed; "another kind of packets")]
#[test_case("https", "security_groups[group_name=ec-site-alb-sg].ingress[1].protocol", json!("-1"), "2", "no-ssh", Failed; "every port")]
#[test_case("https", "security_groups", json!({ "denied": { "action": "ec2:DescribeSecurityGroups", "message": "no" } }), "2", "no-ssh", Unknown; "what can not be seen is not away")]
#[test_case("https", "listeners", json!({ "denied": { "action": "x", "message": "no" } }), "2", "https", Unknown; "listeners that can not be seen")]
#[test_case("internal", "load_balancers[0].scheme", json!("internet-facing"), "1", "scheme", Failed; "facing the internet")]
#[test_case("internal", "target_groups[1].health_path", json!("/"), "1", "api", Failed; "another path")]
#[test_case("internal", "target_groups[1].health_codes", json!("200"), "1", "api", Failed; "other codes")]
#[test_case("internal", "listeners[0].action", json!("redirect"), "2", "default", Failed; "neither of two")]
#[test_case("internal", "listener_rules[0].conditions[0].values", json!(["/app/*"]), "2", "api", Failed; "another pattern")]
#[test_case("internal", "listener_rules[0].actions[0].forwards[0][1]", json!(0), "2", "api", Failed; "no weight")]
#[test_case("internal", "listener_rules", json!("not_asked"), "2", "api", Unknown; "rules that nobody asked for")]
fn what_is_wrong_is_told(pack: &str, place: &str, value: Value, step: &str, check: &str, expected: Status) {
    let mut account = right(pack);
    if let Some((area, _)) = place.split_once(['[', '.']) {
        assert!(account[area].is_object(), "{area}");
        *path::find(&mut account, place) = value;
    } else {
        account[place] = value;
    }
    assert_eq!(status(&report(pack, &account), step, check), expected);
}

#[test]
fn another_of_several_right_ways_passes() {
    let mut account = right("internal");
    let listener = path::find(&mut account, "listeners[0]");
    (listener["action"], listener["forwards"], listener["answer"]) = (json!("fixed-response"), json!([]), json!("404"));
    assert_eq!(status(&report("internal", &account), "2", "default"), Passed);
}

#[test]
fn a_rule_that_comes_first_and_takes_all_is_seen() {
    let mut account = right("internal");
    let rules = account["listener_rules"]["seen"].as_array_mut().unwrap();
    let mut first = rules[0].clone();
    (first["priority"], first["arn"]) = (json!(1), json!("other"));
    first["conditions"][0]["values"] = json!(["/*"]);
    first["actions"][0]["forwards"] = json!([["elsewhere", 1]]);
    rules.push(first);
    assert_eq!(status(&report("internal", &account), "2", "api"), Failed);
}

#[test]
fn the_rules_of_a_listener_are_asked_for() {
    let mut account = right("internal");
    account.as_object_mut().unwrap().remove("listener_rules");
    let snapshot: Snapshot = serde_json::from_value(account.clone()).unwrap();
    let report = report("internal", &account);
    let asked = questions(&report.judged(&INTERNAL), &INTERNAL, &snapshot, snapshot.taken_at);
    assert_eq!(asked.len(), 1, "{asked:?}");
}

#[test]
fn the_lessons_own_words_stand_in_the_place_of_the_kinds() {
    let mut account = right("https");
    *path::find(&mut account, "listeners[1].certificates") = json!([]);
    let report = report("https", &account);
    let check = &report.step("2").unwrap().checks[0];
    let localizer = Localizer::new(Language::En);
    let found = check.diagnosis.as_ref().unwrap();
    assert_eq!(found.cause.id.as_str(), "told-by-lesson");
    assert_eq!(localizer.say(&found.cause.text), "The HTTPS entrance isn't as in this step.");
    assert_eq!(localizer.say(&found.consequences[0]), "Browsers warn of the site.");
    assert_eq!(localizer.say(check.fix().unwrap()), "Choose the certificate again.");
    assert_eq!(commands(&report), Vec::<String>::new());
}

/// Whatever else is wrong, no command touches what a check of the pack calls right.
#[test_case("https")]
#[test_case("internal")]
fn no_command_undoes_what_is_right(pack: &str) {
    for (place, value) in [
        ("load_balancers[0].vpc", json!("vpc-0other00000000000")),
        ("load_balancers[0].kind", json!("network")),
        ("target_groups[0].port", json!(81)),
        ("target_groups[0].protocol", json!("HTTPS")),
        ("load_balancers[0].security_groups", json!([])),
    ] {
        let mut account = right(pack);
        *path::find(&mut account, place) = value;
        let report = report(pack, &account);
        let verbs = ["delete-listener", "modify-listener", "revoke-", "delete-rule", "delete-load-balancer"];
        let said = commands(&report);
        let undoing = said.iter().find(|command| verbs.iter().any(|verb| command.contains(verb)));
        assert_eq!(undoing, None, "{pack}, {place}");
    }
}

fn refused(changed: impl Fn(String) -> String) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let Pack::Folder(source) = pack("https") else { panic!() };
    for language in ["ja", "en"] {
        std::fs::create_dir(folder.path().join(language)).unwrap();
        for file in ["1.md", "2.md"] {
            std::fs::copy(source.join(language).join(file), folder.path().join(language).join(file)).unwrap();
        }
    }
    let manifest = changed(std::fs::read_to_string(source.join("lesson.toml")).unwrap());
    std::fs::write(folder.path().join("lesson.toml"), manifest).unwrap();
    let localizer = Localizer::new(Language::En);
    lesson::lint(&Pack::Folder(folder.path().to_owned())).iter().map(|fault| localizer.say(&fault.text())).collect()
}

#[test_case("[[steps.checks]]\nid = \"more\"\nkind.security_group_ingress = { vpc = \"{{vpc}}\", group = \"{{alb_sg}}\", port = 80, from = \"anywhere_ipv4\" }", "no account can pass both"; "nothing else, twice")]
#[test_case("[[steps.checks]]\nid = \"more\"\nkind.load_balancer_listener = { alb = \"{{alb}}\", port = 443, target_group = \"{{target_group}}\" }", "HTTP on port 443"; "plain listener on 443")]
#[test_case("[[steps.checks]]\nid = \"more\"\nkind.listener = { alb = \"{{alb}}\", port = 80, protocol = \"HTTP\", action.fixed_response = 404 }", "no account can pass both"; "one listener, two actions")]
#[test_case("[[steps]]\nid = \"1-9\"\ntitle = { ja = \"空\", en = \"empty\" }", "no check that it depends on"; "a step without checks")]
fn what_no_account_can_pass_is_refused(added: &str, reason: &str) {
    let faults = refused(|manifest| format!("{manifest}\n{added}\n"));
    assert!(faults.iter().any(|fault| fault.contains(reason) && fault.contains("lesson.toml:")), "{faults:?}");
}
