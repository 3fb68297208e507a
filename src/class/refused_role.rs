//! What it can be that AWS refuses a role, and what tells one from the other. For most of it AWS answers the same, so that nobody
//! learns which roles an account has. Pure.

use ec_site_tutor_core::command::Command;

use crate::account::{Denial, Role};
use crate::i18n::Text;
use crate::msg;

/// What AWS says alone where the caller is a root user.
const BY_ROOT: &str = "may not be assumed by root";
/// Where AWS names the policy that refuses, these are the caller's own:
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html>.
const OWN: [&str; 3] = ["identity-based policy", "permissions boundary", "session policy"];
/// These are the role's.
const TRUST: [&str; 2] = ["trust policy", "resource-based policy"];
/// These are the organization's.
const ORGANIZATION: [&str; 2] = ["service control policy", "resource control policy"];
/// In the place of a caller whom AWS's words don't name.
const CALLER: &str = "CALLER_ARN";

/// Why AWS may have refused `role`, as far as its own words tell that, and the commands that tell the rest.
#[must_use]
pub fn refused_role(role: &Role, denial: &Denial) -> Text {
    let message = denial.message.as_str();
    let says = |words: &[&str]| words.iter().any(|word| message.contains(word));
    let why = if message.contains(BY_ROOT) {
        msg!(class_role_by_root)
    } else if says(&ORGANIZATION) {
        msg!(class_role_organization)
    } else if says(&OWN) {
        msg!(class_role_own, permission = permission(role, message))
    } else if says(&TRUST) {
        msg!(class_role_trust, trust = trust(role), sent = sent(role))
    } else {
        msg!(
            class_role_any,
            trust = trust(role),
            permission = permission(role, message),
            caller = caller(message).unwrap_or(CALLER),
            sent = sent(role)
        )
    };
    msg!(class_role_refused, action = &denial.action, role = &role.arn, message = message, why = why)
}

/// Which external id was sent; the id itself is a secret.
fn sent(role: &Role) -> Text {
    if role.external_id.is_some() { msg!(class_role_id_sent) } else { msg!(class_role_no_id) }
}

/// Shows in the learner's account whether the role is there, whom it trusts and which external id it wants.
fn trust(role: &Role) -> String {
    let name = role.arn.rsplit('/').next().unwrap_or_default();
    Command::aws("iam get-role").with("--role-name", name).with("--query", "Role.AssumeRolePolicyDocument").line()
}

/// Shows in the instructor's account whether the instructor's own policies allow it.
fn permission(role: &Role, message: &str) -> String {
    let caller = caller(message).map_or_else(|| CALLER.to_owned(), policies_of);
    Command::aws("iam simulate-principal-policy")
        .with("--policy-source-arn", caller)
        .with("--action-names", "sts:AssumeRole")
        .with("--resource-arns", &role.arn)
        .with("--query", "EvaluationResults[].EvalDecision")
        .line()
}

/// Who asked, by AWS's own words: `User: ARN is not authorized ...`.
fn caller(message: &str) -> Option<&str> {
    let (_, rest) = message.split_once("User: ")?;
    rest.split_whitespace().next().filter(|arn| arn.starts_with("arn:"))
}

/// What has the policies of a caller: the role itself, where the caller is a session of one.
fn policies_of(caller: &str) -> String {
    let parts: Vec<&str> = caller.splitn(6, ':').collect();
    match parts.as_slice() {
        [arn, partition, "sts", _, account, session] => {
            let role = session.strip_prefix("assumed-role/").and_then(|session| session.split('/').next());
            role.map_or_else(|| caller.to_owned(), |role| format!("{arn}:{partition}:iam::{account}:role/{role}"))
        }
        _ => caller.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;
    use crate::i18n::{Language, Localizer};

    const ROLE: &str = "arn:aws:iam::222233334444:role/teaching/EcSiteTutorClass";
    const DENIED: &str = "User: arn:aws:sts::111122223333:assumed-role/Teach/sensei is not authorized to perform: \
        sts:AssumeRole on resource: arn:aws:iam::222233334444:role/teaching/EcSiteTutorClass";

    fn told(message: &str, external_id: Option<&str>) -> String {
        let role = Role { arn: ROLE.to_owned(), external_id: external_id.map(str::to_owned) };
        let denial = Denial { action: "sts:AssumeRole".to_owned(), message: message.to_owned() };
        let text = refused_role(&role, &denial);
        Language::ALL.map(|language| Localizer::new(language).say(&text)).concat()
    }

    #[test]
    fn what_can_not_be_told_apart_is_said_as_that_with_what_tells_it() {
        let told = told(DENIED, Some("a-secret"));
        for part in [
            "aws iam get-role --role-name EcSiteTutorClass",
            "--policy-source-arn arn:aws:iam::111122223333:role/Teach",
            "NoSuchEntity",
            "sts:ExternalId",
            "Principal",
        ] {
            assert_eq!(told.matches(part).count(), 2, "{part}: {told}");
        }
        assert!(!told.contains("a-secret"));
    }

    #[test_case(" because no identity-based policy allows the sts:AssumeRole action", "simulate-principal-policy", "get-role"; "the caller's own policies")]
    #[test_case(" with an explicit deny in a permissions boundary", "simulate-principal-policy", "get-role"; "the caller's boundary")]
    #[test_case(" because no role trust policy allows the sts:AssumeRole action", "get-role", "simulate-principal-policy"; "the role's trust")]
    #[test_case(" with an explicit deny in a service control policy", "service control policy", "simulate-principal-policy"; "the organization")]
    fn where_aws_names_the_policy_nothing_else_is_suspected(words: &str, expected: &str, other: &str) {
        let told = told(&format!("{DENIED}{words}"), None);
        assert!(told.contains(expected) && !told.contains(other), "{told}");
    }

    #[test]
    fn a_root_user_is_told_that_roles_are_not_for_it() {
        let told = told("Roles may not be assumed by root accounts.", None);
        assert!(!told.contains("get-role") && !told.contains("simulate"), "{told}");
    }

    #[test]
    fn a_name_with_signs_of_the_shell_stays_one_word() {
        let role = Role { arn: "arn:aws:iam::222233334444:role/a;$(id)".to_owned(), external_id: None };
        assert!(trust(&role).contains("'a;$(id)'"), "{}", trust(&role));
    }
}
