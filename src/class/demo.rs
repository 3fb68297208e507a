//! A simulated class: thirty learners at all places of the lesson, with the mistakes that learners make.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use jiff::{SignedDuration, Timestamp};

use super::roster::{Roster, RosterEntry, ScoreRule, Way};
use super::row::{Row, StepMark};
use crate::account::demo::SimulatedAccount;
use crate::account::{Access, Area, Denial, Failure, FailureKind, Role, Source};
use crate::i18n::Language;
use crate::lesson::Lesson;
use crate::verify::Status;

/// One learner of the class.
struct Learner {
    ja: &'static str,
    en: &'static str,
    /// The step that the learner is at; empty where all are done.
    at: &'static str,
    /// What the learner did wrong there: an action of the simulated account.
    mistake: &'static str,
    /// For so many minutes already.
    minutes: i64,
}

const fn learner(ja: &'static str, en: &'static str, at: &'static str, mistake: &'static str, minutes: i64) -> Learner {
    Learner { ja, en, at, mistake, minutes }
}

const CLASS: [Learner; 30] = [
    learner("佐藤 陽菜", "Sato Hina", "", "", 12),
    learner("鈴木 蓮", "Suzuki Ren", "4-4", "", 4),
    learner("高橋 結衣", "Takahashi Yui", "1-2", "web-sg-open-rule-left", 47),
    learner("田中 湊", "Tanaka Minato", "4-1", "wizard-internal", 65),
    learner("伊藤 凛", "Ito Rin", "3-1", "template-sample-secret", 38),
    learner("渡辺 颯太", "Watanabe Sota", "4-5", "", 9),
    learner("山本 葵", "Yamamoto Aoi", "2-3", "", 3),
    learner("中村 大和", "Nakamura Yamato", "preflight", "nat-delete", 82),
    learner("小林 咲良", "Kobayashi Sakura", "4-1", "wizard-not-attached", 33),
    learner("加藤 悠真", "Kato Yuma", "", "", 31),
    learner("吉田 芽依", "Yoshida Mei", "3-1", "template-encoded-twice", 21),
    learner("山田 樹", "Yamada Itsuki", "1-1", "alb-sg-name-tag", 55),
    learner("佐々木 花", "Sasaki Hana", "4-4", "policy-cpu", 18),
    learner("山口 陸", "Yamaguchi Riku", "4-1", "", 7),
    learner("松本 紬", "Matsumoto Tsumugi", "4-2", "alb-groups-web-left", 26),
    learner("井上 朝陽", "Inoue Asahi", "1-1", "", 2),
    learner("木村 澪", "Kimura Mio", "4-1", "wizard-wrong-port", 41),
    learner("林 陽翔", "Hayashi Haruto", "preflight", "region-other", 15),
    learner("清水 心春", "Shimizu Koharu", "3-1", "template-key-pair", 44),
    learner("山崎 律", "Yamazaki Ritsu", "5-1", "", 5),
    learner("森 杏", "Mori An", "4-1", "wizard-private-subnets", 58),
    learner("池田 新", "Ikeda Arata", "5-1", "", 6),
    learner("橋本 莉子", "Hashimoto Riko", "3-1", "", 11),
    learner("阿部 暖", "Abe Dan", "4-5", "load-too-small", 36),
    learner("石川 詩", "Ishikawa Uta", DENIED, "", 0),
    learner("前田 楓", "Maeda Kaede", "2-3", "image-name", 29),
    learner("藤田 凪", "Fujita Nagi", "1-2", "", 1),
    learner("小川 一花", "Ogawa Ichika", UNREACHABLE, "", 0),
    learner("岡田 碧", "Okada Aoi", "4-2", "alb-groups-of-instances", 52),
    learner("後藤 昴", "Goto Subaru", "4-1", "", 13),
];

/// In the place of a step: the account can't be read.
const DENIED: &str = "denied";
const UNREACHABLE: &str = "unreachable";
/// Minutes that the steps took, in turn.
const MINUTES: [i64; 7] = [6, 4, 9, 3, 12, 15, 8];

/// A class of simulated learners, at as many places of the lesson.
#[derive(Debug, Default)]
pub struct DemoClass {
    /// Made when first looked at, one a place of [`CLASS`].
    worlds: [OnceLock<SimulatedAccount>; CLASS.len()],
}

impl DemoClass {
    /// So many learners; more than thirty begin again with the first.
    #[must_use]
    pub fn roster(count: usize, language: Language) -> Roster {
        let entry = |index: usize| {
            let learner = &CLASS[index % CLASS.len()];
            let name = if language == Language::Ja { learner.ja } else { learner.en };
            let account = format!("{:012}", 222_200_000_000 + index);
            let arn = format!("arn:aws:iam::{account}:role/EcSiteTutorClass");
            RosterEntry {
                id: format!("s{:03}", index + 1),
                name: name.to_owned(),
                way: Ok(Way::Account(Access::Role(Role { arn, external_id: None }))),
                region: None,
                account: None,
                place: None,
                marks: Vec::new(),
                more: Vec::new(),
                language: None,
                values: BTreeMap::new(),
            }
        };
        Roster { entries: (0..count).map(entry).collect(), score: ScoreRule::default() }
    }

    /// The simulated account of a learner; or why it can't be read.
    ///
    /// # Errors
    /// What reading came to instead.
    pub fn source(&self, lesson: &Lesson, entry: &RosterEntry, now: Timestamp) -> Result<Source, &'static Area<()>> {
        let index = place(entry);
        let learner = &CLASS[index];
        if let Some(failed) = failed(learner.at) {
            return Err(failed);
        }
        let simulated = self.worlds[index].get_or_init(|| simulated(lesson, learner, now));
        Ok(Source::demo(simulated.clone()))
    }

    /// What would have been read of the learners until `now`, if somebody had looked.
    #[must_use]
    pub fn past(roster: &Roster, lesson: &Lesson, now: Timestamp) -> Vec<Row> {
        roster.entries.iter().flat_map(|entry| past(entry, lesson, now)).collect()
    }
}

fn place(entry: &RosterEntry) -> usize {
    let number: usize = entry.id.trim_start_matches('s').parse().unwrap_or(1);
    number.saturating_sub(1) % CLASS.len()
}

fn failed(at: &str) -> Option<&'static Area<()>> {
    static REFUSED: OnceLock<Area<()>> = OnceLock::new();
    static LOST: OnceLock<Area<()>> = OnceLock::new();
    let action = || "sts:AssumeRole".to_owned();
    match at {
        DENIED => Some(REFUSED.get_or_init(|| {
            Area::Denied(Denial { action: action(), message: "Not authorized to perform sts:AssumeRole".to_owned() })
        })),
        UNREACHABLE => Some(LOST.get_or_init(|| {
            let detail = "timeout".to_owned();
            Area::Failed(Failure::new(action(), FailureKind::Unreachable, detail))
        })),
        _ => None,
    }
}

/// The account of a learner who has done everything before a step rightly, and perhaps something wrong in it.
fn simulated(lesson: &Lesson, learner: &Learner, now: Timestamp) -> SimulatedAccount {
    let mut clock = now - SignedDuration::from_hours(3);
    let mut simulated = SimulatedAccount::new(lesson, clock);
    for step in &lesson.steps {
        if step.id == learner.at {
            break;
        }
        simulated.perform_right(&step.id, clock);
        clock = simulated.settled_at(clock);
    }
    simulated.perform(learner.mistake, clock);
    simulated
}

fn past(entry: &RosterEntry, lesson: &Lesson, now: Timestamp) -> Vec<Row> {
    let learner = &CLASS[place(entry)];
    if failed(learner.at).is_some() {
        return Vec::new();
    }
    let ids: Vec<&str> = lesson.steps.iter().map(|step| step.id.as_str()).collect();
    let reached = ids.iter().position(|id| *id == learner.at).unwrap_or(ids.len());
    let mut at = now - SignedDuration::from_mins(learner.minutes);
    let mut rows = Vec::new();
    for done in (0..=reached).rev() {
        rows.push(Row {
            name: entry.name.clone(),
            ..Row::of_marks(&entry.id, &lesson.id, at, marks(&ids, done), None)
        });
        at -= SignedDuration::from_mins(MINUTES[(done + place(entry)) % MINUTES.len()]);
    }
    rows.reverse();
    rows
}

fn marks(ids: &[&str], done: usize) -> Vec<StepMark> {
    let status = |index: usize| match index.cmp(&done) {
        std::cmp::Ordering::Less => Status::Passed,
        std::cmp::Ordering::Equal => Status::Failed,
        std::cmp::Ordering::Greater => Status::Skipped,
    };
    ids.iter().enumerate().map(|(index, id)| StepMark { id: (*id).to_owned(), status: status(index) }).collect()
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;
    use std::sync::Arc;

    use super::*;
    use crate::class::accounts::Accounts;
    use crate::class::reading::{Bounds, read};
    use crate::class::row::Standing;
    use crate::class::timeline::Timeline;
    use crate::lesson::{Pack, load};

    #[test]
    fn every_learner_stands_where_the_plan_says_and_since_then() {
        let lesson = Arc::new(load(&Pack::Embedded, &BTreeMap::new()).unwrap());
        let roster = DemoClass::roster(CLASS.len(), Language::En);
        let mut timeline = Timeline::default();
        let now = Timestamp::now();
        for mut row in DemoClass::past(&roster, &lesson, now) {
            timeline.note(&mut row);
        }
        let accounts = Accounts::demo(Pack::Embedded, Arc::clone(&lesson), DemoClass::default());
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let mut rows = Vec::new();
        runtime.block_on(read(&accounts, &roster.entries, Bounds::AWS, |mut row| {
            timeline.note(&mut row);
            rows.push(row);
            ControlFlow::Continue(())
        }));
        assert_eq!(rows.len(), CLASS.len());
        let mut astray = Vec::new();
        for (entry, learner) in roster.entries.iter().zip(&CLASS) {
            let row = rows.iter().find(|row| row.id == entry.id).unwrap();
            let found = row.current.as_deref().unwrap_or_default();
            if failed(learner.at).is_some() {
                assert_eq!(row.standing(), Standing::Unread, "{row:?}");
            } else if found != learner.at {
                astray.push((learner.en, learner.at, found.to_owned(), row.cause.clone()));
            } else {
                let since = (!learner.at.is_empty()).then_some(now - SignedDuration::from_mins(learner.minutes));
                assert_eq!(row.since, since, "{row:?}");
            }
        }
        assert!(astray.is_empty(), "{astray:#?}");
    }
}
