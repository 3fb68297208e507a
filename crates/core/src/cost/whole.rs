//! What the lab will cost an hour, told before anything of it is there.

use std::ops::RangeInclusive;

use crate::lesson::Lesson;

/// One of the load balancer in each of its two zones, and one of the NAT gateway.
const PUBLIC_ADDRESSES: f64 = 3.0;

/// Dollars an hour while all of it runs, the database left out: beside the base instance, one instance of the group at
/// the least, and as many as the group may have at the most. None where a price or a size is unknown.
#[must_use]
pub fn whole_lab(lesson: &Lesson) -> Option<RangeInclusive<f64>> {
    // It reckons with what the program's own lesson makes.
    if !lesson.is_own {
        return None;
    }
    let (hour, values) = (&lesson.prices.hour, &lesson.values);
    let instance = *lesson.prices.instance_hour.get(values.get("instance_type")?)?;
    let most: f64 = values.get("max")?.parse().ok()?;
    let front = hour.load_balancer? + hour.load_balancer_capacity_unit? + hour.nat_gateway?;
    let fixed = front + PUBLIC_ADDRESSES * hour.public_ipv4? + instance;
    Some(fixed + instance..=fixed + most * instance)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::lesson::{Pack, load};

    #[test]
    fn the_embedded_lesson_costs_what_its_price_table_makes_of_it() {
        let mut lesson = load(&Pack::Embedded, &BTreeMap::new()).unwrap();
        let range = whole_lab(&lesson).unwrap();
        assert_eq!(
            (format!("{:.4}", range.start()), format!("{:.4}", range.end())),
            ("0.1321".into(), "0.1945".into())
        );
        lesson.prices.hour.nat_gateway = None;
        assert_eq!(whole_lab(&lesson), None, "what isn't known isn't told");
    }
}
