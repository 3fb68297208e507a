//! A part of a class, for those who spread one over several machines. Pure.

/// The environment's own variables for the number of this machine's part, counted from 0:
/// <https://docs.aws.amazon.com/batch/latest/userguide/job_env_vars.html> and
/// <https://kubernetes.io/docs/tasks/job/indexed-parallel-processing-static/>.
pub const INDEX_VARIABLES: [&str; 2] = ["AWS_BATCH_JOB_ARRAY_INDEX", "JOB_COMPLETION_INDEX"];

/// One of several parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    /// Counted from 0.
    index: usize,
    count: usize,
}

impl Shard {
    /// The part that `text` asks for: `2/5` is the second of five, and `5` the part of five whose number, from 0, the
    /// environment tells.
    #[must_use]
    pub fn parse(text: &str, env: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let (index, count) = match text.split_once('/') {
            Some((number, count)) => (number.parse::<usize>().ok()?.checked_sub(1)?, count.parse().ok()?),
            None => (INDEX_VARIABLES.into_iter().find_map(env)?.parse().ok()?, text.parse().ok()?),
        };
        (index < count).then_some(Self { index, count })
    }

    /// Whether the learner at this place of the roster belongs to it.
    #[must_use]
    pub fn holds(self, place: usize) -> bool {
        place % self.count == self.index
    }
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("1/3", &[], Some((0, 3)); "the first")]
    #[test_case("3/3", &[], Some((2, 3)); "the last")]
    #[test_case("0/3", &[], None; "parts are counted from one")]
    #[test_case("4/3", &[], None; "more than there are")]
    #[test_case("3", &[("AWS_BATCH_JOB_ARRAY_INDEX", "2")], Some((2, 3)); "batch counts from zero")]
    #[test_case("3", &[("JOB_COMPLETION_INDEX", "0")], Some((0, 3)); "kubernetes counts from zero")]
    #[test_case("3", &[], None; "nobody tells the number")]
    #[test_case("2/x", &[], None; "no number")]
    #[test_case("1/0", &[], None; "no part at all")]
    fn parts(text: &str, env: &[(&str, &str)], expected: Option<(usize, usize)>) {
        let read = |name: &str| env.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        assert_eq!(Shard::parse(text, read).map(|shard| (shard.index, shard.count)), expected);
    }

    #[test]
    fn every_learner_belongs_to_exactly_one_part() {
        let shards: Vec<Shard> = (1..=7).filter_map(|number| Shard::parse(&format!("{number}/7"), |_| None)).collect();
        for place in 0..100 {
            assert_eq!(shards.iter().filter(|shard| shard.holds(place)).count(), 1);
        }
    }
}
