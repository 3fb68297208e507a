//! How drills went.

use super::Progress;
use crate::drill::DrillRun;

impl Progress {
    /// Notes how a drill went. Only the first time counts: afterwards its answer is known.
    pub fn note_drill(&mut self, id: &str, run: DrillRun) {
        self.drills.entry(id.to_owned()).or_insert(run);
    }

    /// Takes over what another record of the same learner tells of drills.
    pub fn take_drills(&mut self, other: &Self) {
        for (id, run) in &other.drills {
            let earlier = |own: &mut DrillRun| {
                if run.at < own.at {
                    *own = run.clone();
                }
            };
            self.drills.entry(id.clone()).and_modify(earlier).or_insert_with(|| run.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn merging_keeps_the_first_run_of_each_drill() {
        let run = |second, tries| DrillRun { at: at(second), seed: 1, solved: true, seconds: 60, looks: 2, tries };
        let mut one = Progress::new("1", "step4");
        one.note_drill("a", run(10, 5));
        one.note_drill("a", run(20, 1));
        let mut two = Progress::new("1", "step4");
        two.note_drill("a", run(5, 7));
        two.note_drill("b", run(30, 2));
        let merged = one.clone().merged(&two);
        assert_eq!((merged.drills["a"].tries, merged.drills["b"].tries), (7, 2));
        assert_eq!(merged, two.merged(&one));
    }
}
