//! Resources of an account that have nothing to do with the lab, in EC2's pages of a thousand.

use std::fmt::Write as _;

use crate::http::whole;

/// The most that EC2 gives in a page.
const PAGE: usize = 1_000;
const TOKEN: &str = "crowd-";
/// A list that is crowded.
#[derive(Clone, Copy)]
struct List {
    call: &'static str,
    /// The element that holds its items.
    set: &'static str,
    item: fn(usize) -> String,
}

/// Each has a third of everything.
const LISTS: [List; 3] = [
    List { call: "DescribeInstances", set: "reservationSet", item: instance },
    List { call: "DescribeSecurityGroups", set: "securityGroupInfo", item: security_group },
    List { call: "DescribeImages", set: "imagesSet", item: image },
];

/// The answer to a request for one of the pages after the first.
pub fn page(form: &[u8], unrelated: usize) -> Option<String> {
    let form = String::from_utf8_lossy(form);
    let List { call, set, item } = list(&form)?;
    let number: usize =
        form.split('&').find_map(|pair| pair.strip_prefix("NextToken=")?.strip_prefix(TOKEN)?.parse().ok())?;
    let own = unrelated / LISTS.len();
    let (from, to) = ((number - 1) * PAGE, (number * PAGE).min(own));
    let items = (from..to).fold(String::new(), |mut items, number| {
        let _ = write!(items, "<item>{}</item>", item(number));
        items
    });
    let token = if to < own { token(number + 1) } else { String::new() };
    let namespace = "http://ec2.amazonaws.com/doc/2016-11-15/";
    Some(format!("<{call}Response xmlns=\"{namespace}\"><{set}>{items}</{set}>{token}</{call}Response>"))
}

/// The lab's own page, with a token for the next one where the list is crowded.
pub fn first_page(form: &[u8], answer: &[u8]) -> Vec<u8> {
    let Some(List { call, .. }) = list(&String::from_utf8_lossy(form)) else { return answer.to_vec() };
    let answer = String::from_utf8_lossy(answer);
    let (_, body) = answer.split_once("\r\n\r\n").expect("an answer has a head");
    let close = format!("</{call}Response>");
    let body = body.replace(&close, &format!("{}{close}", token(1)));
    whole("HTTP/1.1 200 OK\r\ncontent-type: text/xml", body.as_bytes())
}

/// The list that a request asks for as a whole: none of the crowd is in the lab's VPC or has one of its names.
fn list(form: &str) -> Option<List> {
    if form.contains("Filter.1.Name=") {
        return None;
    }
    let called = form.split('&').find_map(|pair| pair.strip_prefix("Action="))?;
    LISTS.into_iter().find(|list| list.call == called)
}

fn token(number: usize) -> String {
    format!("<nextToken>{TOKEN}{number}</nextToken>")
}

fn instance(number: usize) -> String {
    format!(
        "<reservationId>r-{number:017x}</reservationId><instancesSet><item><instanceId>i-{number:017x}</instanceId>\
         <imageId>ami-{number:017x}</imageId><instanceState><code>16</code><name>running</name></instanceState>\
         <instanceType>m5.large</instanceType><launchTime>2026-01-01T00:00:00.000Z</launchTime>\
         <placement><availabilityZone>us-east-1a</availabilityZone></placement>\
         <subnetId>subnet-0123456789abcdef0</subnetId><vpcId>vpc-0123456789abcdef0</vpcId>\
         <privateIpAddress>172.31.0.1</privateIpAddress>\
         <groupSet><item><groupId>sg-{number:017x}</groupId><groupName>crowd-{number}</groupName></item></groupSet>\
         <tagSet><item><key>Name</key><value>crowd-{number}</value></item>\
         <item><key>team</key><value>another</value></item></tagSet></item></instancesSet>"
    )
}

fn security_group(number: usize) -> String {
    format!(
        "<groupId>sg-{number:017x}</groupId><groupName>crowd-{number}</groupName>\
         <groupDescription>of another team</groupDescription><vpcId>vpc-0123456789abcdef0</vpcId>\
         <ipPermissions><item><ipProtocol>tcp</ipProtocol><fromPort>443</fromPort><toPort>443</toPort>\
         <ipRanges><item><cidrIp>10.0.0.0/8</cidrIp></item></ipRanges></item></ipPermissions>\
         <ipPermissionsEgress><item><ipProtocol>-1</ipProtocol>\
         <ipRanges><item><cidrIp>0.0.0.0/0</cidrIp></item></ipRanges></item></ipPermissionsEgress>"
    )
}

fn image(number: usize) -> String {
    format!(
        "<imageId>ami-{number:017x}</imageId><name>crowd-{number}</name><imageState>available</imageState>\
         <description>of another team</description><creationDate>2026-01-01T00:00:00.000Z</creationDate>\
         <blockDeviceMapping><item><deviceName>/dev/xvda</deviceName>\
         <ebs><snapshotId>snap-{number:017x}</snapshotId><volumeSize>8</volumeSize></ebs></item></blockDeviceMapping>"
    )
}
