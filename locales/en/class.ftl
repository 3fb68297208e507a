class-roster-twin = Another learner in the roster has the id or name { $id }, too. Give each an id of its own.
class-roster-nameless = This learner has neither name nor id.
class-roster-no-way = How to read this learner is missing: give role_arn, profile or evidence.
class-roster-two-ways = Give only one of role_arn, profile and evidence.
class-roster-role = { $arn } isn't the ARN of a role. It looks like arn:aws:iam::111122223333:role/EcSiteTutorClass.
class-roster-external-id = The external id must have 2 to 1224 letters, digits or any of _ + = , . @ : / - and no spaces.
class-roster-account = { $account } isn't an account number. It has 12 digits.
class-roster-unknown-field = There is no field { $name }.
class-roster-text = { $name } must be a text in quotes.
class-roster-empty = There are no learners in it. "ec-site-tutor class --init" prints a roster to begin with.
class-roster-learner = A learner is a table: [[learner]]
class-roster-column = There is no column { $name }. Columns: { $known }
class-roster-column-twice = The column { $name } is there twice.
class-roster-quote = A quotation mark is opened here and never closed.
class-roster-too-many-cells = This row has more cells than the first line has names.

class-other-account = The account that was read is { $found }, and the roster has { $wanted }.
class-late = The account didn't answer in time.
