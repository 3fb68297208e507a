//! What the lesson calls the things of the simulated account, kept with it so that it needs no lesson later.

use serde::{Deserialize, Serialize};

use crate::lesson::Values;

macro_rules! names {
    ($($name:ident),+ $(,)?) => {
        /// Names from the lesson's values, each under the value's own key.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct Names {
            $(pub(super) $name: String),+
        }

        impl Names {
            /// The names in `values`; a key that another lesson pack lacks names itself.
            pub(super) fn new(values: &Values) -> Self {
                let get = |key: &str| values.get(key).unwrap_or(key).to_owned();
                Self { $($name: get(stringify!($name))),+ }
            }
        }

        #[cfg(test)]
        pub(super) const KEYS: &[&str] = &[$(stringify!($name)),+];
    };
}

names! {
    region, az_a, az_c, vpc, private_subnet_a, private_subnet_c, alb_sg, alb_sg_description, web_sg, rds_sg,
    base_instance, image, image_description, launch_template, launch_template_description, instance_type, instance_tag,
    instance_profile, asg, desired, min, max, alb, target_group, policy, target_value, load_count, load_interval, port,
}

fn number<N: std::str::FromStr>(text: &str, otherwise: N) -> N {
    text.trim().parse().unwrap_or(otherwise)
}

impl Names {
    pub(super) fn port(&self) -> i32 {
        number(&self.port, 80)
    }

    pub(super) fn desired(&self) -> i32 {
        number(&self.desired, 1)
    }

    pub(super) fn min(&self) -> i32 {
        number(&self.min, 1)
    }

    pub(super) fn max(&self) -> i32 {
        number(&self.max, 4)
    }

    pub(super) fn target_value(&self) -> f64 {
        number(&self.target_value, 25.0)
    }

    /// Requests that the lesson's load makes.
    pub(super) fn load_count(&self) -> f64 {
        number(&self.load_count, 4000.0)
    }

    /// Requests a minute that the lesson's load makes.
    pub(super) fn requests_a_minute(&self) -> f64 {
        60.0 / number(&self.load_interval, 0.12_f64).max(0.001)
    }

    /// Minutes that the lesson's load lasts, within what a demo can show.
    pub(super) fn load_minutes(&self) -> u8 {
        let minutes = self.load_count() / self.requests_a_minute();
        [4, 5, 6, 7, 8, 9, 10, 11, 12].into_iter().find(|whole| f64::from(*whole) >= minutes).unwrap_or(12)
    }

    /// A zone of the region in which the lesson puts nothing.
    pub(super) fn spare_zone(&self) -> String {
        let zones = ["b", "d", "e"].map(|letter| format!("{}{letter}", self.region));
        let [first, ..] = &zones;
        zones.iter().find(|zone| **zone != self.az_a && **zone != self.az_c).unwrap_or(first).clone()
    }

    /// A region that the console may well be left in.
    pub(super) fn other_region(&self) -> &'static str {
        if self.region == "ap-northeast-1" { "us-east-1" } else { "ap-northeast-1" }
    }

    /// The image's name as somebody types it who mistakes hyphens.
    pub(super) fn image_typo(&self) -> String {
        let typo = self.image.replace('-', "_");
        if typo == self.image { format!("{typo}-1") } else { typo }
    }

    /// The base instance's name as somebody types it whose keyboard is set to Japanese.
    pub(super) fn base_full_width(&self) -> String {
        let typed = self.base_instance.replacen('-', "\u{ff0d}", 1);
        if typed == self.base_instance { format!("{typed}\u{3000}") } else { typed }
    }

    /// The name of the load balancer's group with two letters swapped in its last word but one.
    pub(super) fn alb_sg_typo(&self) -> String {
        let mut letters: Vec<char> = self.alb_sg.chars().collect();
        let at = letters.windows(2).rposition(|pair| pair == ['l', 'b']).or(letters.len().checked_sub(2));
        if let Some(at) = at {
            letters.swap(at, at + 1);
        }
        letters.into_iter().collect()
    }

    /// A smaller type than the lesson's.
    pub(super) fn smaller_type(&self) -> &'static str {
        if self.instance_type == "t3.micro" { "t3.nano" } else { "t3.micro" }
    }

    /// A port on which the shop does not listen.
    pub(super) fn other_port(&self) -> i32 {
        if self.port() == 8080 { 3000 } else { 8080 }
    }
}
