usage-about = コースのステップ 4 のチューターです。AWS でお店のアクセス増に備える方法を学び、各ステップが終わったかどうかを自分のアカウントで確かめます。
usage-bare = 
    コマンドを付けずに実行すると、チューターの画面が開きます。
    AWS を使わずに試すには、次のように実行します。
usage-heading = 使い方
usage-commands = コマンド
usage-options = オプション
usage-lang = 表示する言語
usage-profile = 使用する AWS プロファイル
usage-region = 読み取る AWS リージョン
usage-lesson = 内蔵の教材の代わりに使う教材のフォルダー
usage-demo = 模擬アカウントを使う（AWS も認証情報もネットワークも不要）
usage-plain = 行だけで進める（スクリーンリーダー、画面を制御できない端末、パイプ向け）
usage-color = 色を使うかどうか
usage-help = このヘルプを表示する
usage-version = バージョンを表示する
usage-json = JSON で出力する
usage-check = アカウントを確認する（すべてのステップ、または指定したステップ）
usage-check-steps = 表示するステップ（例: 1-1）。省略するとすべて
usage-status = 保存された進捗を表示する（ネットワーク不要）
usage-snippet = 教材のコマンドやスクリプトを、自分の値を入れて出力する
usage-snippet-name = 名前、またはステップの ID。省略すると一覧を表示
usage-snippet-output = 書き込むファイル（- は標準出力）
usage-force = すでにあるファイルを置き換える
usage-lint = 教材を検査する
usage-lint-folder = 教材のフォルダー。省略すると内蔵の教材
usage-completions = シェルの補完スクリプトを出力する
usage-shell = シェル
usage-man = マニュアルページを出力する
usage-see-help = --help で使い方を確認できます。
usage-unknown-argument = { $argument } というオプションはありません。
usage-not-text = 引数 { $argument } は UTF-8 のテキストではありません
usage-variable-not-text = 環境変数 { $name } は UTF-8 のテキストではありません
usage-unknown-command = { $command } というコマンドはありません。
usage-missing = { $argument } を指定してください。
usage-no-value = { $argument } には値が必要です。
usage-invalid-value = { $argument } に { $value } は指定できません。指定できる値: { $possible }
usage-twice = { $argument } は一度しか指定できません。

output-failed = 出力を書き込めませんでした: { $error }
check-unknown-step = ステップ { $id } はありません。ステップ: { $known }
lint-sound = 教材に問題はありません。
snippet-unknown = スニペット { $name } はありません。スニペット: { $known }
file-not-written = { $file } に書き込めませんでした: { $error }
file-in-the-way = { $file } はすでにあるため、そのまま残しました。別のファイルを指定するか、--force を付けて置き換えてください。
file-not-plain = { $file } はリンク、フォルダー、デバイスのどれかなので、書き込みませんでした。別のファイルを指定してください。
status-nothing = まだ何も保存されていません。
status-account = アカウント { $account }: { $all } ステップ中 { $passed } ステップ完了
status-passed-step = { "  " }✓ { $id }  { $title } - 完了（{ $at }）
status-open-step = { "  " }- { $id }  { $title } - 未完了
tutor-no-terminal = チューターの画面には端末が必要です。端末がない場合は、ec-site-tutor --plain、ec-site-tutor check、ec-site-tutor status のどれかを使ってください。
tutor-dumb-terminal = この端末（TERM=dumb）には、チューターの画面を表示できません。ec-site-tutor --plain を使ってください。
runtime-failed = プログラムを開始できませんでした: { $error }

version = ec-site-tutor { $release } (教材 { $lesson } { $edition })
version-of-commit = ec-site-tutor { $release } ({ $commit }, 教材 { $lesson } { $edition })
man-name = 名前
man-synopsis = 書式
man-exit-status = 終了ステータス
man-exit-passed = 正常に終わりました。check では、すべて合格したか、残りがあなたの申告だけのとき
man-exit-failed = 実行できませんでした（理由はメッセージで伝えます）。check では、不合格か処理待ちがあるとき
man-exit-usage = 使い方の誤り、教材の誤り、またはチューターのファイルを読めないとき
man-exit-unknown = check で、不合格も処理待ちもないものの、読み取れなかったものがあるとき
man-files = ファイル
man-file-state = 保存された進捗（アカウントと教材ごとに1ファイル）。省略時は ~/.local/state の下
man-file-config = 設定（言語、プロファイル、リージョン、タイムゾーン、教材の値、料金）。省略時は ~/.config の下
man-environment = 環境変数
man-variable-aws = AWS CLI と同じです。認証情報の場所を示すほかの環境変数も同じように使えます
man-variable-language = --lang も設定もないときの表示言語
man-variable-zone = 設定にないときのタイムゾーン
man-variable-color = 空でなければ、色を使いません
only-demo = このビルドで使えるのはデモだけで、AWSのアカウントは読めません。--demo を付けるか、AWSを含めてビルドしてください: cargo build

# config.toml
settings-unknown-zone = { $field }: { $name } というタイムゾーンはありません。Asia/Tokyo のような名前を書いてください。
settings-unknown-value = 使われません。教材 { $lesson } にこの値はありません（{ $problem }）。別の教材の値は、その教材の ID を付けた [values.ID] の下に書いてください。
