//! Places of an account, for tests: what leads nowhere is a slip in the test.

use ec_site_tutor_core::scenario;
use serde_json::Value;

/// The place that `path` leads to.
///
/// # Panics
/// Where it leads nowhere, or a selector fits none or several.
pub fn find<'a>(account: &'a mut Value, path: &str) -> &'a mut Value {
    scenario::find(account, path).unwrap_or_else(|problem| panic!("{problem:?}"))
}
