//! Answers that seem to come from AWS.

use std::io::Read as _;
use std::sync::Arc;
use std::thread;

use tiny_http::{Response, Server};

use super::program::Home;
use ec_site_tutor_testing::hostile::all;

/// Answers every request on loopback until it is dropped.
struct Aws {
    server: Arc<Server>,
    worker: Option<thread::JoinHandle<()>>,
}

impl Aws {
    /// `answer` gets the name of the call: status and body.
    fn answering(answer: fn(&str) -> (u16, Vec<u8>)) -> Self {
        let server = Arc::new(Server::http("127.0.0.1:0").unwrap());
        let listening = Arc::clone(&server);
        let worker = thread::spawn(move || {
            for mut request in listening.incoming_requests() {
                let mut body = String::new();
                let _ = request.as_reader().take(100_000).read_to_string(&mut body);
                let call = body.split('&').find_map(|pair| pair.strip_prefix("Action=")).unwrap_or_default();
                let (status, body) = answer(call);
                let _ = request.respond(Response::from_data(body).with_status_code(status));
            }
        });
        Self { server, worker: Some(worker) }
    }

    fn address(&self) -> String {
        format!("http://{}", self.server.server_addr())
    }
}

impl Drop for Aws {
    fn drop(&mut self) {
        self.server.unblock();
        let _ = self.worker.take().map(thread::JoinHandle::join);
    }
}

/// `text` for XML, without what XML can't hold: the SDK takes no answer with that in it.
fn xml(text: &str) -> String {
    let escape = |character: char| match character {
        '&' | '<' | '>' | '"' | '\'' => format!("&#{};", u32::from(character)),
        '\n' => "&#10;".to_owned(),
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => String::new(),
        other => other.to_string(),
    };
    text.chars().map(escape).collect()
}

fn refusal(code: &str, message: &str) -> Vec<u8> {
    let (code, message) = (xml(code), xml(message));
    format!(
        "<Response><Errors><Error><Code>{code}</Code><Message>{message}</Message></Error></Errors>\
         <Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error>\
         <RequestID>x</RequestID></Response>"
    )
    .into_bytes()
}

fn vpcs(name: &str) -> Vec<u8> {
    let item = |index: usize| {
        format!(
            "<item><vpcId>vpc-{index}{0}</vpcId><state>available</state><cidrBlock>10.0.0.0/16</cidrBlock>\
             <tagSet><item><key>Name</key><value>{0}</value></item></tagSet></item>",
            xml(name)
        )
    };
    format!("<DescribeVpcsResponse><vpcSet>{}{}</vpcSet></DescribeVpcsResponse>", item(1), item(2)).into_bytes()
}

fn identity(account: &str) -> Vec<u8> {
    format!(
        "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::1:user/{0}</Arn><UserId>x</UserId>\
         <Account>{0}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>",
        xml(account)
    )
    .into_bytes()
}

/// Every command that reads an account, and what it must not end with.
fn run_all(answer: fn(&str) -> (u16, Vec<u8>)) -> String {
    let aws = Aws::answering(answer);
    let home = Home::new().with("AWS_ENDPOINT_URL", aws.address()).with("AWS_MAX_ATTEMPTS", "1");
    let commands: [&[&str]; 8] = [
        &["check"],
        &["check", "--json", "--lang", "ja"],
        &["explain"],
        &["map"],
        &["map", "--svg", "-"],
        &["cost"],
        &["cleanup", "--json"],
        &["evidence", "-o", "-"],
    ];
    commands
        .into_iter()
        .map(|command| {
            let ran = home.run(command);
            let is_markup = command.contains(&"--svg") || command.contains(&"evidence");
            assert!(!is_markup || !ran.out.contains("<script"), "{command:?}");
            assert!(!ran.err.contains("unexpected"), "{command:?}: {}", ran.err);
            ran.out + &ran.err
        })
        .collect()
}

#[test]
fn hostile_refusals_harm_nobody() {
    let said = run_all(|_| (400, refusal(&all(), &all())));
    // AWS's words end with their first line.
    assert!(said.contains("cm0gLXJmIH4="), "{said}");
}

#[test]
fn hostile_names_harm_nobody() {
    let said = run_all(|call| match call {
        "GetCallerIdentity" => (200, identity(&all())),
        "DescribeVpcs" => (200, vpcs(&all())),
        _ => (403, refusal("UnauthorizedOperation", &all())),
    });
    assert!(said.contains("user\\u{202e}txt"), "{said}");
}

#[test]
fn answers_that_are_no_text_are_no_answers() {
    let said = run_all(|call| match call {
        "GetCallerIdentity" => (200, identity("123456789012")),
        _ => (200, b"<DescribeVpcsResponse><vpcSet><item><vpcId>\xff\x1b[2J</vpcId></item></vpcSet>".to_vec()),
    });
    assert!(said.contains("unknown"), "{said}");
}

#[test]
fn a_tag_of_half_a_megabyte_is_clipped() {
    let said = run_all(|call| match call {
        "GetCallerIdentity" => (200, identity("123456789012")),
        "DescribeVpcs" => (200, vpcs(&"ec-site-vpc ".repeat(40_000))),
        _ => (403, refusal("UnauthorizedOperation", "no")),
    });
    assert!(said.len() < 400_000, "{} bytes are said", said.len());
}
