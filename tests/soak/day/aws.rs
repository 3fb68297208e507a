//! The stand-in for AWS of a day: moto, behind a front that throttles and refuses old keys.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed};
use std::sync::{Arc, Mutex, PoisonError};

use ec_site_tutor_testing::aws::{Account, Call, Credentials, Front, Moto, Reply, answers};

/// What is wrong with AWS now, and how often that was met.
#[derive(Default)]
struct Weather {
    /// The only key that counts.
    key: Mutex<String>,
    is_throttling: AtomicBool,
    throttled: AtomicUsize,
    expired: AtomicUsize,
}

/// An account before step 1-1.
pub struct Aws {
    account: Account,
    front: Front,
    /// The newest keys.
    keys: Credentials,
    weather: Arc<Weather>,
}

impl Aws {
    /// With the first keys.
    pub fn start() -> Self {
        let account = Moto::shared().account();
        account.lay(&["steps_0_to_3"]);
        let weather = Arc::new(Weather::default());
        let front = Front::before(&account);
        let (of_identity, of_groups) = (Arc::clone(&weather), Arc::clone(&weather));
        front.on("sts", "GetCallerIdentity", move |call| of_identity.identity(call));
        front.on("ec2", "DescribeSecurityGroups", move |call| of_groups.security_groups(call));
        let keys = account.credentials.clone();
        lock(&weather.key).clone_from(&keys.access_key_id);
        Self { account, front, keys, weather }
    }

    /// What the tutor needs of the environment; its keys are in a file.
    pub fn variables(&self) -> Vec<(&'static str, String)> {
        let is_key = |name: &str| name.contains("_KEY") || name.contains("_TOKEN");
        self.front.account.variables().into_iter().filter(|(name, _)| !is_key(name)).collect()
    }

    /// Puts the newest keys where the AWS CLI keeps them.
    pub fn keep_keys(&self, home: &Path) {
        let Credentials { access_key_id, secret_access_key, session_token } = &self.keys;
        let content = format!(
            "[default]\naws_access_key_id={access_key_id}\naws_secret_access_key={secret_access_key}\n\
             aws_session_token={session_token}\n"
        );
        fs::create_dir_all(home.join(".aws")).expect("a temporary folder takes folders");
        fs::write(home.join(".aws/credentials"), content).expect("and files");
    }

    /// From now on only new keys count, which the learner doesn't have yet.
    pub fn let_keys_expire(&mut self) {
        self.keys = Moto::shared().keys(&self.account.number);
        lock(&self.weather.key).clone_from(&self.keys.access_key_id);
    }

    /// Whether AWS asks to slow down.
    pub fn throttle(&self, is_throttling: bool) {
        self.weather.is_throttling.store(is_throttling, Relaxed);
    }

    /// How often the tutor has asked who it is, as it does at each look.
    pub fn looks(&self) -> usize {
        self.front.count("GetCallerIdentity")
    }

    /// How many calls were throttled.
    pub fn throttled(&self) -> usize {
        self.weather.throttled.load(Relaxed)
    }

    /// How many calls were made with keys that had expired.
    pub fn expired(&self) -> usize {
        self.weather.expired.load(Relaxed)
    }

    /// Step 1-1, as the course has it.
    pub fn do_the_step(&self) {
        self.account.lay(&["network_laid_before", "alb_group"]);
    }

    /// The name of the file that the tutor keeps its progress in.
    pub fn progress_file(&self) -> String {
        format!("{}-step4.json", self.account.number)
    }
}

impl Weather {
    fn identity(&self, call: &Call) -> Reply {
        let signed = call.header("authorization").unwrap_or_default();
        if signed.contains(lock(&self.key).as_str()) {
            return Reply::PassOn;
        }
        self.expired.fetch_add(1, Relaxed);
        answers::error(call, 403, "ExpiredToken", "The security token included in the request is expired")
    }

    fn security_groups(&self, call: &Call) -> Reply {
        if !self.is_throttling.load(Relaxed) {
            return Reply::PassOn;
        }
        self.throttled.fetch_add(1, Relaxed);
        answers::error(call, 503, "RequestLimitExceeded", "Request limit exceeded.")
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
