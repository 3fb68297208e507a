//! What is said about user data that doesn't deploy the shop.

use super::UserData;
use super::deployment::{Fault, Stage};
use super::format::Unusable;
use crate::cause::CauseId;
use crate::i18n::Text;
use crate::msg;
use crate::verify::Verdict;

impl UserData {
    /// The learner's word, with what the script must achieve to compare it with.
    pub(super) fn unfollowed(&self, actual: Text) -> Verdict {
        let goals = vec![
            msg!(user_data_goal_fetch, archive = &self.archive),
            msg!(user_data_goal_unpack, folder = &self.folder),
            msg!(user_data_goal_env, key = &self.key),
            msg!(user_data_goal_build),
            msg!(user_data_goal_start),
        ];
        Verdict::manual(actual, msg!(user_data_unfollowed_fix))
            .because(CauseId::UserDataUnfollowed, msg!(cause_user_data_unfollowed))
            .aiming_at(goals)
    }

    pub(super) fn fault_verdict(&self, line: Option<usize>, fault: &Fault) -> Verdict {
        let what = fault.text(self);
        let actual = match line {
            Some(line) => msg!(user_data_in_line, line = line, what = what.clone()),
            None => what.clone(),
        };
        Verdict::failed(actual, self.fix(fault)).because(fault.cause(), what)
    }

    fn fix(&self, fault: &Fault) -> Text {
        match fault {
            Fault::Syntax => msg!(user_data_syntax_fix),
            Fault::Ends(_) => msg!(user_data_ends_fix),
            Fault::Unbound(name) => msg!(user_data_unbound_fix, name = name),
            Fault::Exits => msg!(user_data_exits_fix),
            Fault::NothingFetched | Fault::OtherFetched(_) => msg!(user_data_archive_fix, archive = &self.archive),
            Fault::NotUnpacked => msg!(user_data_not_unpacked_fix),
            Fault::NoEnv | Fault::EnvElsewhere { .. } | Fault::EnvTooEarly => {
                msg!(user_data_env_fix, key = &self.key, folder = &self.folder)
            }
            Fault::EnvTooLate => msg!(user_data_env_late_fix),
            Fault::Undone(_) | Fault::Elsewhere(..) => msg!(user_data_stage_fix, folder = &self.folder),
            Fault::NotFound(..) => msg!(user_data_tool_fix, tools = &self.tools),
            Fault::Stopped => msg!(user_data_stopped_fix),
        }
    }
}

impl Fault {
    fn text(&self, wanted: &UserData) -> Text {
        match self {
            Self::Syntax => msg!(user_data_syntax),
            Self::Ends(command) => msg!(user_data_ends, command = command),
            Self::Unbound(name) => msg!(user_data_unbound, name = name),
            Self::Exits => msg!(user_data_exits),
            Self::NothingFetched => msg!(user_data_not_fetched),
            Self::OtherFetched(found) => msg!(user_data_other_fetched, found = found),
            Self::NotUnpacked => msg!(user_data_not_unpacked),
            Self::NoEnv => msg!(user_data_no_env, key = &wanted.key),
            Self::EnvElsewhere { found, wanted } => msg!(user_data_env_elsewhere, found = found, wanted = wanted),
            Self::EnvTooEarly => msg!(user_data_env_early),
            Self::EnvTooLate => msg!(user_data_env_late),
            Self::Undone(stage) => msg!(user_data_undone, stage = stage.text()),
            Self::Elsewhere(stage, found) => msg!(user_data_elsewhere, stage = stage.text(), found = found),
            Self::NotFound(stage, program) => msg!(user_data_tool, stage = stage.text(), program = program),
            Self::Stopped => msg!(user_data_stopped),
        }
    }

    /// Part of the public contract.
    fn cause(&self) -> CauseId {
        match self {
            Self::Syntax => CauseId::UserDataSyntax,
            Self::Ends(_) | Self::Unbound(_) | Self::Exits => CauseId::UserDataEnds,
            Self::NothingFetched | Self::OtherFetched(_) => CauseId::UserDataNoArchive,
            Self::NotUnpacked => CauseId::UserDataNotUnpacked,
            Self::NoEnv => CauseId::UserDataNoEnv,
            Self::EnvElsewhere { .. } | Self::EnvTooEarly | Self::EnvTooLate => CauseId::UserDataEnvElsewhere,
            Self::Undone(Stage::Install) => CauseId::UserDataNoInstall,
            Self::Undone(Stage::Build) => CauseId::UserDataNoBuild,
            Self::Undone(Stage::Start) => CauseId::UserDataNoStart,
            Self::Elsewhere(..) => CauseId::UserDataWrongFolder,
            Self::NotFound(..) => CauseId::AppToolMissing,
            Self::Stopped => CauseId::UserDataStopped,
        }
    }
}

impl Stage {
    fn text(self) -> Text {
        match self {
            Self::Install => msg!(user_data_stage_install),
            Self::Build => msg!(user_data_stage_build),
            Self::Start => msg!(user_data_stage_start),
        }
    }
}

impl Unusable {
    pub(super) fn verdict(&self, wanted: &UserData) -> Verdict {
        let fix = msg!(user_data_encoding_fix);
        match self {
            Self::NotText => Verdict::failed(msg!(user_data_not_text), fix)
                .because(CauseId::UserDataEncoding, msg!(cause_user_data_not_text)),
            Self::EncodedTwice => Verdict::failed(msg!(user_data_encoded_twice), fix)
                .because(CauseId::UserDataEncoding, msg!(cause_user_data_encoded_twice)),
            Self::NoShebang(first) => {
                Verdict::failed(msg!(user_data_no_shebang, found = first), msg!(user_data_no_shebang_fix))
                    .because(CauseId::UserDataNoShebang, msg!(cause_user_data_no_shebang))
            }
            Self::Refused(line) => {
                Verdict::failed(msg!(user_data_refused, found = line), msg!(user_data_no_shebang_fix))
                    .because(CauseId::UserDataNoShebang, msg!(cause_user_data_refused))
            }
            Self::OtherLanguage => wanted.unfollowed(msg!(user_data_other_language)),
            Self::Unfollowed(kind) => wanted.unfollowed(msg!(user_data_unfollowed, kind = kind)),
        }
    }
}
