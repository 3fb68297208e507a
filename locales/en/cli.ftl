usage-about = A tutor for step 4 of the course: it teaches scaling the shop on AWS, and looks at your own account to see that each step is done.
usage-bare =
    Without a command, the tutor opens on the whole screen.
    To try it without AWS:
usage-heading = Usage
usage-commands = Commands
usage-options = Options
usage-lang = Language of the tutor
usage-profile = AWS profile to use
usage-region = AWS region to read
usage-lesson = Lesson pack to use instead of the built-in one: a folder, or the id of one added by lesson add
usage-demo = Use a simulated account: no AWS, no credentials, no network
usage-plain = Tell the lesson in plain lines: for screen readers, dumb terminals and pipes
usage-color = When to use colour
usage-help = Show this help
usage-version = Show the version
usage-json = Print JSON
usage-check = Check the account, all steps or the ones named
usage-check-steps = Steps to show, such as 1-1; all where none is named
usage-status = Show the saved progress, without any network
usage-snippet = Print a command or script of the lesson with your values, ready to paste
usage-snippet-name = Its name, or the id of its step; without one, the names are listed
usage-snippet-output = File to write it to; - is stdout
usage-force = Replace a file that is there already
usage-lint = Check a lesson pack
usage-lint-folder = Folder of the pack; the built-in one where none is named
usage-lesson-command = Keep lesson packs on this machine
usage-lesson-list = List the packs that are kept
usage-lesson-add = Keep the pack in an archive (.tar.gz or .tar)
usage-lesson-archive = The archive; a checksum in a file beside it, FILE.sha256, is compared
usage-lesson-sha256 = SHA-256 that the archive must have
usage-lesson-remove = Remove a pack; the progress in it stays
usage-lesson-id = Id of the pack
usage-lesson-update = Put a newer archive in the place of a pack
usage-lesson-again = The newer archive; the file that it came from where none is named
usage-lint-translated = Note that the texts of both languages say the same now; from then on, lint tells which fell behind
usage-new = Make a lesson pack to begin with
usage-new-folder = Folder to make; an empty one may be there
usage-kinds = List the kinds of checks, with their parameters and an example each
usage-kinds-names = Kinds to show; all where none is named
usage-schema = Print the JSON Schema of lesson.toml, for editors
usage-test = Perform the tests of a lesson pack, tests/*.toml
usage-test-folder = Folder of the pack
usage-test-enter = Open the tutor on the account that the test of this name makes
usage-completions = Print completions for a shell
usage-shell = The shell
usage-man = Print the manual page
usage-see-help = Try --help.
usage-unknown-argument = There is no option { $argument }.
usage-not-text = the argument { $argument } isn't UTF-8 text
usage-variable-not-text = the environment variable { $name } isn't UTF-8 text
usage-unknown-command = There is no command { $command }.
usage-missing = { $argument } is missing.
usage-no-value = { $argument } needs a value.
usage-invalid-value = { $argument } can't be { $value }. Possible: { $possible }
usage-twice = { $argument } can't be given twice.

output-failed = The output could not be written: { $error }
check-unknown-step = There is no step { $id }. Steps: { $known }
lint-sound = The lesson pack is sound.
new-made = { $folder } is made. Try it: ec-site-tutor lint { $folder }, ec-site-tutor test { $folder }, ec-site-tutor --demo --lesson { $folder }
new-not-empty = { $folder } is there already and not empty, so nothing was written. Name another folder.
kinds-unknown = there is no kind { $name }. Kinds: { $known }
kinds-one-of = { $text } One of: { $words }.
kinds-optional = { $text } Optional.
snippet-unknown = There is no snippet { $name }. Snippets: { $known }
file-not-written = { $file } could not be written: { $error }
file-in-the-way = { $file } is there already and stays as it is. Name another file, or add --force to replace it.
file-not-plain = { $file } is a link, a folder or a device, so nothing was written to it. Name another file.
status-nothing = Nothing is saved yet.
status-account = Account { $account }: { $passed } of { $all } { $all ->
    [one] step
   *[other] steps
} done
status-passed-step = { "  " }✓ { $id }  { $title } - done { $at }
status-open-step = { "  " }- { $id }  { $title } - not done yet
tutor-no-terminal = The tutor's screen needs a terminal. Without one, use: ec-site-tutor --plain, ec-site-tutor check, or ec-site-tutor status
tutor-dumb-terminal = This terminal (TERM=dumb) can't show the tutor's screen. Use: ec-site-tutor --plain
runtime-failed = The program could not start: { $error }

version = ec-site-tutor { $release } (lesson { $lesson } { $edition })
version-of-commit = ec-site-tutor { $release } ({ $commit }, lesson { $lesson } { $edition })
man-name = Name
man-synopsis = Synopsis
man-exit-status = Exit status
man-exit-passed = Done; of check: all is passed, or a matter of your word
man-exit-failed = It could not be done, and a message says why; of check: something failed or waits
man-exit-usage = Wrong usage, a bad lesson pack, an unreadable file of the tutor's
man-exit-unknown = Of check: nothing failed or waits, but something could not be read
man-files = Files
man-file-state = Saved progress, a file for each account and lesson; by default below ~/.local/state
man-file-config = Settings: language, profile, region, time zone, the lesson's values, prices; by default below ~/.config
man-environment = Environment
man-variable-aws = As in the AWS CLI, and all others that say where credentials come from
man-variable-language = The language, where neither --lang nor the settings name one
man-variable-zone = The zone of times, where the settings name none
man-variable-color = Switches colour off, where it isn't empty
only-demo = This build has only the demo, no AWS. Add --demo, or build it with AWS: cargo build

# config.toml
settings-unknown-zone = { $field }: there is no time zone { $name }. Write a name such as Asia/Tokyo.
settings-unknown-value = not used: the lesson { $lesson } has no such value ({ $problem }). A value of another lesson goes under [values.ID], with that lesson's id.
