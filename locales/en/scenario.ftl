# A pack's own tests: `test DIR`.
scenario-path-open = { $path }: a bracket isn't closed
scenario-path-selector = { $path }: [{ $selector }] is neither a number nor key=value
scenario-path-field = { $path }: there is no field { $field } there
scenario-path-item = { $path }: there is no item { $item } there
scenario-path-several = { $path }: several items have { $item }
scenario-path-no-list = { $path }: there is no list there
scenario-path-no-item = { $path }: this names no item of a list
scenario-one-deed = { $path }: a change does exactly one thing: set, copy, clear, remove, push, twin, replace, script, script_text, encode, denied or failed
scenario-no-text = { $path }: there is no text there
scenario-nothing-to-replace = { $path }: the text there doesn't hold { $text }
scenario-no-account = the changes leave no account: { $error }
scenario-unknown-check = there is no step or check { $id }
scenario-status = { $status }
scenario-verdict-wanted = { $status } with { $words }
scenario-verdict-found = { $status } (cause { $cause }; found: { $found }; to do: { $fix })
scenario-differs = { $id } should be { $wanted }, and is { $found }
scenario-not-listed = { $id } isn't listed in expect, and is another than before: { $verdict }

test-passed = { $file }: { $name }: as expected
test-failed = { $file }:{ $line }: { $name }: { $problem }
test-none = { $folder } holds no tests/*.toml.
test-unknown = there is no test { $name }. Tests: { $known }
test-summary = { $passed } of { $all } { $all ->
    [one] test
   *[other] tests
} came out as written.
test-unknown-base = there is no account { $name } to begin with. Possible are demo, step4, and a page of evidence in tests/, such as page.html
test-bad-page = { $page } can't be read as a page of evidence: { $error }
