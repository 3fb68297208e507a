//! Answers as AWS sends them: what is to be said as JSON, written as the service's model has it.

use ciborium::Value as Cbor;
use jiff::Timestamp;
use serde_json::{Map, Value};

/// The tag of a time in seconds since 1970.
const EPOCH_SECONDS: u64 = 1;
/// Members that only say whether a list goes on.
pub const PAGING: [&str; 4] = ["NextToken", "NextMarker", "Marker", "IsTruncated"];

/// The shapes of everything that a service answers, from its model.
pub struct Model {
    service: String,
    shapes: Value,
    /// Name of the output's shape, and of the element around it where the service has one.
    output: (String, Option<String>),
    action: String,
}

impl Model {
    /// The model of the answer to a call.
    pub fn of(models: &Value, action: &str) -> Self {
        let (service, model) =
            models.as_object().unwrap().iter().find(|(_, one)| one["operations"].get(action).is_some()).unwrap();
        let output = &model["operations"][action];
        let name = |index: usize| output.get(index).and_then(Value::as_str).map(str::to_owned);
        Self {
            service: service.clone(),
            shapes: model["shapes"].clone(),
            output: (name(0).unwrap(), name(1)),
            action: action.to_owned(),
        }
    }

    /// The member by which the answer says that there is more of it; none where it is always whole.
    pub fn token(&self) -> Option<&'static str> {
        let members = self.members(&self.output.0);
        PAGING.into_iter().take(3).find(|token| members.contains_key(*token))
    }

    /// Head line and body of the answer.
    pub fn written(&self, value: &Value) -> (&'static str, Vec<u8>) {
        if self.service == "cloudwatch" {
            let mut body = Vec::new();
            ciborium::into_writer(&self.cbor(&self.output.0, value), &mut body).unwrap();
            return ("content-type: application/cbor\r\nsmithy-protocol: rpc-v2-cbor", body);
        }
        let mut inside = String::new();
        self.inside(&self.output.0, value, &mut inside);
        let inside = match &self.output.1 {
            Some(wrapper) => {
                format!("<{wrapper}>{inside}</{wrapper}><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata>")
            }
            None => format!("<requestId>1</requestId>{inside}"),
        };
        let action = &self.action;
        (
            "content-type: text/xml;charset=UTF-8",
            format!("<?xml version=\"1.0\"?>\n<{action}Response>{inside}</{action}Response>").into_bytes(),
        )
    }

    fn kind(&self, shape: &str) -> &str {
        self.shapes[shape]["type"].as_str().unwrap_or_else(|| panic!("{}: no shape {shape}", self.action))
    }

    fn members(&self, shape: &str) -> &Map<String, Value> {
        self.shapes[shape]["members"].as_object().unwrap()
    }

    fn is_union(&self, shape: &str) -> bool {
        self.shapes[shape]["union"] == true
    }

    fn inside(&self, shape: &str, value: &Value, out: &mut String) {
        match self.kind(shape) {
            "structure" => {
                for (name, value) in value.as_object().unwrap() {
                    let member = self.members(shape).get(name).unwrap_or_else(|| panic!("{shape} has no {name}"));
                    let element = member.get(1).and_then(Value::as_str).unwrap_or(name);
                    self.element(member[0].as_str().unwrap(), element, value, out);
                }
            }
            "list" => {
                let member = &self.shapes[shape]["member"];
                let element = member.get(1).and_then(Value::as_str).unwrap_or("member");
                for item in value.as_array().unwrap() {
                    self.element(member[0].as_str().unwrap(), element, item, out);
                }
            }
            "map" => {}
            _ => out.push_str(&escaped(value)),
        }
    }

    fn element(&self, shape: &str, name: &str, value: &Value, out: &mut String) {
        out.extend(["<", name, ">"]);
        self.inside(shape, value, out);
        out.extend(["</", name, ">"]);
    }

    fn cbor(&self, shape: &str, value: &Value) -> Cbor {
        match self.kind(shape) {
            "structure" => {
                let members = value.as_object().unwrap().iter();
                let written = members.map(|(name, value)| {
                    let member = self.members(shape).get(name).unwrap_or_else(|| panic!("{shape} has no {name}"));
                    (Cbor::Text(name.clone()), self.cbor(member[0].as_str().unwrap(), value))
                });
                Cbor::Map(written.collect())
            }
            "list" => {
                let member = self.shapes[shape]["member"][0].as_str().unwrap();
                Cbor::Array(value.as_array().unwrap().iter().map(|item| self.cbor(member, item)).collect())
            }
            "map" => Cbor::Map(Vec::new()),
            "timestamp" => {
                let at: Timestamp = value.as_str().unwrap().parse().unwrap();
                Cbor::Tag(EPOCH_SECONDS, Box::new(Cbor::Float(at.as_duration().as_secs_f64())))
            }
            "boolean" => Cbor::Bool(value.as_bool().unwrap()),
            "integer" | "long" => Cbor::Integer(value.as_i64().unwrap().into()),
            "double" | "float" => Cbor::Float(value.as_f64().unwrap()),
            _ => Cbor::Text(value.as_str().unwrap().to_owned()),
        }
    }

    /// `value` with a value for every member that the model knows and it doesn't say, but for those that `absent` names
    /// (`Shape.Member`), or whose shape it does.
    pub fn fill(&self, value: &mut Value, absent: &[String]) {
        self.fill_in(&self.output.0, value, absent);
    }

    fn fill_in(&self, shape: &str, value: &mut Value, absent: &[String]) {
        match (self.kind(shape), value) {
            ("structure", Value::Object(said)) if !self.is_union(shape) => {
                for (name, member) in self.members(shape) {
                    let of = member[0].as_str().unwrap();
                    let is_absent = absent.iter().any(|one| *one == format!("{shape}.{name}") || one == shape);
                    match said.get_mut(name) {
                        Some(value) => self.fill_in(of, value, absent),
                        None if is_absent || PAGING.contains(&name.as_str()) => {}
                        None => {
                            said.insert(name.clone(), self.sample(of, 3));
                        }
                    }
                }
            }
            ("list", Value::Array(items)) => {
                let member = self.shapes[shape]["member"][0].as_str().unwrap().to_owned();
                for item in items {
                    self.fill_in(&member, item, absent);
                }
            }
            _ => {}
        }
    }

    fn sample(&self, shape: &str, depth: usize) -> Value {
        match self.kind(shape) {
            "structure" if depth == 0 => Value::Object(Map::new()),
            "structure" => {
                // Of a union one member is there.
                let most = if self.is_union(shape) { 1 } else { usize::MAX };
                let members = self.members(shape).iter().take(most);
                members
                    .map(|(name, member)| (name.clone(), self.sample(member[0].as_str().unwrap(), depth - 1)))
                    .collect()
            }
            "list" if depth == 0 => Value::Array(Vec::new()),
            "list" => vec![self.sample(self.shapes[shape]["member"][0].as_str().unwrap(), depth - 1)].into(),
            "map" => Value::Object(Map::new()),
            "timestamp" => "2026-05-20T00:00:00.5Z".into(),
            "boolean" => true.into(),
            "integer" | "long" => 7.into(),
            "double" | "float" => 7.5.into(),
            "blob" => "b3Vycw==".into(),
            _ => match self.shapes[shape]["enum"].as_array().and_then(|words| words.last()) {
                Some(word) => word.clone(),
                None => "ours".into(),
            },
        }
    }
}

fn escaped(value: &Value) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
