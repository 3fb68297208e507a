//! `lesson.toml` as its author writes it.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Item, Notes, Resource};
use crate::i18n::Localized;
use crate::topic::Topic;
use crate::verify::Check;

/// What must be known before the rest can be read.
#[derive(Deserialize)]
pub struct ManifestHead {
    pub format: toml::Spanned<u32>,
    /// The oldest version of the program that can read the rest.
    pub requires: Option<toml::Spanned<String>>,
    #[serde(default)]
    pub values: BTreeMap<String, toml::Value>,
}

/// What a pack calls itself, whatever else is wrong with it.
#[derive(Deserialize)]
pub struct ManifestName {
    pub id: String,
}

/// The whole file, with values put in.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    #[serde(rename = "format")]
    _format: u32,
    #[serde(default, rename = "requires")]
    _requires: Option<String>,
    pub id: String,
    pub version: String,
    pub title: Localized,
    pub called: Option<Localized>,
    pub about: Option<Localized>,
    #[serde(default, rename = "values")]
    _values: BTreeMap<String, toml::Value>,
    #[serde(default)]
    pub resources: Vec<Resource>,
    #[serde(default)]
    pub notes: Notes,
    pub steps: Vec<ManifestStep>,
}

/// A step, without the files that belong to it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ManifestStep {
    pub id: toml::Spanned<String>,
    pub title: Localized,
    pub was: Option<String>,
    #[serde(default)]
    pub checks: Vec<Check>,
    /// Name of a file in `exercises/`.
    pub exercise: Option<toml::Spanned<String>>,
    #[serde(default)]
    pub reference: bool,
    #[serde(default)]
    pub items: Vec<Item>,
    #[serde(default)]
    pub topics: Vec<Topic>,
}
