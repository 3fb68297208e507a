//! A process after another one, with what that one left: it asks less, and never tells another thing.

use std::fs;
use std::sync::{Arc, Mutex, PoisonError};

use ec_site_tutor_testing::aws::{Call, Front, Health, Reply};
use ec_site_tutor_testing::program::{check_at_home, tutor};

use super::whole_lab::FINISHED;

#[test]
fn of_a_finished_lab_only_the_lab_is_read_and_everything_once_something_is_wrong() {
    let lab = FINISHED.lock().unwrap_or_else(PoisonError::into_inner);
    let front = Front::before(&lab.account);
    let filters: Arc<Mutex<Vec<Option<String>>>> = Arc::default();
    let noted = Arc::clone(&filters);
    front.on("ec2", "DescribeInstances", move |call: &Call| {
        noted.lock().unwrap().push(call.parameter("Filter.1.Name"));
        Reply::PassOn
    });
    let home = tempfile::tempdir().unwrap();
    let state = home.path().join("state");
    let check = || {
        let mut command = tutor(&front.account);
        let checked = check_at_home(command.env("XDG_STATE_HOME", &state), home.path(), &[]);
        (checked, std::mem::take(&mut *filters.lock().unwrap()))
    };
    let (first, asked) = check();
    assert_eq!(asked, [None]);
    let left: Vec<_> = fs::read_dir(state.join("ec-site-tutor/ids")).unwrap().collect();
    assert_eq!(left.len(), 1);
    let by_vpc = || Some("vpc-id".to_owned());
    let (second, asked) = check();
    assert_eq!(asked, [by_vpc()]);
    assert_eq!(second.document["steps"], first.document["steps"]);

    lab.state().health = Health::Refusing;
    let (broken, asked) = check();
    lab.state().health = Health::Healthy;
    assert_eq!(asked, [by_vpc(), None], "what is near a thing that is missing is looked for everywhere");
    assert_eq!((broken.exit, &broken.check("4-3", "healthy")["status"]), (1, &"failed".into()));
}
