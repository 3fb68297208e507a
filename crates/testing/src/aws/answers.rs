//! AWS's documented answers that moto doesn't give: errors in the formats of its protocols, and lists in pages.

use super::{Call, Reply};

/// An error in the format of the call's service.
/// EC2: <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html>; the other query services:
/// <https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html>.
pub fn error(call: &Call, status: u16, code: &str, message: &str) -> Reply {
    let request = "7a62c49f-347e-4fc4-9331-6e8eEXAMPLE";
    if call.service == "ec2" {
        return Reply::xml(
            status,
            format!(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response><Errors><Error><Code>{code}</Code>\
                 <Message>{message}</Message></Error></Errors><RequestID>{request}</RequestID></Response>"
            ),
        );
    }
    let namespace = if call.service == "sts" {
        "https://sts.amazonaws.com/doc/2011-06-15/"
    } else {
        "https://iam.amazonaws.com/doc/2010-05-08/"
    };
    Reply::xml(
        status,
        format!(
            "<ErrorResponse xmlns=\"{namespace}\"><Error><Type>Sender</Type><Code>{code}</Code>\
             <Message>{message}</Message></Error><RequestId>{request}</RequestId></ErrorResponse>"
        ),
    )
}

/// One page of moto's answer to an EC2 list call: first an empty page with a token, then an item a page. `set` is the
/// element that holds the items.
pub fn page(call: &Call, set: &str) -> Reply {
    let whole = call.body_of_moto();
    let (open, close) = (format!("<{set}>"), format!("</{set}>"));
    let (head, rest) = whole.split_once(&open).unwrap_or_else(|| panic!("no {open} in {whole}"));
    let (inside, tail) = rest.rsplit_once(&close).unwrap_or_else(|| panic!("no {close} in {whole}"));
    let items = items(inside);
    let page = call.parameter("NextToken").map_or(0, |token| token.trim_start_matches("page-").parse().unwrap());
    let item = if page == 0 { "" } else { items[page - 1] };
    let token = if page < items.len() { format!("<nextToken>page-{}</nextToken>", page + 1) } else { String::new() };
    Reply::xml(200, format!("{head}{open}{item}{close}{token}{tail}"))
}

/// The outermost `<item>` elements.
fn items(mut text: &str) -> Vec<&str> {
    let mut items = Vec::new();
    while let Some(start) = text.find("<item>") {
        let mut depth = 0;
        let mut end = start;
        loop {
            let rest = &text[end..];
            let close = rest.find("</item>").expect("every item is closed") + "</item>".len();
            depth += rest[..close].matches("<item>").count();
            end += close;
            depth -= 1;
            if depth == 0 {
                break;
            }
        }
        items.push(&text[start..end]);
        text = &text[end..];
    }
    items
}
