//! The words by which failures are known, and what each stands for.

use crate::i18n::Text;
use crate::msg;
use crate::verify::{Cause, CauseId};

/// Kinds of failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// No credentials to call AWS with.
    NoCredentials,
    /// The archive may not be read.
    ArchiveDenied,
    /// The archive isn't there.
    ArchiveMissing,
    /// What was fetched as the archive is none.
    ArchiveBroken,
    /// The database's secret may not be read.
    SecretDenied,
    /// The database's secret isn't there.
    SecretMissing,
    /// Another version of Node.js is asked for.
    NodeVersion,
    /// Another program installs packages at the same time.
    PackageLock,
    /// Another program listens on the port.
    PortTaken,
    /// Nothing outside is reached.
    NoNetwork,
    /// The disk is full.
    NoSpace,
    /// The memory is full.
    NoMemory,
    /// The script has line ends of Windows.
    LineEnds,
    /// The script says no interpreter.
    NoShebang,
    /// The user data is no script.
    NotAScript,
    /// A program isn't there.
    ToolMissing,
    /// Bash can't read the script.
    Syntax,
    /// A name in the script isn't one that bash takes.
    BadName,
    /// A variable without a value ends the script.
    Unbound,
    /// The script uses HOME, which nobody sets.
    NoHome,
    /// The program that the first line names can't be started so.
    Interpreter,
    /// Cloud-init comes to its end without a word of the script.
    NotRun,
    /// The script ends with a failure of which nothing is told.
    ScriptFailed,
    /// The AWS CLI knows no Region.
    NoRegion,
    /// The bucket is in another Region than the one that was asked.
    OtherRegion,
    /// pnpm ends with an error because it didn't run build scripts of dependencies.
    IgnoredBuilds,
    /// Installing or building failed.
    BuildFailed,
    /// pm2 doesn't start the shop.
    NotStarted,
}

/// Parts of a line, in lower case, that must all be there. Taken from the words of cloud-init, bash, the AWS CLI, the
/// kernel, pnpm and pm2; `docs/first-boot.md` has those that were seen, with their sources.
pub const SIGNS: &[(&[&str], Kind)] = &[
    (&["unhandled non-multipart", "userdata"], Kind::NotAScript),
    (&["exec format error"], Kind::NoShebang),
    (&["^m: bad interpreter"], Kind::LineEnds),
    (&["bad interpreter"], Kind::ToolMissing),
    (&["$'\\r'", "command not found"], Kind::LineEnds),
    (&["part-", ": line ", "syntax error"], Kind::Syntax),
    (&["part-", ": line ", "unexpected eof while looking for"], Kind::Syntax),
    (&["part-", ": line ", "not a valid identifier"], Kind::BadName),
    (&["part-", ": line ", ": home: unbound variable"], Kind::NoHome),
    (&["part-", ": line ", "home not set"], Kind::NoHome),
    (&["part-", ": line ", "unbound variable"], Kind::Unbound),
    (&["env: invalid option"], Kind::Interpreter),
    (&["env: use -[v]s"], Kind::Interpreter),
    (&["env: ", "bash", "no such file or directory"], Kind::Interpreter),
    (&["/bash: -", "invalid option"], Kind::Interpreter),
    (&["you must specify a region"], Kind::NoRegion),
    (&["an error occurred (301)"], Kind::OtherRegion),
    (&["an error occurred (permanentredirect)"], Kind::OtherRegion),
    (&["requested url returned error: 301"], Kind::OtherRegion),
    (&["unable to locate credentials"], Kind::NoCredentials),
    (&["partial credentials found"], Kind::NoCredentials),
    (&["getsecretvalue", "not authorized"], Kind::SecretDenied),
    (&["accessdenied", "getsecretvalue"], Kind::SecretDenied),
    (&["can't find the specified secret"], Kind::SecretMissing),
    (&["resourcenotfoundexception", "getsecretvalue"], Kind::SecretMissing),
    (&["an error occurred (403)"], Kind::ArchiveDenied),
    (&["<code>accessdenied</code>"], Kind::ArchiveDenied),
    (&["requested url returned error: 403"], Kind::ArchiveDenied),
    (&["error 403: forbidden"], Kind::ArchiveDenied),
    (&["an error occurred", "accessdenied", "object"], Kind::ArchiveDenied),
    (&["an error occurred (404)"], Kind::ArchiveMissing),
    (&["requested url returned error: 404"], Kind::ArchiveMissing),
    (&["error 404: not found"], Kind::ArchiveMissing),
    (&["nosuchkey"], Kind::ArchiveMissing),
    (&["nosuchbucket"], Kind::ArchiveMissing),
    (&["end-of-central-directory signature not found"], Kind::ArchiveBroken),
    (&["not in gzip format"], Kind::ArchiveBroken),
    (&["unzip:", "cannot find or open"], Kind::ArchiveMissing),
    (&["transaction lock", "resource temporarily unavailable"], Kind::PackageLock),
    (&["could not connect to the endpoint url"], Kind::NoNetwork),
    (&["curl error (28)"], Kind::NoNetwork),
    (&["curl: (28)"], Kind::NoNetwork),
    (&["cannot prepare internal mirrorlist"], Kind::NoNetwork),
    (&["timeout on endpoint url"], Kind::NoNetwork),
    (&["could not resolve host"], Kind::NoNetwork),
    (&["temporary failure in name resolution"], Kind::NoNetwork),
    (&["network is unreachable"], Kind::NoNetwork),
    (&["etimedout"], Kind::NoNetwork),
    (&["eai_again"], Kind::NoNetwork),
    (&["enotfound"], Kind::NoNetwork),
    (&["err_pnpm_meta_fetch_fail"], Kind::NoNetwork),
    (&["dns error"], Kind::NoNetwork),
    (&["client error (connect)"], Kind::NoNetwork),
    (&["[error] fetch failed"], Kind::NoNetwork),
    (&["no space left on device"], Kind::NoSpace),
    (&["enospc"], Kind::NoSpace),
    (&["out of memory"], Kind::NoMemory),
    (&["oom-kill"], Kind::NoMemory),
    (&["exit code 137"], Kind::NoMemory),
    (&["signal: sigkill"], Kind::NoMemory),
    (&["scripts/part-", ": line ", " killed "], Kind::NoMemory),
    (&["err_pnpm_unsupported_engine"], Kind::NodeVersion),
    (&["npm", "code ebadengine"], Kind::NodeVersion),
    (&["node.js version", "is required"], Kind::NodeVersion),
    (&["requires at least node.js"], Kind::NodeVersion),
    (&["eaddrinuse"], Kind::PortTaken),
    (&["command not found"], Kind::ToolMissing),
    (&["pnpm: no such file or directory"], Kind::ToolMissing),
    (&["pm2: no such file or directory"], Kind::ToolMissing),
    (&["unzip: no such file or directory"], Kind::ToolMissing),
    (&["env: ", "node", "no such file or directory"], Kind::ToolMissing),
    (&["elifecycle"], Kind::BuildFailed),
    (&["err_pnpm"], Kind::BuildFailed),
    (&["npm err! code"], Kind::BuildFailed),
    (&["npm error code"], Kind::BuildFailed),
    (&["failed to compile"], Kind::BuildFailed),
    (&["build failed"], Kind::BuildFailed),
    (&["[pm2][error]"], Kind::NotStarted),
    (&["[pm2] error"], Kind::NotStarted),
    (&["pm2", "errored"], Kind::NotStarted),
    (&["errored", "fork"], Kind::NotStarted),
    (&["errored", "cluster"], Kind::NotStarted),
];

impl Kind {
    /// The cause that it stands for.
    #[must_use]
    pub fn cause(self) -> Cause {
        let (id, text) = match self {
            Self::NoCredentials => (CauseId::AppNoCredentials, msg!(cause_app_no_credentials)),
            Self::ArchiveDenied => (CauseId::AppArchiveDenied, msg!(cause_app_archive_denied)),
            Self::ArchiveMissing => (CauseId::AppArchiveMissing, msg!(cause_app_archive_missing)),
            Self::ArchiveBroken => (CauseId::AppArchiveBroken, msg!(cause_app_archive_broken)),
            Self::SecretDenied => (CauseId::AppSecretDenied, msg!(cause_app_secret_denied)),
            Self::SecretMissing => (CauseId::AppSecretMissing, msg!(cause_app_secret_missing)),
            Self::NodeVersion => (CauseId::AppNodeVersion, msg!(cause_app_node_version)),
            Self::PackageLock => (CauseId::AppPackageLock, msg!(cause_app_package_lock)),
            Self::PortTaken => (CauseId::AppPortTaken, msg!(cause_app_port_taken)),
            Self::NoNetwork => (CauseId::AppNoNetwork, msg!(cause_app_no_network)),
            Self::NoSpace => (CauseId::AppNoSpace, msg!(cause_app_no_space)),
            Self::NoMemory => (CauseId::AppNoMemory, msg!(cause_app_no_memory)),
            Self::LineEnds => (CauseId::UserDataLineEnds, msg!(cause_user_data_line_ends)),
            Self::NoShebang => (CauseId::UserDataNoShebang, msg!(cause_user_data_no_shebang)),
            Self::NotAScript => (CauseId::UserDataEncoding, msg!(cause_user_data_not_text)),
            Self::ToolMissing => (CauseId::AppToolMissing, msg!(cause_app_tool_missing)),
            Self::Syntax => (CauseId::UserDataSyntax, msg!(cause_boot_syntax)),
            Self::BadName => (CauseId::UserDataFails, msg!(cause_boot_bad_name)),
            Self::Unbound => (CauseId::UserDataEnds, msg!(cause_boot_unbound)),
            Self::NoHome => (CauseId::UserDataFails, msg!(cause_boot_no_home)),
            Self::Interpreter => (CauseId::UserDataNoShebang, msg!(cause_user_data_refused)),
            Self::NotRun => (CauseId::UserDataNotRun, msg!(cause_boot_not_run)),
            Self::ScriptFailed => (CauseId::UserDataFails, msg!(cause_boot_script_failed)),
            Self::NoRegion => (CauseId::AppRegion, msg!(cause_app_no_region)),
            Self::OtherRegion => (CauseId::AppRegion, msg!(cause_app_other_region)),
            Self::IgnoredBuilds => (CauseId::AppBuildFailed, msg!(cause_app_ignored_builds)),
            Self::BuildFailed => (CauseId::AppBuildFailed, msg!(cause_app_build_failed)),
            Self::NotStarted => (CauseId::AppNotStarted, msg!(cause_app_pm2_failed)),
        };
        Cause { id, text }
    }

    /// What to do about it.
    #[must_use]
    pub fn repair(self) -> Text {
        match self {
            Self::NoCredentials => msg!(mend_app_no_credentials),
            Self::ArchiveDenied => msg!(mend_app_archive_denied),
            Self::ArchiveMissing => msg!(mend_app_archive_missing),
            Self::ArchiveBroken => msg!(mend_app_archive_broken),
            Self::SecretDenied => msg!(mend_app_secret_denied),
            Self::SecretMissing => msg!(mend_app_secret_missing),
            Self::NodeVersion => msg!(mend_app_node_version),
            Self::PackageLock => msg!(mend_app_package_lock),
            Self::PortTaken => msg!(mend_app_port_taken),
            Self::NoNetwork => msg!(mend_app_no_network),
            Self::NoSpace => msg!(mend_app_no_space),
            Self::NoMemory => msg!(mend_app_no_memory),
            Self::LineEnds | Self::NoShebang | Self::NotAScript => msg!(mend_app_script),
            Self::ToolMissing => msg!(mend_app_tool_missing),
            Self::Syntax => msg!(user_data_syntax_fix),
            Self::BadName => msg!(mend_boot_bad_name),
            Self::Unbound => msg!(mend_boot_unbound),
            Self::NoHome => msg!(mend_boot_no_home),
            Self::Interpreter => msg!(user_data_no_shebang_fix),
            Self::NotRun => msg!(mend_boot_not_run),
            Self::ScriptFailed => msg!(mend_boot_script_failed),
            Self::NoRegion => msg!(mend_app_no_region),
            Self::OtherRegion => msg!(mend_app_other_region),
            Self::IgnoredBuilds => msg!(mend_app_ignored_builds),
            Self::BuildFailed => msg!(mend_app_build_failed),
            Self::NotStarted => msg!(mend_app_pm2_failed),
        }
    }
}
