# Lesson packs that are kept: `lesson add`, `list`, `remove`, `update`.
lesson-no-home = There is no home folder, so lesson packs can't be kept. Name a folder with --lesson.
lesson-unknown-none = there is no folder { $id }, and no lesson pack is kept. Keep one: ec-site-tutor lesson add FILE
lesson-unknown = there is no folder { $id }, and no lesson pack of that id is kept. Kept are: { $known }
lesson-fetch-first = The tutor fetches nothing from the internet. Download the archive, then add it: { $command }
lesson-unreadable = { $file } can't be read: { $error }
lesson-other-checksum = { $file } isn't the file it should be, so it was not kept: its SHA-256 is { $found }, and should be { $wanted }. Download it again, or ask its author.
lesson-same = { $id } is the same already.
lesson-refused = { $file } was not kept: { $problem }
lesson-kept = The lesson { $id } { $version } is kept (SHA-256 { $checksum }).
lesson-unchecked = Its checksum was compared with nothing. Where its author gives one, compare it, or add --sha256 HEX.
lesson-begin = Begin it: ec-site-tutor --lesson { $id }. To begin with it each time, write lesson = "{ $id }" as the first line of ~/.config/ec-site-tutor/config.toml.
lesson-removed = The lesson { $id } is removed. Its progress stays.
lesson-no-origin = where { $id } came from isn't known. Name the archive: ec-site-tutor lesson update { $id } FILE
lesson-line = { $id } { $version }  { $title }  { $checksum }  { $from }
lesson-line-faulty = { $id }: { $problem }
shelf-other-id = it holds the lesson { $id }, not { $wanted }
shelf-there = a lesson { $id } is kept already. Replace it: ec-site-tutor lesson update { $id } FILE
shelf-id = its id is "{ $id }". To be kept, an id has at most 64 letters, digits, "-", "_" and ".", and begins with a letter or a digit
shelf-own-id = its id, { $id }, is that of the built-in lesson
archive-too-large = it is larger than a lesson pack may be: { $packed } MB packed, { $content } MB unpacked, no more than 200 times as much as packed
archive-too-many = it holds more files and folders than { $most }
archive-no-file = { $file } is a link or a device; a lesson pack has only files and folders
archive-large-file = { $file } is larger than { $most } MB
archive-twice = { $file } stands in it twice
archive-path = the path "{ $file }" isn't one within a pack, or can't be seen whole
archive-no-pack = it must hold exactly one lesson.toml, at the top or in one folder
archive-broken = it is no .tar.gz or .tar archive that can be read: { $error }
lesson-file-large = this file is larger than { $most } MB
lesson-requires = the lesson needs ec-site-tutor { $wanted } or newer, and this is { $release }. Update the tutor.
lesson-requires-form = requires is written ">=0.2"
lesson-fallen-behind = { $other } changed since both said the same. Once they do again: lint --translated
