//! Addresses of pages of the AWS console. What comes from an account is percent-encoded.

use std::fmt::Write as _;

/// A page of a console such as `ec2`, with the id or name that it is about.
#[must_use]
pub fn page(region: &str, console: &str, page: &str, subject: &str) -> String {
    let region = encoded(region);
    format!("https://{region}.console.aws.amazon.com/{console}/home?region={region}#{page}{}", encoded(subject))
}

fn encoded(text: &str) -> String {
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
    use super::*;

    #[test]
    fn names_are_encoded() {
        assert_eq!(
            page("us-east-1", "ec2", "AutoScalingGroupDetails:id=", "a b/店"),
            "https://us-east-1.console.aws.amazon.com/ec2/home?region=us-east-1#AutoScalingGroupDetails:id=a%20b%2F%E5%BA%97"
        );
    }
}
