# 教材に付けたテスト（`test DIR`）
scenario-path-open = { $path }: 角かっこが閉じられていません
scenario-path-selector = { $path }: [{ $selector }] は番号でも key=value でもありません
scenario-path-field = { $path }: { $field } という項目はありません
scenario-path-item = { $path }: { $item } に当たる要素はありません
scenario-path-several = { $path }: { $item } に当たる要素が複数あります
scenario-path-no-list = { $path }: そこは配列ではありません
scenario-path-no-item = { $path }: 配列の要素を指していません
scenario-one-deed = { $path }: 変更は1つにつき1種類だけ書きます（set、copy、clear、remove、push、twin、replace、script、script_text、encode、denied、failed のどれか）
scenario-no-text = { $path }: そこは文字列ではありません
scenario-nothing-to-replace = { $path }: そこの文字列に { $text } は含まれていません
scenario-no-account = 変更した結果が、アカウントとして成り立ちません: { $error }
scenario-unknown-check = { $id } というステップやチェックはありません
scenario-status = { $status }
scenario-verdict-wanted = { $status }（{ $words }）
scenario-verdict-found = { $status }（cause: { $cause }、実際: { $found }、対処: { $fix }）
scenario-differs = { $id }: 期待した結果は { $wanted }、実際は { $found }
scenario-not-listed = { $id }: expect にないのに、変更する前と結果が違います: { $verdict }

test-passed = { $file }: { $name }: 期待どおりです
test-failed = { $file }:{ $line }: { $name }: { $problem }
test-none = { $folder } に tests/*.toml がありません。
test-unknown = { $name } というテストはありません。テストの一覧: { $known }
test-summary = テスト{ $all }件のうち{ $passed }件が期待どおりでした。
test-unknown-base = base に書かれた { $name } というアカウントはありません。使えるのは demo と step4、それに tests/ に置いた提出用ページ（page.html など）です
test-bad-page = { $page } は提出用ページとして読めません: { $error }
