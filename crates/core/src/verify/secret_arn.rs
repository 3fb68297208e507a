//! The ARN of a secret in Secrets Manager: an address, never the secret itself.

/// The parts of the ARN that a check compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SecretArn<'a> {
    /// The region that the secret is kept in.
    pub region: &'a str,
    /// The account that owns it.
    pub account: &'a str,
}

impl<'a> SecretArn<'a> {
    /// The parts of `arn`; none where it isn't the ARN of a secret:
    /// <https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html>.
    #[must_use]
    pub fn parse(arn: &'a str) -> Option<Self> {
        match arn.splitn(7, ':').collect::<Vec<_>>().as_slice() {
            ["arn", partition, "secretsmanager", region, account, "secret", name]
                if partition.starts_with("aws") && !name.is_empty() && name.bytes().all(is_of_a_name) =>
            {
                Some(Self { region, account })
            }
            _ => None,
        }
    }
}

/// Whether the name of a secret may have this letter; RDS gives the secrets that it manages an exclamation mark:
/// <https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html>.
fn is_of_a_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"/_+=.@-!".contains(&byte)
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("arn:aws:secretsmanager:us-east-1:123456789012:secret:shop-AbCdEf", true; "a secret")]
    #[test_case("arn:aws-cn:secretsmanager:cn-north-1:123456789012:secret:shop-AbCdEf", true; "another partition")]
    #[test_case("arn:aws:secretsmanager:us-east-1:123456789012:secret:", false; "no name")]
    #[test_case("arn:aws:rds:us-east-1:123456789012:cluster:shop", false; "another service")]
    #[test_case("arn:gcp:secretsmanager:us-east-1:123456789012:secret:shop", false; "no partition of AWS")]
    #[test_case("arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c-AbCdEf", true; "one that RDS manages")]
    #[test_case("arn:aws:secretsmanager:us-east-1:123456789012:secret:shop-AbCdEf &", false; "more than an ARN")]
    #[test_case("password", false; "the secret itself")]
    fn arns(arn: &str, expected: bool) {
        assert_eq!(SecretArn::parse(arn).is_some(), expected);
    }

    #[test]
    fn account_and_region_are_told() {
        let arn = SecretArn::parse("arn:aws:secretsmanager:us-east-1:123456789012:secret:shop-AbCdEf").unwrap();
        assert_eq!((arn.region, arn.account), ("us-east-1", "123456789012"));
    }
}
