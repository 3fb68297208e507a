//! The AWS CLI: what it fetches from S3, and what else it says (AWS CLI Command Reference).

use crate::verify::user_data::bash::{Run, Step, matches};
use crate::verify::user_data::machine::{absolute, name};
use crate::verify::user_data::text::{ARCHIVE, equal, is_known};

/// Options of the AWS CLI without a value.
const FLAGS: [&str; 20] = [
    "--recursive",
    "--quiet",
    "--only-show-errors",
    "--no-progress",
    "--dryrun",
    "--no-sign-request",
    "--debug",
    "--no-cli-pager",
    "--no-verify-ssl",
    "--delete",
    "--exact-timestamps",
    "--no-paginate",
    "--with-decryption",
    "--follow-symlinks",
    "--no-follow-symlinks",
    "--size-only",
    "--force-glacier-transfer",
    "--no-guess-mime-type",
    "--ignore-glacier-warnings",
    "--human-readable",
];

struct Call {
    options: Vec<(String, String)>,
    words: Vec<String>,
}

impl Call {
    fn read(arguments: &[String]) -> Self {
        let (mut options, mut words) = (Vec::new(), Vec::new());
        let mut rest = arguments.iter();
        while let Some(word) = rest.next() {
            if FLAGS.contains(&word.as_str()) {
                options.push((word.clone(), String::new()));
            } else if let Some((name, value)) = word.split_once('=').filter(|_| word.starts_with("--")) {
                options.push((name.to_owned(), value.to_owned()));
            } else if word.starts_with("--") {
                options.push((word.clone(), rest.next().cloned().unwrap_or_default()));
            } else {
                words.push(word.clone());
            }
        }
        Self { options, words }
    }

    fn has(&self, name: &str) -> bool {
        self.value(name).is_some()
    }

    fn value(&self, name: &str) -> Option<&str> {
        self.options.iter().find(|(one, _)| one == name).map(|(_, value)| value.as_str())
    }
}

impl Run<'_> {
    pub(super) fn aws(&mut self, arguments: &[String]) -> Step<i32> {
        self.pass_time()?;
        if arguments.iter().any(|word| word == "--version") {
            let text = self.unknown();
            self.print(&format!("aws-cli/{text}\n"));
            return Ok(0);
        }
        let call = Call::read(arguments);
        let words: Vec<&str> = call.words.iter().map(String::as_str).collect();
        match words.as_slice() {
            ["s3", "cp" | "mv" | "sync", ..] => self.transfer(&call),
            ["s3", "presign", from, ..] => {
                // The scheme may be left out.
                let from = if from.starts_with("s3:/") { (*from).to_owned() } else { format!("s3://{from}") };
                let address = if equal(&from, self.wanted.archive) == Some(true) {
                    format!("https://presigned/{}", self.wanted.archive)
                } else {
                    format!("https://{}", self.unknown())
                };
                self.print(&format!("{address}\n"));
                Ok(0)
            }
            ["s3api", "get-object", to] => {
                let from = format!(
                    "s3://{}/{}",
                    call.value("--bucket").unwrap_or_default(),
                    call.value("--key").unwrap_or_default()
                );
                let to = self.path(to);
                Ok(self.fetched_object(&from, &to, true))
            }
            ["s3api", "get-object", ..] => Ok(252),
            ["s3", "ls" | "mb" | "rb" | "rm" | "website", ..]
            | [
                "s3api" | "secretsmanager" | "ssm" | "sts" | "configure" | "ec2" | "logs" | "cloudwatch" | "sns"
                | "autoscaling" | "rds" | "elbv2" | "iam" | "cloudformation" | "kms" | "events" | "sqs" | "dynamodb"
                | "lambda" | "ecr" | "route53" | "acm" | "efs" | "eks" | "ecs" | "help",
                ..,
            ] => Ok(self.says_something()),
            [] | [_] => Ok(252),
            // A service that doesn't exist under this name.
            _ if words.iter().all(|word| is_known(word)) => Ok(252),
            _ => {
                self.doubt_here();
                Ok(0)
            }
        }
    }

    /// An answer that only a run could tell.
    fn says_something(&mut self) -> i32 {
        let text = self.unknown();
        self.print(&format!("{text}\n"));
        0
    }

    fn transfer(&mut self, call: &Call) -> Step<i32> {
        let [_, operation, from, to] = call.words.as_slice() else { return Ok(252) };
        if !from.starts_with("s3://") && is_known(from) {
            return Ok(if to.starts_with("s3://") { 0 } else { 252 });
        }
        if call.has("--dryrun") || to.starts_with("s3://") {
            return Ok(0);
        }
        if operation == "sync" || call.has("--recursive") {
            return Ok(self.transfer_folder(call, from, to));
        }
        if to == "-" {
            return Ok(self.fetched_to_output(from));
        }
        let place = self.path(to);
        let known = self.machine.is_folder(&place);
        let into = to.ends_with('/') || self.either(known, &format!("-d {place}"), true)?;
        let path = if into { absolute(&place, name(from)) } else { place };
        let status = self.fetched_object(from, &path, false);
        if status == 0 && !call.has("--quiet") {
            self.print(&format!("download: {from} to {to}\n"));
        }
        Ok(status)
    }

    /// Whether an address is the archive's; notes it where it isn't.
    fn is_archive_address(&mut self, from: &str) -> bool {
        let same = equal(from, self.wanted.archive);
        if same.is_none() {
            // What the rest of the address is, only a run could tell; only the right one leads on.
            self.doubt_here();
        }
        if same == Some(false) {
            self.machine.fetched.push(from.to_owned());
        }
        same != Some(false)
    }

    fn fetched_object(&mut self, from: &str, path: &str, needs_folder: bool) -> i32 {
        if !self.is_archive_address(from) {
            return self.other_object(from, path);
        }
        let path = self.machine.files.resolve(path, true);
        let folder = crate::verify::user_data::machine::parent(&path).to_owned();
        if needs_folder && self.machine.is_folder(&folder) == Some(false)
            || self.may_not_write(&path) && self.machine.files.get(&folder).is_some()
        {
            return 255;
        }
        self.machine.files.make_folders(&folder);
        if !self.write_file(&path, &ARCHIVE.to_string(), false) {
            return 1;
        }
        self.machine.has_archive = true;
        0
    }

    /// Another object: one of the learner's own buckets may be there; those of the sample bucket aren't.
    fn other_object(&mut self, from: &str, path: &str) -> i32 {
        let bucket =
            |address: &str| address.trim_start_matches("s3://").split('/').next().unwrap_or_default().to_owned();
        if bucket(from) == bucket(self.wanted.archive) {
            return 1;
        }
        self.doubt_here();
        let text = self.unknown();
        self.write_file(path, &text, false);
        0
    }

    fn fetched_to_output(&mut self, from: &str) -> i32 {
        if !self.is_archive_address(from) {
            return 1;
        }
        self.machine.has_archive = true;
        self.print(&ARCHIVE.to_string());
        0
    }

    /// A whole prefix of the bucket; one that is a whole object's name holds nothing.
    fn transfer_folder(&mut self, call: &Call, from: &str, to: &str) -> i32 {
        let prefix = format!("{}/", from.trim_end_matches('/'));
        let archive = self.wanted.archive.to_owned();
        if !is_known(from) {
            self.doubt_here();
        }
        let Some(inside) = archive.strip_prefix(&prefix) else {
            self.machine.fetched.push(from.to_owned());
            let place = self.path(to);
            if is_known(&place)
                && from.trim_start_matches("s3://").split('/').next()
                    == archive.trim_start_matches("s3://").split('/').next()
            {
                return 0;
            }
            self.doubt_here();
            return 0;
        };
        let excluded = call.value("--exclude").is_some_and(|pattern| matches(pattern, inside) != Some(false));
        let included =
            call.options.iter().any(|(name, pattern)| name == "--include" && matches(pattern, inside) == Some(true));
        if excluded && !included {
            return 0;
        }
        let path = absolute(&self.path(to), inside);
        self.fetched_object(&archive, &path, false)
    }
}
