//! The command line. Help texts are Fluent messages, put in by [`usage`](super::usage).

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::i18n::Language;

#[derive(Debug, Parser)]
#[command(name = "ec-site-tutor", version, disable_help_subcommand = true)]
pub struct Args {
    #[arg(long, global = true, value_parser = language(), value_name = "ja|en", hide_possible_values = true)]
    pub lang: Option<Language>,
    #[arg(long, global = true, value_name = "NAME")]
    pub profile: Option<String>,
    #[arg(long, global = true, value_name = "CODE")]
    pub region: Option<String>,
    #[arg(long, global = true, value_name = "DIR|ID")]
    pub lesson: Option<PathBuf>,
    #[arg(long, global = true)]
    pub demo: bool,
    #[arg(long)]
    pub plain: bool,
    #[arg(long, global = true, value_enum, value_name = "auto|always|never", hide_possible_values = true, hide_default_value = true, default_value_t = Color::Auto)]
    pub color: Color,
    #[arg(long, global = true)]
    pub ascii: bool,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// A language by its tag.
fn language() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(Language::ALL.map(Language::tag))
        .map(|tag| Language::of_tag(&tag).unwrap_or(Language::En))
}

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// Where the terminal takes it and NO_COLOR isn't set.
    Auto,
    /// In any case.
    Always,
    /// Not at all.
    Never,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Check(CheckOptions),
    Explain(ExplainOptions),
    Status(StatusOptions),
    Map(MapOptions),
    Drill(DrillOptions),
    Snippet(SnippetOptions),
    Load(LoadOptions),
    Cost(CostOptions),
    Cleanup(CleanupOptions),
    Evidence(EvidenceOptions),
    Policy(PolicyOptions),
    Class(ClassOptions),
    Doctor(DoctorOptions),
    Lint(LintOptions),
    #[command(subcommand)]
    Lesson(LessonCommand),
    New(NewOptions),
    Kinds(KindsOptions),
    Schema,
    Test(TestOptions),
    Completions(CompletionsOptions),
    Man,
}

impl Command {
    /// Whether a lesson must be there for it.
    pub fn needs_lesson(&self) -> bool {
        !matches!(
            self,
            Self::Lesson(_)
                | Self::New(_)
                | Self::Kinds(_)
                | Self::Schema
                | Self::Test(_)
                | Self::Completions(_)
                | Self::Man
        )
    }
}

#[derive(Debug, clap::Args)]
pub struct CheckOptions {
    #[arg(value_name = "STEP")]
    pub steps: Vec<String>,
    #[arg(long)]
    pub json: bool,
    #[arg(long)]
    pub watch: bool,
}

#[derive(Debug, clap::Args)]
pub struct ExplainOptions {
    #[arg(value_name = "STEP")]
    pub steps: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub struct StatusOptions {
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub struct MapOptions {
    #[arg(long, value_name = "FILE")]
    pub svg: Option<PathBuf>,
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, clap::Args)]
pub struct DrillOptions {
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    #[arg(long)]
    pub plain: bool,
}

#[derive(Debug, clap::Args)]
pub struct CostOptions {
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub struct CleanupOptions {
    #[arg(long)]
    pub json: bool,
    #[arg(long, conflicts_with = "json")]
    pub commands: bool,
}

#[derive(Debug, clap::Args)]
pub struct EvidenceOptions {
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub redact: bool,
    #[arg(long, value_name = "NAME", value_parser = short)]
    pub name: Option<String>,
    #[arg(long, value_name = "ID", value_parser = short)]
    pub id: Option<String>,
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub verify: Vec<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub struct SnippetOptions {
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, clap::Args)]
pub struct LoadOptions {
    #[arg(long, value_name = "N")]
    pub count: Option<u32>,
    #[arg(long, value_name = "SECONDS")]
    pub interval: Option<String>,
    #[arg(long)]
    pub beyond_lesson: bool,
    #[arg(long)]
    pub yes: bool,
    #[arg(long, value_name = "URL")]
    pub site_url: Option<String>,
}

#[derive(Debug, clap::Args)]
pub struct PolicyOptions {
    #[arg(long)]
    pub role: bool,
}

#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own on the command line")]
pub struct ClassOptions {
    #[arg(value_name = "ROSTER")]
    pub roster: Option<PathBuf>,
    #[arg(long, conflicts_with_all = ["roster", "merge"])]
    pub init: bool,
    #[arg(long, value_name = "FILE", num_args = 1.., conflicts_with = "roster")]
    pub merge: Vec<PathBuf>,
    #[arg(long, group = "format")]
    pub plain: bool,
    #[arg(long, group = "format")]
    pub json: bool,
    #[arg(long, group = "format")]
    pub csv: bool,
    #[arg(long, group = "format")]
    pub html: bool,
    #[arg(long, group = "format")]
    pub xlsx: bool,
    #[arg(long, group = "format")]
    pub gradebook: bool,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(long, value_name = "MINUTES", requires = "output", conflicts_with = "merge", value_parser = clap::value_parser!(u16).range(1..))]
    pub every: Option<u16>,
    #[arg(long)]
    pub anonymous: bool,
    #[arg(long, value_name = "DIR", conflicts_with = "anonymous")]
    pub feedback: Option<PathBuf>,
    #[arg(long, value_name = "I/N")]
    pub shard: Option<String>,
    #[arg(long, value_name = "MINUTES", num_args = 0..=1, default_missing_value = "60")]
    pub resume: Option<u16>,
    #[arg(long, value_name = "MINUTES", hide_default_value = true, default_value_t = 30)]
    pub stuck_after: u16,
    #[arg(long, value_name = "N", hide_default_value = true, default_value_t = 24, value_parser = clap::value_parser!(u8).range(1..=40))]
    pub at_once: u8,
}

#[derive(Debug, clap::Args)]
pub struct DoctorOptions {
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub struct LintOptions {
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,
    #[arg(long, requires = "folder")]
    pub translated: bool,
}

#[derive(Debug, Subcommand)]
pub enum LessonCommand {
    List,
    Add(AddOptions),
    Remove(RemoveOptions),
    Update(UpdateOptions),
}

#[derive(Debug, clap::Args)]
pub struct AddOptions {
    #[arg(value_name = "FILE")]
    pub archive: PathBuf,
    #[arg(long, value_name = "HEX")]
    pub sha256: Option<String>,
}

#[derive(Debug, clap::Args)]
pub struct RemoveOptions {
    #[arg(value_name = "ID")]
    pub id: String,
}

#[derive(Debug, clap::Args)]
pub struct UpdateOptions {
    #[arg(value_name = "ID")]
    pub id: String,
    #[arg(value_name = "FILE")]
    pub archive: Option<PathBuf>,
    #[arg(long, value_name = "HEX")]
    pub sha256: Option<String>,
}

#[derive(Debug, clap::Args)]
pub struct NewOptions {
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
}

#[derive(Debug, clap::Args)]
pub struct KindsOptions {
    #[arg(value_name = "KIND")]
    pub names: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub struct TestOptions {
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub enter: Option<String>,
}

#[derive(Debug, clap::Args)]
pub struct CompletionsOptions {
    #[arg(value_enum)]
    pub shell: Shell,
}

/// What a person is called.
fn short(text: &str) -> Result<String, String> {
    if text.chars().count() <= LONGEST_NAME { Ok(text.to_owned()) } else { Err(String::new()) }
}

/// The longest name, in characters.
const LONGEST_NAME: usize = 200;
