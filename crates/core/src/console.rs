//! Addresses of pages of the AWS console. They are built here and nowhere else; what comes from an account is
//! percent-encoded, so that a name can't lead anywhere else.

use std::fmt::Write as _;

/// The console of one region.
#[derive(Clone, Copy, Debug)]
pub struct Console<'a> {
    region: &'a str,
}

impl<'a> Console<'a> {
    /// The console of `region`.
    #[must_use]
    pub fn of(region: &'a str) -> Self {
        Self { region }
    }

    /// A page of the EC2 console, such as `Instances:`.
    #[must_use]
    pub fn ec2(self, page: &str) -> String {
        self.page("ec2/home", page)
    }

    /// A page of the VPC console.
    #[must_use]
    pub fn vpc(self, page: &str) -> String {
        self.page("vpcconsole/home", page)
    }

    /// A page of the CloudWatch console.
    #[must_use]
    pub fn cloudwatch(self, page: &str) -> String {
        self.page("cloudwatch/home", page)
    }

    /// A page of the IAM console, which has no regions.
    #[must_use]
    pub fn iam(self, page: &str) -> String {
        format!("https://{}/iam/home#{page}", self.domain())
    }

    fn page(self, service: &str, page: &str) -> String {
        format!("{}/{service}?region={}#{page}", self.origin(), encoded(self.region))
    }

    fn origin(self) -> String {
        format!("https://{}.{}", encoded(self.region), self.domain())
    }

    /// Each partition of AWS has a domain of its own.
    fn domain(self) -> &'static str {
        if self.region.starts_with("cn-") {
            "console.amazonaws.cn"
        } else if self.region.starts_with("us-gov-") {
            "console.amazonaws-us-gov.com"
        } else {
            "console.aws.amazon.com"
        }
    }
}

/// `text` for use within an address.
#[must_use]
pub fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string can't fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("us-east-1", "https://us-east-1.console.aws.amazon.com/ec2/home?region=us-east-1#Instances:")]
    #[test_case("cn-north-1", "https://cn-north-1.console.amazonaws.cn/ec2/home?region=cn-north-1#Instances:")]
    #[test_case(
        "us-gov-west-1",
        "https://us-gov-west-1.console.amazonaws-us-gov.com/ec2/home?region=us-gov-west-1#Instances:"
    )]
    #[test_case(
        "evil.example/?",
        "https://evil.example%2F%3F.console.aws.amazon.com/ec2/home?region=evil.example%2F%3F#Instances:"
    )]
    fn pages_of_regions(region: &str, expected: &str) {
        assert_eq!(Console::of(region).ec2("Instances:"), expected);
    }

    #[test]
    fn names_are_encoded() {
        assert_eq!(encoded("a b/店#;x"), "a%20b%2F%E5%BA%97%23%3Bx");
    }
}
