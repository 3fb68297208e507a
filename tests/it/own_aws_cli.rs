//! The `aws` of the tests starts at once, and is the AWS CLI all the same.

use std::process::{Command, Output, Stdio};

use ec_site_tutor_testing::aws::Moto;
use ec_site_tutor_testing::python::{self, forks};

fn output(search_path: &std::ffi::OsStr, script: &str) -> Output {
    let home = tempfile::tempdir().unwrap();
    let mut bash = Command::new("bash");
    bash.args(["-c", script]).current_dir(home.path()).env_clear().envs(Moto::shared().account().variables());
    bash.env("PATH", search_path).env("HOME", home.path()).env("LC_ALL", "C.UTF-8").stdin(Stdio::null());
    bash.output().unwrap()
}

#[test]
fn it_does_and_says_what_the_aws_cli_does_and_ends_with_its_status() {
    let script = "aws --version && aws ec2 describe-vpcs --query 'Vpcs[].CidrBlock' --output text || exit
        printf 'from=1,to=2,名前=店' >here
        aws ec2 describe-vpcs --filters file://here; echo $? $(aws ec2 no-such-call 2>&1); aws ec2 describe-vpcs --vpc-ids vpc-0";
    let (own, real) = (output(&forks::search_path(), script), output(&python::search_path(), script));
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(said(&real.stdout).contains("172.31.0.0/16"), "{real:?}");
    assert!(said(&real.stderr).contains("InvalidVpcID.NotFound"), "{real:?}");
    assert_eq!((said(&own.stdout), said(&own.stderr)), (said(&real.stdout), said(&real.stderr)));
    assert_eq!(own.status.code(), real.status.code());
    assert_eq!(own.status.code(), Some(255), "{own:?}");
}
