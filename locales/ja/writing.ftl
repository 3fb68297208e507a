tui-place-exercise = 演習
tui-place-found = 検索結果
tui-place-editor = 文章を書いているとき
tui-place-prompt = 1行を書いているとき
tui-place-always = いつでも

tui-do-enter-values = 自分の値を入力

tui-title-exercise = { $step }  演習
tui-title-writing = 書く
tui-title-found = 検索

tui-no-exercise = このステップには演習がありません。
tui-task = 問題 { $number } / { $count }
tui-choose = 番号で選んでください。
tui-right = 正解です。{ $because }
tui-not-right = 正解ではありません。{ $because }
tui-own-answer = あなたの答え
tui-no-answer = まだ書いていません。e で書き始めます。数行で十分です。
tui-no-value = まだ入力していません。e で入力します。
tui-task-hint = ヒント
tui-model-answer = 模範解答
tui-task-hint-more = h でヒントを開きます。
tui-model-answer-later = 自分の答えを書いたあとに h を押すと、模範解答が開きます。
tui-model-answer-more = h で模範解答を開きます。
tui-model-answer-compare = 正解は1つではありません。模範解答にあって自分の答えにないもの、その逆のものを探してみましょう。
tui-own-answer-first = 先に自分の答えを書いてみましょう（e）。模範解答は、見比べるためのものです。

tui-note = メモ
tui-note-on = 「{ $title }」のメモ
tui-note-kept = { $step }のメモを保存しました。
tui-value-promise = 残すのは ARN だけです。このコンピューターに保存し、スクリプトに入れます。シークレットの中身は入力しないでください。
tui-value-kept = 保存しました。教材のスクリプトにも入っています。
tui-secret-of-another-account = この ARN のシークレットは、別のアカウント { $found } のものです。今のアカウントは { $own } なので、インスタンスからは読めません。自分のシークレットの ARN を写してください。
tui-secret-of-another-region = この ARN のシークレットは、別のリージョン { $found } にあります。ここでは { $own } のシークレットを使います。コンソールの右上でリージョンを確かめて、写し直してください。
tui-not-a-secret-arn = シークレットの ARN ではないので、保存しませんでした。ARN は arn:aws:secretsmanager:us-east-1:...:secret:... の形です。

tui-search-for = 探す言葉を入力してください。ステップの番号を入れると、そのステップへ行けます。
tui-found = 「{ $word }」は{ $count }か所にあります。
tui-not-found = 「{ $word }」は、今読める範囲のどこにもありません。
