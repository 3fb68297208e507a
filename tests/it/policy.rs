//! The policy that the program prints is what it needs: every call is allowed, and nothing else is. The front denies
//! whatever isn't in it, in every test.

use std::collections::BTreeSet;
use std::fs;
use std::sync::PoisonError;

use ec_site_tutor_testing::aws::{Front, Health, Moto, iam_name};
use ec_site_tutor_testing::program::{Baseline, STEPS, check, text, tutor};
use ec_site_tutor_testing::python::objections;
use ec_site_tutor_testing::shell::perform_in;
use serde_json::Value;

use crate::lab_gone_wrong::Changed;
use crate::whole_lab::FINISHED;

/// A rule of the load balancer's group that admits a prefix list, so that its entries are asked for.
const PREFIX_LIST: &str = "
group=$(aws ec2 create-security-group --group-name ec-site-alb-sg --description 'for ec-site ALB' --vpc-id \"$(aws \
ec2 describe-vpcs --filters Name=tag:Name,Values=ec-site-vpc --query 'Vpcs[0].VpcId' --output text)\" \
--query GroupId --output text)
list=$(aws ec2 create-managed-prefix-list --prefix-list-name visitors --max-entries 1 --address-family IPv4 \
--entries Cidr=0.0.0.0/0 --query PrefixList.PrefixListId --output text)
aws ec2 authorize-security-group-ingress --group-id \"$group\" --ip-permissions \
\"IpProtocol=tcp,FromPort=80,ToPort=80,PrefixListIds=[{PrefixListId=$list}]\"
";

/// What `policy` prints.
fn printed() -> Value {
    let home = tempfile::tempdir().unwrap();
    let output = tutor(&Moto::shared().account()).env("HOME", home.path()).arg("policy").output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    serde_json::from_slice(&output.stdout).expect("valid JSON and nothing else")
}

fn allowed(policy: &Value) -> BTreeSet<String> {
    let statements = policy["Statement"].as_array().expect("statements").iter();
    let actions = statements.flat_map(|statement| statement["Action"].as_array().expect("actions"));
    actions.map(|action| text(action).to_owned()).collect()
}

fn arrived(front: &Front) -> BTreeSet<String> {
    front.calls().iter().map(|(service, action)| iam_name(service, action)).collect()
}

#[test]
fn the_policy_allows_what_the_program_calls_and_nothing_else() {
    let policy = printed();
    assert_eq!(policy["Version"], "2012-10-17");
    let mut called = with_a_prefix_list();
    called.extend(in_a_finished_lab());
    called.extend(in_a_lab_whose_shop_does_not_start());
    called.extend(in_a_lab_out_of_use());
    called.extend(in_an_empty_account());
    assert!(called.remove("sts:GetCallerIdentity"), "AWS tells everybody who they are, so that no policy needs it");
    assert_eq!(called, allowed(&policy));
}

/// What can be named in a policy, AWS says itself; the linters know its data.
#[test]
fn each_call_is_allowed_for_as_little_as_aws_lets_one_name() {
    let home = tempfile::tempdir().unwrap();
    let written = |name: &str, arguments: &[&str]| {
        let output = tutor(&Moto::shared().account()).env("HOME", home.path()).args(arguments).output().unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
        fs::write(home.path().join(name), output.stdout).unwrap();
        home.path().join(name)
    };
    let policy = written("policy.json", &["policy"]);
    let template = written("role.json", &["policy", "--role", "--lang", "ja"]);
    assert_eq!(objections(&policy, &template), "");
}

fn with_a_prefix_list() -> BTreeSet<String> {
    let account = Moto::shared().account();
    account.lay(&["steps_0_to_3"]);
    let home = tempfile::tempdir().unwrap();
    perform_in(&account, home.path(), PREFIX_LIST);
    let front = Front::before(&account);
    let checked = check(&front.account, &["1-1"]);
    assert_eq!(checked.check("1-1", "ingress")["status"], "passed", "{:#}", checked.document);
    arrived(&front)
}

/// The commands that read an account, in a lab in which there is something to read for every call.
fn in_a_finished_lab() -> BTreeSet<String> {
    let lab = FINISHED.lock().unwrap_or_else(PoisonError::into_inner);
    let front = Front::before(&lab.account);
    for command in [&["check", "--json"][..], &["cost"], &["cleanup"]] {
        let home = tempfile::tempdir().unwrap();
        let output = tutor(&front.account).env("HOME", home.path()).args(command).output().unwrap();
        assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
    arrived(&front)
}

/// What is looked at closer where everything before the boot is sound.
fn in_a_lab_whose_shop_does_not_start() -> BTreeSet<String> {
    let changed = Changed::by(|state| state.health = Health::Refusing);
    let front = Front::before(&changed.lab.account);
    check(&front.account, &["4-3"]);
    arrived(&front)
}

/// What is looked at closer where the target group seems to be out of use.
fn in_a_lab_out_of_use() -> BTreeSet<String> {
    let changed = Changed::by(|state| state.health = Health::OutOfUse);
    let front = Front::before(&changed.lab.account);
    check(&front.account, &["4-3"]);
    arrived(&front)
}

/// What is looked for where nothing of the lab is.
fn in_an_empty_account() -> BTreeSet<String> {
    let front = Front::before(&Baseline::empty().account);
    check(&front.account, &STEPS);
    arrived(&front)
}
