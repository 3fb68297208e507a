//! What leaves the machine: no secrets, nothing that is none of the lab's, and account numbers only where they are wanted.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::{LESSON, evidence_of, examined, finished, material, seen_mut};
use crate::account::resources::{BootLog, Instance};
use crate::account::{Area, Snapshot};
use crate::evidence::redact::without_secrets;
use crate::evidence::{Conclusion, Evidence, Material, Numbers, gather, write};
use crate::verify::{CauseId, Status};

/// Lines of scripts with what must not be left of them, and what must.
const LINES: &[(&str, &str, &str)] = &[
    ("export DB_PASSWORD=hunter2", "hunter2", "export DB_PASSWORD="),
    ("DB_PASSWORD='two words'; pnpm start", "words", "; pnpm start"),
    ("echo \"DB_PASSWORD=two words\" >> .env", "words", "\" >> .env"),
    ("echo '{\"password\": \"hunter2\", \"port\": 1}'", "hunter2", "\"port\": 1}'"),
    ("echo \"{\\\"password\\\": \\\"hunter2\\\"}\"", "hunter2", "echo"),
    ("password: hunter2", "hunter2", "password: "),
    ("mysql -u root -phunter2 shop", "hunter2", "mysql -u root -p"),
    ("PGPASSWORD=hunter2 psql -h db", "hunter2", " psql -h db"),
    ("curl -u admin:hunter2 https://example.com", "hunter2", "https://example.com"),
    ("git clone https://me:hunter2@example.com/shop.git", "hunter2", "@example.com/shop.git"),
    ("DATABASE_URL=postgres://u:hunter2@db/shop", "hunter2", "DATABASE_URL="),
    ("aws configure set aws_secret_access_key hunter2", "hunter2", "aws configure set"),
    ("aws ssm put-parameter --value x --token hunter2 --type String", "hunter2", " --type String"),
    ("curl -H \"Authorization: Bearer hunter2\" https://example.com", "hunter2", "\" https://example.com"),
    ("echo root:hunter2 | chpasswd", "hunter2", ""),
    ("echo AKIAIOSFODNN7EXAMPLE", "AKIAIOSFODNN7EXAMPLE", "echo "),
    ("X=wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY1", "wJalr", "X="),
    ("npm config set //r/:_authToken npm_0123456789abcdefghijABCDEFGHIJ012345", "npm_0123", "npm config set"),
    ("echo ${DB_PASSWORD:-hunter2} > f", "hunter2", "} > f"),
];

/// What looks like a secret by its name and is none, or is needed to tell what the script does.
const KEPT: &[&str] = &[
    "AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:418602573914:secret:rds!cluster-8f14e45f-ceea-467f-a1d2-5f0c6b9d1e27-Qw3rTy",
    "echo \"AURORA_SECRET_ARN=${SECRET_ARN}\" > .env",
    "printf 'AURORA_SECRET_ARN=%s\\n' \"$ARN\" > .env",
    "SECRET_ARN=$(aws secretsmanager list-secrets --query 'SecretList[0].ARN' --output text)",
    "SECRET_REGION=us-east-1",
    "cd \"$PWD/ecommerce-app-v1\"",
    "/root/.local/share/pnpm/pm2 start ecosystem.config.js",
    "aws s3 cp s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip .",
    "AURORA_SECRET_ARN=<SECRET_ARN>",
];

fn with_script(script: &str) -> Snapshot {
    let mut snapshot = finished();
    if let Area::Seen(Some(template)) = &mut snapshot.launch_template {
        template.user_data = Some(STANDARD.encode(script));
    }
    snapshot
}

fn script_of(evidence: &Evidence) -> String {
    let template = evidence.snapshot.launch_template.seen().unwrap().as_ref().unwrap();
    String::from_utf8(STANDARD.decode(template.user_data.as_ref().unwrap()).unwrap()).unwrap()
}

#[test]
fn secrets_go_and_commands_stay() {
    for (line, secret, rest) in LINES {
        let kept = without_secrets(&format!("#!/bin/bash\n{line}\npnpm build\n"));
        assert!(!kept.contains(secret), "{line}\n{kept}");
        assert!(
            kept.contains(rest) && kept.starts_with("#!/bin/bash\n") && kept.contains("pnpm build"),
            "{line}\n{kept}"
        );
    }
}

#[test]
fn a_key_goes_up_to_its_end_and_no_further() {
    let script =
        "#!/bin/bash\ncat > k <<E\n-----BEGIN PRIVATE KEY-----\nabc\ndef\n-----END PRIVATE KEY-----\nE\npnpm build\r\n";
    let kept = without_secrets(script);
    assert!(!kept.contains("abc") && !kept.contains("def") && kept.ends_with("\nE\npnpm build\r\n"), "{kept}");
}

#[test]
fn what_a_script_does_stays_as_it_is() {
    for line in KEPT {
        let script = format!("#!/bin/bash\n{line}\n");
        assert_eq!(without_secrets(&script), script);
    }
}

/// What learners were seen to put into user data; none of it is needed to tell whether the shop is deployed.
const PLANTED: &[&str] = &[
    "export DB_PASS=Pl4nted",
    "STRIPE=sk_live_Pl4nted0123456789",
    "curl -X POST https://hooks.slack.com/services/T0/B0/Pl4nted -d 'up'",
    "echo 'db:5432:shop:admin:Pl4nted' > /root/.pgpass",
    "sshpass -p Pl4nted ssh admin@10.0.0.1 true",
    "JWT_KEY='Pl4nted with blanks'",
    "echo 'JWT_SIGNING=Pl4nted' >> /tmp/jwt.env",
    "cat > /tmp/key <<KEY\nPl4nted\nKEY",
    "cat > /root/.netrc <<EOF\nmachine example.com login me password Pl4nted\nEOF",
    "# the password is Pl4nted",
    "git config --global user.password Pl4nted",
    "mail -s Pl4nted admin@example.com < /dev/null",
    "A=Pl4nted; B=\"$A\"",
    "function note() { echo Pl4nted; }",
];

/// A script that deploys the shop, as the lesson has it.
fn deploying() -> String {
    let arn = "arn:aws:secretsmanager:us-east-1:418602573914:secret:shop-AbCdEf";
    let (_, script) = LESSON.snippets.en.iter().find(|(name, _)| name.contains("user-data")).unwrap();
    script.replace("<SECRET_ARN>", arn)
}

fn user_data_verdict(evidence: &Evidence) -> (Status, Option<CauseId>) {
    let checks = evidence.evaluate(&LESSON).steps.into_iter().flat_map(|step| step.checks);
    let check = checks.into_iter().find(|check| check.id == "user-data").unwrap();
    (check.verdict.status, check.verdict.cause.map(|cause| cause.id))
}

#[test]
fn of_user_data_only_what_a_check_reads_leaves_the_machine() {
    let script = deploying();
    let plain = evidence_of(with_script(&script));
    assert_eq!(user_data_verdict(&plain).0, Status::Passed, "{}", script_of(&plain));
    let planted = PLANTED.join("\n") + "\n";
    let (head, rest) = script.split_once('\n').unwrap();
    let evidence = evidence_of(with_script(&format!("{head}\n{planted}{rest}\n{planted}")));
    let kept = script_of(&evidence);
    assert!(!kept.contains("Pl4nted"), "{kept}");
    assert!(kept.contains(" lines not shown\n") && kept.contains("ecommerce-app-v1.zip"), "{kept}");
    assert_eq!(user_data_verdict(&evidence), user_data_verdict(&plain), "{kept}");
}

#[test]
fn a_secret_in_a_line_that_a_check_reads_goes_and_the_verdict_stays() {
    let script = deploying();
    let start = script.lines().rfind(|line| line.contains("start")).unwrap();
    let wrong = script.replacen(start, &format!("DB_PASS=Pl4nted LOG=Pl4nted2x {}", start.trim()), 1);
    for script in
        [wrong, format!("{script}\nDEBUG=Pl4nted exit 1\n"), script.replace("arn:aws:secretsmanager", "Pl4nted")]
    {
        let evidence = evidence_of(with_script(&script));
        let kept = script_of(&evidence);
        assert!(!kept.contains("Pl4nted"), "{kept}");
        let mut whole = evidence.clone();
        whole.snapshot = with_script(&script);
        assert_eq!(user_data_verdict(&evidence).0, user_data_verdict(&whole).0, "{kept}");
    }
}

#[test]
fn lines_keep_their_numbers_so_that_what_is_told_of_them_holds() {
    let script = "#!/bin/bash\nTOKEN=a\nPASS=b\nif true; then\n  cd /nowhere || exit 1\nfi\n";
    let kept = script_of(&evidence_of(with_script(script)));
    assert_eq!(kept.matches('\n').count(), script.matches('\n').count(), "{kept}");
    assert!(!kept.contains("TOKEN") && kept.starts_with("#!/bin/bash\n"), "{kept}");
}

#[test]
fn what_is_no_script_is_left_out() {
    let evidence = |data: &str| {
        let mut snapshot = finished();
        if let Area::Seen(Some(template)) = &mut snapshot.launch_template {
            template.user_data = Some(data.to_owned());
        }
        serde_json::to_string(&evidence_of(snapshot)).unwrap()
    };
    for data in [
        "password hunter2".to_owned(),
        STANDARD.encode("#cloud-config\npassword: hunter2\n"),
        STANDARD.encode(b"\xff\xfehunter2"),
    ] {
        let text = evidence(&data);
        assert!(!text.contains("hunter2") && !text.contains(&data), "{text}");
    }
}

#[test]
fn notes_entered_values_and_boot_logs_stay_at_home() {
    let mut snapshot = finished();
    let log = BootLog { text: "DB_PASSWORD=hunter2".into(), at: None };
    snapshot.boot_logs.insert("i-0a59000000000001".into(), Area::Seen(log));
    let mut own = material(snapshot);
    own.values.insert("secret_arn".into(), "hunter2".into());
    own.values.insert("max".into(), "4".into());
    own.record.answer("why", "automatic", "my key is AKIAIOSFODNN7EXAMPLE", super::now());
    let evidence = gather(own).unwrap();
    let page = write(&LESSON, &evidence).unwrap();
    for secret in ["hunter2", "my private note", "AKIAIOSFODNN7EXAMPLE", "secret:shop-AbCdEf"] {
        assert!(!page.contains(secret), "{secret}");
    }
    assert_eq!(evidence.values.keys().collect::<Vec<_>>(), ["max"]);
}

#[test]
fn a_large_account_makes_no_large_page() {
    let mut large = finished();
    let few = write(&LESSON, &evidence_of(large.clone())).unwrap();
    if let Area::Seen(instances) = &mut large.instances {
        let foreign = Instance { asg: None, security_groups: Vec::new(), ..instances[0].clone() };
        instances.extend((0..20_000).map(|index| Instance {
            id: format!("i-f{index:016x}"),
            name: Some(format!("somebody-elses-{index}")),
            ..foreign.clone()
        }));
    }
    let evidence = evidence_of(large);
    let page = write(&LESSON, &evidence).unwrap();
    assert!(page.len() < few.len() + 1_000, "{} and {}", few.len(), page.len());
    assert!(evidence.left_out >= 20_000 && !page.contains("somebody-elses"));
    assert_eq!(examined(&page).unwrap().outcome(), Conclusion::Consistent);
}

#[test]
fn what_a_learner_made_instead_is_not_left_out() {
    let mut snapshot = finished();
    for group in seen_mut(&mut snapshot.auto_scaling_groups) {
        group.name = "ec-site-asgg".into();
    }
    let page = write(&LESSON, &evidence_of(snapshot)).unwrap();
    assert!(page[..page.find("<template").unwrap()].contains("ec-site-asgg"));
}

#[test]
fn shortened_numbers_are_shortened_everywhere_and_in_one_way() {
    let own = "418602573914";
    let script = format!("#!/bin/bash\naws s3 cp s3://shop-{own}/x .\n# 222233334444 and 555566664444\n");
    let mut snapshot = with_script(&script);
    seen_mut(&mut snapshot.security_groups)[0].description = format!("of {own}, # 222233334444 and 555566664444");
    let mut mine = Material { numbers: Numbers::Shortened, ..material(snapshot) };
    mine.record.answer("why", "automatic", &format!("in {own}, not in 222233334444"), super::now());
    let evidence = gather(mine).unwrap();
    let page = write(&LESSON, &evidence).unwrap();
    let script = script_of(&evidence);
    for number in [own, "222233334444", "555566664444"] {
        assert!(!page.contains(number) && !script.contains(number), "{number}");
    }
    assert_eq!(evidence.account(), Some("000000003914"));
    let description = &evidence.snapshot.security_groups.seen().unwrap()[0].description;
    let (_, others) = description.split_once("# ").unwrap();
    let (one, other) = others.trim().split_once(" and ").unwrap();
    assert!(one != other && one.ends_with("4444") && other.ends_with("4444"), "what differed still differs: {others}");
    assert!(page.contains("in 000000003914, not in 000000004444") && page.contains("Account numbers are shortened"));
    assert_eq!(examined(&page).unwrap().outcome(), Conclusion::Consistent);
}
