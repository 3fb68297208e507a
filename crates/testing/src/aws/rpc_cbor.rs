//! CloudWatch's protocol rpc-v2-cbor, which moto doesn't speak: requests as JSON, and JSON as answers.
//! <https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html>

use ciborium::Value as Cbor;
use serde_json::{Map, Number, Value as Json};

use super::{Call, Reply};

/// The tag of a time in seconds since 1970.
const EPOCH_SECONDS: u64 = 1;

/// Whether a call speaks it.
pub fn speaks(call: &Call) -> bool {
    call.header("smithy-protocol") == Some("rpc-v2-cbor")
}

/// The input of a call; times are numbers.
pub fn input(call: &Call) -> Json {
    if call.body().is_empty() {
        return Json::Object(Map::new());
    }
    json(ciborium::from_reader(call.body()).expect("a body in CBOR"))
}

/// An answer. What is called `…Timestamp` or `…Timestamps` holds times, as numbers.
pub fn output(answer: &Json) -> Reply {
    let mut body = Vec::new();
    ciborium::into_writer(&cbor(answer, false), &mut body).expect("a vector takes everything");
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/cbor\r\nsmithy-protocol: rpc-v2-cbor\r\n\
         content-length: {}\r\nconnection: close\r\n\r\n",
        body.len()
    );
    Reply::Whole([head.into_bytes(), body].concat())
}

fn json(value: Cbor) -> Json {
    match value {
        Cbor::Bool(value) => value.into(),
        Cbor::Integer(value) => i64::try_from(value).expect("an integer of 64 bits").into(),
        Cbor::Float(value) => Number::from_f64(value).expect("a finite number").into(),
        Cbor::Text(value) => value.into(),
        Cbor::Tag(EPOCH_SECONDS, value) => json(*value),
        Cbor::Array(values) => values.into_iter().map(json).collect(),
        Cbor::Map(pairs) => {
            let pairs = pairs.into_iter().map(|(key, value)| (key.into_text().expect("a name"), json(value)));
            Json::Object(pairs.collect())
        }
        other => panic!("{other:?} in a request"),
    }
}

fn cbor(value: &Json, is_time: bool) -> Cbor {
    match value {
        Json::Null => Cbor::Null,
        Json::Bool(value) => Cbor::Bool(*value),
        Json::Number(number) => {
            let number = match number.as_i64() {
                Some(integer) => Cbor::Integer(integer.into()),
                None => Cbor::Float(number.as_f64().expect("a number")),
            };
            if is_time { Cbor::Tag(EPOCH_SECONDS, Box::new(number)) } else { number }
        }
        Json::String(value) => Cbor::Text(value.clone()),
        Json::Array(values) => Cbor::Array(values.iter().map(|value| cbor(value, is_time)).collect()),
        Json::Object(members) => Cbor::Map(
            members
                .iter()
                .map(|(name, value)| {
                    let is_time = name.ends_with("Timestamp") || name.ends_with("Timestamps");
                    (Cbor::Text(name.clone()), cbor(value, is_time))
                })
                .collect(),
        ),
    }
}
