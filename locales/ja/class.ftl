class-roster-twin = id または名前が「{ $id }」の受講者がほかにもいます。1人ずつ別の id を付けてください。
class-roster-nameless = この受講者には名前も id もありません。
class-roster-no-way = この受講者の読み取り方がありません。role_arn、profile、evidence のどれかを書いてください。
class-roster-two-ways = role_arn、profile、evidence は、どれか1つだけ書いてください。
class-roster-role = { $arn } はロールの ARN ではありません。例: arn:aws:iam::111122223333:role/EcSiteTutorClass
class-roster-external-id = 外部 ID は、英数字と _ + = , . @ : / - だけの2文字以上1224文字以下で、空白は使えません。
class-roster-account = { $account } はアカウント番号ではありません。12桁の数字で書いてください。
class-roster-unknown-field = { $name } という項目はありません。
class-roster-text = { $name } は、引用符で囲んだ文字列で書いてください。
class-roster-empty = 受講者が1人もいません。「ec-site-tutor class --init」で書き始めの名簿を出力できます。
class-roster-learner = 受講者は [[learner]] のテーブルで書いてください。
class-roster-column = { $name } という列はありません。使える列: { $known }
class-roster-column-twice = 列 { $name } が2つあります。
class-roster-quote = ここで始まる引用符が閉じられていません。
class-roster-too-many-cells = この行のセルが、1行目の列名より多くあります。

class-other-account = 読み取ったアカウントは { $found } ですが、名簿では { $wanted } です。
class-no-cause = 期待: { $expected } - 実際: { $actual }
class-late = アカウントから時間内に応答がありませんでした。
class-evidence-edited = ページの内容が、中に入っているデータと食い違っています。確認: ec-site-tutor evidence --verify { $file }
class-evidence-simulated = AWS のアカウントではなく、模擬アカウントのページです。
class-history-lost = 読み取った結果を保存できません: { $error }。滞在時間は、これ以降の読み取りから数えます。

class-just-now = 今着いたところ
class-minutes = { $minutes }分
class-hours = { $hours }時間{ $minutes }分
class-days = { $days }日{ $hours }時間
class-of-learners = { $time }（{ $count }人）

class-unread = 読み取れません
class-finished = すべて完了
class-line-current = { $sign } { $name }  { $step } { $word }（{ $time }）: { $reason }
class-line-finished = { $sign } { $name }  { $word }
class-line-unread = { $sign } { $name }  { $word }: { $reason }
class-cell = { $sign } { $step } { $word }
class-summary = 受講者 { $learners }人: 完了 { $finished }人、同じステップに { $limit }分以上 { $stuck }人、読み取れない { $unread }人
class-step = { "  " }{ $step }: 今ここ { $here }人（停滞 { $stuck }人）、完了 { $done }人
class-step-timed = { "  " }{ $step }: 今ここ { $here }人（停滞 { $stuck }人）、完了 { $done }人、所要時間の中央値 { $median }（{ $count }人）
class-no-row = 「class --json」の行でも「check --json」の結果でもありません。

class-page-title = クラスの状況: { $lesson }
class-page-when = { $time } までに読み取った結果
class-page-steps = ステップ
class-page-step = { $step } { $title }
class-page-worst = いちばん多くの受講者がいるステップ: { $step }（{ $title }）、{ $here }人
class-page-median-note = 所要時間は、そのステップが「今のステップ」になったことを最初に読み取ってから、次のステップに進んだことを最初に読み取るまでの時間の中央値です。読み取りの間隔より細かくは分かりません。ステップの始まりを読み取れなかった受講者は数えていません。
class-page-learners = 受講者
class-step-column = ステップ
class-here = 今ここ
class-stuck = 停滞
class-done = 完了
class-median = 所要時間（中央値）
class-name = 名前
class-now-at = 今のステップ
class-since = 滞在時間
class-reason = 原因

class-roster-format = 名簿のファイル名は .toml か .csv で終わる必要があります。
class-roster-encoding = UTF-8 のテキストではありません。表計算ソフトでは「CSV UTF-8」で保存してください。
class-shard = { $text } は 2/5 のような分け方ではありません。5 のように数だけを書くときは、環境変数 AWS_BATCH_JOB_ARRAY_INDEX か JOB_COMPLETION_INDEX が必要です。
class-other-lesson = { $id } の行は別の教材（{ $lesson }）のものです。
class-progress = { $all }人中 { $read }人を読み取りました（読み取れない: { $unread }人）
class-interrupted = 中断しました。受講者 { $all }人のうち { $read }人を表示しています。残りを続けるには --resume を付けてください。

role-about = コースの講師が ec-site-tutor でこのアカウントを読み取れるようにします（読み取りだけです）。
role-instructor = 講師のユーザーまたはロールの ARN。講師のアカウントが許可した全員なら arn:aws:iam::アカウント番号:root
role-external-id = 講師の名簿に書く外部 ID
role-name = ロールの名前

usage-policy-role = 講師がアカウントを読み取るためのロール（CloudFormation テンプレート）
usage-class = 講師向け: 受講者全員の状況を見る
usage-class-roster = 名簿（TOML または CSV）。「-」なら標準入力から JSON を読む
usage-class-init = 名簿の書き始めを出力する
usage-class-merge = 「class --json」や「check --json」の出力ファイルをまとめて表示する
usage-class-plain = 画面の代わりに行で出力する
usage-class-json = 読み取った順に、1人1行の JSON で出力する
usage-class-csv = 表計算ソフト用の表を出力する
usage-class-html = 受講者の一覧と、つまずきの多いステップのページを出力する
usage-class-shard = 受講者を N 個に分けた I 番目だけを読む。AWS Batch や Kubernetes が番号を渡すときは N だけでよい
usage-class-resume = 直前の MINUTES 分（省略時は 60）に読み取った受講者は読み直さない
usage-class-stuck-after = 同じステップに何分以上いると「停滞」とするか（省略時は 30）
usage-class-at-once = 同時に読み取るアカウント数の上限（省略時は 24）
usage-conflict = { $argument } と { $other } は同時に指定できません。
usage-wrong-value = { $argument } に { $value } は指定できません。
