lesson-error = { $place }: { $problem }
lesson-file-missing = ファイルがありません
lesson-not-utf8 = UTF-8 のテキストではありません
lesson-format = 教材の形式は { $found } ですが、このバージョンのチューターが読めるのは { $known } です
lesson-unknown-value = { $name } という値はありません
lesson-circular-value = 値 { $name } の参照が循環しています
lesson-value-type = 値 { $name } は文字列か数値でなければなりません
lesson-unknown-snippet = { $name } というスニペットはありません
lesson-step-twice = ステップ { $id } が2つあります
lesson-check-twice = ステップ { $step } にチェック { $id } が2つあります
lesson-hints-differ = ヒントの数が日本語は { $ja }、英語は { $en } で一致していません
lesson-markdown = 教材では { $construct } を使えません
lesson-stray-file = どのステップにも属さないファイルです
lesson-ambiguous-width = 文字 { $character } は、端末によって1桁にも2桁にもなります

progress-unreadable = { $place }: 保存された進捗を読めません: { $problem }。ファイルはそのまま残してあります。直すか、別の場所に移して最初から始めてください。
progress-newer = 新しいバージョンのチューターで書かれています（形式 { $found }、このバージョンが読めるのは { $known }）
progress-not-saved = 進捗を保存できません: { $file }: { $error }
