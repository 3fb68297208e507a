//! How many accounts are read at once: more while all goes well, half as many when AWS asks to slow down. Pure.
//! The rule is that of TCP, additive increase and multiplicative decrease (<https://www.rfc-editor.org/rfc/rfc5681>);
//! but one account in a while that is throttled for a reason of its own doesn't slow the others down.

/// How many to begin with.
const FIRST: f64 = 4.0;
/// One in so many readings that are throttled is too much.
const ONE_IN: usize = 5;
/// Fewer than this are no sign of anything.
const LEAST: usize = 2;

/// The present limit.
#[derive(Clone, Debug)]
pub struct Limit {
    now: f64,
    most: f64,
    /// Readings that began before the last decrease: what they meet is no news.
    old: usize,
    /// Readings of this round, which has as many as the limit allows at once.
    seen: usize,
    /// Those of them that were throttled.
    throttled: usize,
}

impl Limit {
    /// A limit that never goes above `most`.
    #[must_use]
    pub fn up_to(most: usize) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "some dozens at most")]
        let most = most.max(1) as f64;
        Self { now: FIRST.min(most), most, old: 0, seen: 0, throttled: 0 }
    }

    /// How many may be read at once.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and some dozens")]
    pub fn get(&self) -> usize {
        self.now as usize
    }

    /// Takes that a reading ended well.
    pub fn went_well(&mut self) {
        self.old = self.old.saturating_sub(1);
        self.now = (self.now + 1.0 / self.now).min(self.most);
        self.count();
    }

    /// Takes that AWS asked to slow down, while so many more were being read.
    pub fn was_throttled(&mut self, under_way: usize) {
        if self.old > 0 {
            self.old -= 1;
            return;
        }
        self.throttled += 1;
        if self.throttled >= LEAST && self.throttled * ONE_IN >= self.get() {
            self.now = (self.now / 2.0).max(1.0);
            self.old = under_way;
            (self.seen, self.throttled) = (0, 0);
        } else {
            self.count();
        }
    }

    /// Counts a reading; after a round, throttling in it is forgotten.
    fn count(&mut self) {
        self.seen += 1;
        if self.seen >= self.get().max(LEAST) {
            (self.seen, self.throttled) = (0, 0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A limit that has grown to `most`.
    fn grown(most: usize) -> Limit {
        let mut limit = Limit::up_to(most);
        for _ in 0..most * most {
            limit.went_well();
        }
        assert_eq!(limit.get(), most);
        limit
    }

    #[test]
    fn it_grows_by_about_one_a_round_up_to_the_bound() {
        let mut limit = Limit::up_to(6);
        for _ in 0..5 {
            limit.went_well();
        }
        assert_eq!(limit.get(), 5);
        for _ in 0..100 {
            limit.went_well();
        }
        assert_eq!(limit.get(), 6);
    }

    #[test]
    fn one_wave_of_throttling_halves_it_once() {
        let mut limit = grown(32);
        for under_way in (0..32).rev() {
            limit.was_throttled(under_way);
        }
        assert_eq!(limit.get(), 16);
        for under_way in (0..16).rev() {
            limit.was_throttled(under_way);
        }
        assert_eq!(limit.get(), 8);
    }

    #[test]
    fn one_account_in_fifty_that_is_throttled_slows_nobody_down() {
        let mut limit = grown(24);
        for reading in 0..1000 {
            if reading % 50 == 0 {
                limit.was_throttled(23);
            } else {
                limit.went_well();
            }
        }
        assert_eq!(limit.get(), 24);
    }

    #[test]
    fn one_reading_at_a_time_always_goes_on() {
        let mut limit = Limit::up_to(0);
        for _ in 0..10 {
            limit.was_throttled(0);
        }
        assert_eq!(limit.get(), 1);
    }
}
