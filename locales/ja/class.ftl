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
class-late = アカウントから時間内に応答がありませんでした。
