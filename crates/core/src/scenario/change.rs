//! What a scenario changes in an account.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde_json::{Value, json};

use super::path;
use crate::account_path::SEEN;
use crate::i18n::Text;
use crate::msg;

/// A place of the account and exactly one thing that is done to it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The place, as a path.
    pub at: String,
    /// Puts a value there.
    set: Option<Value>,
    /// Puts there what stands at another place, such as an id that only the account knows.
    copy: Option<String>,
    /// Puts nothing (null) there.
    clear: Option<bool>,
    /// Takes the item out of its list.
    remove: Option<bool>,
    /// Adds an item to the end of the list there.
    push: Option<Value>,
    /// Adds a copy of the item there to the end of its list, with these fields changed.
    twin: Option<BTreeMap<String, Value>>,
    /// Replaces text in the string there.
    replace: Option<Replace>,
    /// Replaces text in what the base64 string there stands for.
    script: Option<Replace>,
    /// Puts a text there, in base64.
    script_text: Option<String>,
    /// Encodes the string there in base64, once more.
    encode: Option<bool>,
    /// Reading this area was denied; the missing action.
    denied: Option<String>,
    /// Reading this area failed; the kind of failure.
    failed: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Replace {
    from: String,
    to: String,
}

impl Change {
    /// Does it to `account`.
    ///
    /// # Errors
    /// It names no place of the account or not exactly one deed, or what is there isn't what the deed takes.
    pub fn apply(&self, account: &mut Value) -> Result<(), Text> {
        self.has_one_deed()?;
        if self.remove == Some(true) {
            path::remove(account, &self.at)?;
        } else if let Some(fields) = &self.twin {
            let mut twin = path::find(account, &self.at)?.clone();
            let object = twin.as_object_mut().ok_or_else(|| msg!(scenario_path_no_item, path = &self.at))?;
            object.extend(fields.clone());
            path::list(account, path::list_of(&self.at)?)?.push(twin);
        } else if let Some(item) = &self.push {
            path::list(account, &self.at)?.push(item.clone());
        } else if let Some(from) = &self.copy {
            let value = path::find(account, from)?.clone();
            *path::find(account, &self.at)? = value;
        } else {
            let place = path::find(account, &self.at)?;
            *place = self.replacement(place)?;
        }
        Ok(())
    }

    fn has_one_deed(&self) -> Result<(), Text> {
        let deeds = [
            self.set.is_some(),
            self.copy.is_some(),
            self.clear == Some(true),
            self.remove == Some(true),
            self.push.is_some(),
            self.twin.is_some(),
            self.replace.is_some(),
            self.script.is_some(),
            self.script_text.is_some(),
            self.encode == Some(true),
            self.denied.is_some(),
            self.failed.is_some(),
        ];
        let is_one = deeds.iter().filter(|deed| **deed).count() == 1;
        if is_one { Ok(()) } else { Err(msg!(scenario_one_deed, path = &self.at)) }
    }

    /// What is put in the place of the value that stands there.
    fn replacement(&self, old: &Value) -> Result<Value, Text> {
        let text = || old.as_str().ok_or_else(|| msg!(scenario_no_text, path = &self.at));
        if let Some(value) = &self.set {
            return Ok(if old.get(SEEN).is_some() { json!({ SEEN: value }) } else { value.clone() });
        }
        if let Some(replace) = &self.replace {
            return self.replaced(text()?, replace).map(Value::from);
        }
        if let Some(replace) = &self.script {
            let bytes = STANDARD.decode(text()?).unwrap_or_default();
            let script = String::from_utf8(bytes).map_err(|_| msg!(scenario_no_text, path = &self.at))?;
            return Ok(STANDARD.encode(self.replaced(&script, replace)?).into());
        }
        if let Some(script) = &self.script_text {
            return Ok(STANDARD.encode(script).into());
        }
        if self.encode == Some(true) {
            return Ok(STANDARD.encode(text()?).into());
        }
        if let Some(action) = &self.denied {
            return Ok(json!({ "denied": { "action": action, "message": "no identity-based policy allows it" } }));
        }
        if let Some(kind) = &self.failed {
            let failed = json!({ "action": "ec2:DescribeSomething", "kind": kind, "detail": "as the test has it" });
            return Ok(json!({ "failed": failed }));
        }
        Ok(if old.get(SEEN).is_some() { json!({ SEEN: null }) } else { Value::Null })
    }

    fn replaced(&self, text: &str, Replace { from, to }: &Replace) -> Result<String, Text> {
        if text.contains(from) {
            return Ok(text.replace(from, to));
        }
        Err(msg!(scenario_nothing_to_replace, path = &self.at, text = from))
    }
}
