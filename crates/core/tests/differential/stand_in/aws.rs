//! The AWS CLI: one archive in one bucket, and the instance's own account.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use super::super::script::{ARN, BUCKET, KEY};
use super::{Call, refuse, take};

const ARCHIVE: &str = "/.sandbox/in/shop.zip";
const FLAGS: &str = " --recursive --quiet --only-show-errors --no-progress --dryrun --no-sign-request --debug --no-cli-pager --delete --no-paginate ";

struct Request<'a> {
    words: Vec<&'a str>,
    options: Vec<(&'a str, &'a str)>,
}

impl<'a> Request<'a> {
    fn read(arguments: &'a [String]) -> Self {
        let (mut words, mut options) = (Vec::new(), Vec::new());
        let mut rest = arguments.iter().map(String::as_str);
        while let Some(word) = rest.next() {
            match word.split_once('=') {
                Some((name, value)) if word.starts_with("--") => options.push((name, value)),
                _ if FLAGS.contains(&format!(" {word} ")) => options.push((word, "")),
                _ if word.starts_with("--") => options.push((word, rest.next().unwrap_or_default())),
                _ => words.push(word),
            }
        }
        Self { words, options }
    }

    fn value(&self, name: &str) -> Option<&'a str> {
        self.options.iter().find(|(one, _)| *one == name).map(|(_, value)| *value)
    }
}

pub fn aws(call: &Call) -> i32 {
    if call.has(&["--version"]) {
        println!("aws-cli/2.27.0");
        return 0;
    }
    take(100);
    let request = Request::read(&call.arguments);
    match request.words[..] {
        ["s3", "cp" | "mv" | "sync", from, to] => transfer(&request, from, to),
        ["s3", "cp" | "mv" | "sync", ..] => refuse(252, "aws: error: the following arguments are required: paths"),
        ["s3", "presign", from] => {
            let address = from.strip_prefix("s3://").unwrap_or(from);
            let (bucket, key) = address.split_once('/').unwrap_or((address, ""));
            if bucket.contains(':') {
                return refuse(255, "Parameter validation failed: Invalid bucket name");
            }
            println!("https://{bucket}.s3.us-east-1.amazonaws.com/{key}?X-Amz-Signature=0");
            0
        }
        ["s3", "ls", ..] => {
            println!("2026-01-01 00:00:00       1234 ecommerce-app-v1.zip");
            0
        }
        ["s3api", "get-object", to] => {
            if request.value("--bucket") != Some(BUCKET) || request.value("--key") != Some(KEY) {
                return refuse(254, "An error occurred (NoSuchKey) when calling the GetObject operation");
            }
            if fs::copy(ARCHIVE, to).is_err() { 255 } else { 0 }
        }
        ["s3api", "get-object", ..] => 252,
        ["secretsmanager", ..] => {
            println!("{ARN}");
            0
        }
        ["s3api" | "sts" | "ssm" | "ec2" | "configure" | "logs" | "cloudwatch" | "rds", _, ..] => {
            println!("{{}}");
            0
        }
        _ => refuse(252, "aws: error: argument command: Invalid choice"),
    }
}

fn transfer(request: &Request, from: &str, to: &str) -> i32 {
    let Some(address) = from.strip_prefix("s3://") else {
        return if to.starts_with("s3://") { 0 } else { refuse(252, "Error: Invalid argument type") };
    };
    if request.value("--dryrun").is_some() || to.starts_with("s3://") {
        return 0;
    }
    let (bucket, key) = address.split_once('/').unwrap_or((address, ""));
    if bucket != BUCKET {
        return refuse(1, "fatal error: An error occurred (403) when calling the HeadObject operation: Forbidden");
    }
    if request.words[1] == "sync" || request.value("--recursive").is_some() {
        return transfer_folder(request, key, to);
    }
    if key != KEY {
        return refuse(
            1,
            "fatal error: An error occurred (404) when calling the HeadObject operation: Key does not exist",
        );
    }
    if to == "-" {
        return i32::from(std::io::stdout().write_all(&fs::read(ARCHIVE).unwrap_or_default()).is_err());
    }
    let into = to.ends_with('/') || Path::new(to).is_dir();
    let to = if into { Path::new(to).join("ecommerce-app-v1.zip") } else { to.into() };
    copy(&to, request.value("--quiet").is_none())
}

/// A prefix; one that is a whole object's name holds nothing.
fn transfer_folder(request: &Request, key: &str, to: &str) -> i32 {
    let prefix = if key.is_empty() { String::new() } else { format!("{}/", key.trim_end_matches('/')) };
    let Some(inside) = KEY.strip_prefix(&prefix) else { return 0 };
    let excluded = request.value("--exclude").is_some_and(|pattern| pattern == "*");
    let included = request.value("--include").is_some_and(|pattern| inside.ends_with(pattern.trim_start_matches('*')));
    if excluded && !included {
        return 0;
    }
    copy(&Path::new(to).join(inside), true)
}

fn copy(to: &Path, says: bool) -> i32 {
    if let Some(folder) = to.parent()
        && !folder.as_os_str().is_empty()
        && fs::create_dir_all(folder).is_err()
    {
        return refuse(1, "download failed: no such folder");
    }
    if fs::copy(ARCHIVE, to).is_err() {
        return refuse(1, "download failed");
    }
    if says {
        println!("download: s3://{BUCKET}/{KEY} to {}", to.display());
    }
    0
}
