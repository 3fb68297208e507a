//! What things cost: the price table of a pack, with the learner's own prices put over it. Prices are data.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use super::source::SourceText;
use super::toml_file::TomlFile;
use super::{LessonError, Pack};
use crate::i18n::Text;

/// The file of a pack; a pack may do without.
const FILE: &str = "prices.toml";

/// Prices in US dollars. What has none here is unknown.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prices {
    /// Of which day they are.
    pub date: Option<String>,
    /// In which region they hold.
    pub region: Option<String>,
    /// Where they are published.
    pub source: Option<String>,
    /// USD an hour, for as long as a thing is there.
    #[serde(default)]
    pub hour: HourPrices,
    /// Of a running instance by the hour, by type.
    #[serde(default)]
    pub instance_hour: BTreeMap<String, f64>,
    /// By the GB that goes through.
    #[serde(default)]
    pub gb: TrafficPrices,
    /// USD a GB and month, for what is stored.
    #[serde(default)]
    pub gb_month: StoragePrices,
    /// Of a disk by the GB and month, by type.
    #[serde(default)]
    pub volume_gb_month: BTreeMap<String, f64>,
    /// USD a month, for as long as a thing is there.
    #[serde(default)]
    pub month: MonthPrices,
}

/// Declares a group of prices, each of which may be unknown.
macro_rules! prices {
    ($(#[$doc:meta])* $group:ident { $($(#[$field_doc:meta])* $field:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $group {
            $($(#[$field_doc])* pub $field: Option<f64>),+
        }

        impl $group {
            fn under(self, own: &Self) -> Self {
                Self { $($field: own.$field.or(self.$field)),+ }
            }

            fn all(&self) -> impl Iterator<Item = f64> {
                [$(self.$field),+].into_iter().flatten()
            }
        }
    };
}

prices! {
    /// USD an hour.
    HourPrices {
        /// An Application Load Balancer.
        load_balancer,
        /// An LCU of an Application Load Balancer.
        load_balancer_capacity_unit,
        /// A NAT gateway, public or private alike.
        nat_gateway,
        /// A public IPv4 address.
        public_ipv4,
        /// The encryption control of a VPC.
        encryption_control,
    }
}
prices! {
    /// Prices by the GB that goes through.
    TrafficPrices {
        /// A NAT gateway, public or private alike.
        nat_gateway,
    }
}
prices! {
    /// Prices by the GB and month.
    StoragePrices {
        /// An EBS snapshot.
        snapshot,
    }
}
prices! {
    /// USD a month.
    MonthPrices {
        /// A CloudWatch alarm.
        alarm,
    }
}

impl Prices {
    /// The prices of `pack`; none where it has no table.
    ///
    /// # Errors
    /// The table can't be read, or something in it is no price.
    pub fn of(pack: &Pack) -> Result<Self, LessonError> {
        match pack.read_if_there(FILE)? {
            Some(text) => Self::parse(&pack.label(FILE), &text),
            None => Ok(Self::default()),
        }
    }

    /// The prices in the TOML `text` of `file`.
    ///
    /// # Errors
    /// It can't be read, or something in it is no price or no date.
    pub fn parse(file: &str, text: &str) -> Result<Self, LessonError> {
        let prices: Self = TomlFile::parse(SourceText { file, text })?.read()?;
        prices.checked(file)
    }

    /// The same, if every price is one and the date is one.
    ///
    /// # Errors
    /// A price below zero, or a date that isn't one.
    pub fn checked(self, file: &str) -> Result<Self, LessonError> {
        if let Some(price) = self.all().find(|price| !price.is_finite() || *price < 0.0) {
            return Err(LessonError::in_file(file, crate::msg!(lesson_price, price = price.to_string())));
        }
        match self.date.as_ref().map(|date| date.parse::<Date>()) {
            Some(Err(error)) => Err(LessonError::in_file(file, Text::verbatim(error.to_string()))),
            _ => Ok(self),
        }
    }

    fn all(&self) -> impl Iterator<Item = f64> {
        let by_type = self.instance_hour.values().chain(self.volume_gb_month.values()).copied();
        by_type.chain(self.hour.all()).chain(self.gb.all()).chain(self.gb_month.all()).chain(self.month.all())
    }

    /// These prices with `own` put over them.
    #[must_use]
    pub fn under(self, own: &Self) -> Self {
        let merged = |pack: BTreeMap<String, f64>, own: &BTreeMap<String, f64>| pack.into_iter().chain(own.clone());
        Self {
            date: own.date.clone().or(self.date),
            region: own.region.clone().or(self.region),
            source: own.source.clone().or(self.source),
            hour: self.hour.under(&own.hour),
            instance_hour: merged(self.instance_hour, &own.instance_hour).collect(),
            gb: self.gb.under(&own.gb),
            gb_month: self.gb_month.under(&own.gb_month),
            volume_gb_month: merged(self.volume_gb_month, &own.volume_gb_month).collect(),
            month: self.month.under(&own.month),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lesson_has_a_price_for_everything_that_it_makes() {
        let prices = Prices::of(&Pack::Embedded).unwrap();
        assert_eq!(prices.hour.load_balancer, Some(0.0225));
        assert_eq!(prices.instance_hour.get("t3.small"), Some(&0.0208));
        assert_eq!(prices.all().count(), 4 + 5 + 1 + 1 + 2 + 1);
        assert!(prices.date.is_some() && prices.region.is_some() && prices.source.is_some());
    }

    #[test]
    fn own_prices_count_more_and_leave_the_others() {
        let own =
            Prices::parse("config.toml", "[hour]\nnat_gateway = 0.062\n[instance_hour]\n\"m7i.large\" = 0.1").unwrap();
        let prices = Prices::of(&Pack::Embedded).unwrap().under(&own);
        assert_eq!((prices.hour.nat_gateway, prices.hour.load_balancer), (Some(0.062), Some(0.0225)));
        assert_eq!((prices.instance_hour["m7i.large"], prices.instance_hour["t3.small"]), (0.1, 0.0208));
        assert_eq!(prices.region.as_deref(), Some("us-east-1"));
    }

    #[test]
    fn what_is_no_price_is_refused() {
        for source in ["[hour]\nnat_gateway = -1", "[month]\nalarm = nan", "[hour]\nnat = 1", "date = \"soon\""] {
            assert!(Prices::parse("prices.toml", source).is_err(), "{source}");
        }
    }
}
