//! What a lesson makes and what it builds on: by it `cost` and `cleanup` tell the lab from everything else in an account.

use serde::Deserialize;

use crate::verify::ResourceKind;

/// Something that a pack declares under `[[resources]]`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resource {
    /// What kind of thing.
    pub kind: ResourceKind,
    /// As AWS knows it: a name, or a Name tag where the kind has no name of its own.
    pub name: String,
    /// Whether it stays when the lesson is over; it is made here and goes otherwise.
    #[serde(default)]
    pub keep: bool,
    /// USD an hour for as long as it is there, where the price table doesn't tell.
    #[serde(default)]
    pub price: Option<f64>,
}

/// The declared resources of a lesson. What isn't declared isn't the lab's.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lab(Vec<Resource>);

impl Lab {
    /// The lab of these resources.
    #[must_use]
    pub fn new(resources: Vec<Resource>) -> Self {
        Self(resources)
    }

    fn of(&self, kind: ResourceKind) -> impl Iterator<Item = &Resource> {
        self.0.iter().filter(move |resource| resource.kind == kind)
    }

    /// The names of the things of a kind, whether they stay or not.
    pub fn names(&self, kind: ResourceKind) -> impl Iterator<Item = &str> {
        self.of(kind).map(|resource| resource.name.as_str())
    }

    /// The names of the things of a kind that are made here.
    pub fn made(&self, kind: ResourceKind) -> impl Iterator<Item = &str> {
        self.of(kind).filter(|resource| !resource.keep).map(|resource| resource.name.as_str())
    }

    /// The names of the things of a kind that stay.
    pub fn kept(&self, kind: ResourceKind) -> impl Iterator<Item = &str> {
        self.of(kind).filter(|resource| resource.keep).map(|resource| resource.name.as_str())
    }

    /// Whether a thing of this name is the lab's.
    #[must_use]
    pub fn has(&self, kind: ResourceKind, name: Option<&str>) -> bool {
        name.is_some_and(|name| self.names(kind).any(|known| known == name))
    }

    /// Whether a thing of this name is made here.
    #[must_use]
    pub fn makes(&self, kind: ResourceKind, name: Option<&str>) -> bool {
        name.is_some_and(|name| self.made(kind).any(|known| known == name))
    }

    /// USD an hour of the thing of this name, where the pack says it.
    #[must_use]
    pub fn price(&self, kind: ResourceKind, name: &str) -> Option<f64> {
        self.of(kind).find(|resource| resource.name == name)?.price
    }
}
