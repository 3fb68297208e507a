# 保存した教材（`lesson add`、`list`、`remove`、`update`）
lesson-no-home = ホームフォルダーがないので、教材を保存できません。--lesson でフォルダーを指定してください。
lesson-unknown-none = { $id } というフォルダーはなく、保存した教材もありません。保存するには: ec-site-tutor lesson add FILE
lesson-unknown = { $id } というフォルダーも、その ID の保存した教材もありません。保存してある教材: { $known }
lesson-fetch-first = このチューターはインターネットから何も取得しません。アーカイブをダウンロードしてから追加してください: { $command }
lesson-unreadable = { $file } を読めません: { $error }
lesson-other-checksum = { $file } は期待されたファイルではないので、保存しませんでした。SHA-256 は { $found } ですが、{ $wanted } のはずです。ダウンロードし直すか、作者に確かめてください。
lesson-same = { $id } はすでに同じものです。
lesson-refused = { $file } は保存しませんでした: { $problem }
lesson-kept = 教材 { $id } { $version } を保存しました（SHA-256 { $checksum }）。
lesson-unchecked = チェックサムは何とも照合していません。作者が公開していれば、見比べるか、--sha256 HEX を付けてください。
lesson-begin = 始めるには: ec-site-tutor --lesson { $id }。いつもこの教材で始めるには、~/.config/ec-site-tutor/config.toml の先頭の行に lesson = "{ $id }" と書きます。
lesson-removed = 教材 { $id } を取り除きました。進み具合の記録は残っています。
lesson-no-origin = { $id } の元のファイルが分かりません。アーカイブを指定してください: ec-site-tutor lesson update { $id } FILE
lesson-line = { $id } { $version }  { $title }  { $checksum }  { $from }
lesson-line-faulty = { $id }: { $problem }
shelf-other-id = 中身は教材 { $id } で、{ $wanted } ではありません
shelf-there = 教材 { $id } はすでに保存してあります。入れ替えるには: ec-site-tutor lesson update { $id } FILE
shelf-id = ID が「{ $id }」です。保存できる ID は、英数字と「-」「_」「.」の64文字までで、英数字で始まるものです
shelf-own-id = ID の { $id } は、内蔵の教材のものです
archive-too-large = 教材の大きさの上限を超えています（圧縮後 { $packed } MB、展開後 { $content } MB、圧縮率200倍まで）
archive-too-many = ファイルとフォルダーが { $most }個を超えています
archive-no-file = { $file } はリンクかデバイスです。教材に入れられるのはファイルとフォルダーだけです
archive-large-file = { $file } が { $most } MB を超えています
archive-twice = { $file } が2回入っています
archive-path = パス「{ $file }」が外を指しているか、目に見えない文字を含んでいます
archive-no-pack = lesson.toml が、先頭か1つのフォルダーの中に、ちょうど1つ必要です
archive-broken = 読める .tar.gz や .tar のアーカイブではありません: { $error }
lesson-file-large = このファイルは { $most } MB を超えています
lesson-requires = この教材には ec-site-tutor { $wanted } 以降が必要ですが、いまの版は { $release } です。チューターを更新してください。
lesson-requires-form = requires は ">=0.2" のように書きます
lesson-fallen-behind = 同じ内容だと記録した後で { $other } が変わりました。内容をそろえたら lint --translated で記録し直してください
