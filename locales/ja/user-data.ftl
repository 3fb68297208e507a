# ユーザーデータ: bash が実行したらどうなるか
user-data-in-line = { $line }行目: { $what }
user-data-actual-home = スクリプトはお店をデプロイします。シークレット: { $arn }。HOME が { $home } ではありません。お店は動きますが、自分のセッションの pm2 list には何も出ません。
user-data-proven = まさにこのバージョンから起動したインスタンスが healthy なので、スクリプトはお店をデプロイできています。
user-data-not-unpacked = スクリプトは、お店のアーカイブを展開していません。
user-data-no-env = お店が必要とするとき、その .env に { $key }= の行がありません。
user-data-env-late = .env にシークレットの ARN を書くのがお店の起動より後なので、お店は読み込めません。
user-data-env-late-fix = .env は、お店を起動する行より前で書いてください。
user-data-syntax = bash が読めない書き方なので、スクリプトはここで止まります。
user-data-syntax-fix = この行とその前で、引用符、かっこ、then、fi、do、done の不足や余りを探してください。CloudShell で bash -n ファイル名 としても見つかります。
user-data-ends = { $command } が失敗し、set -e のためスクリプトはここで終わります。
user-data-ends-fix = この行を直すか、失敗してもよいコマンドなら後ろに || true を付けてください。
user-data-unbound = { $name } に値がないので、set -u のあるスクリプトはここで終わります。
user-data-unbound-fix = この行より上で { $name } に値を入れるか、値そのものを書いてください。ユーザーデータはログインせずに動くので、HOME や、プロファイルで決まる変数は空です。
user-data-exits = お店を起動する前に、スクリプトがここで自分から終わります。これより下の行は実行されません。
user-data-exits-fix = この行を消すか、お店を起動する行のあとに移してください。
user-data-stopped = お店は起動しますが、その後で止められるか、フォルダーごと消されます。
user-data-stopped-fix = pm2 を止める行やお店のフォルダーを消す行は、なくすか、起動より前に移してください。
user-data-refused = 1行目が指すプログラムは、この書き方では起動できません: { $found }
user-data-unfollowed = この形式のユーザーデータは、チューターでは追えません: { $kind }
user-data-open = チューターは、スクリプトの{ $line }行目を追えません: { $construct }
user-data-unfollowed-fix = 自分のスクリプトを下の5行と見比べ、同じことをしていれば確認済みにしてください。このバージョンから起動したインスタンスが正常になれば、それだけで確認できたことになります。
user-data-goal-fetch = 1. アーカイブ { $archive } を取得する。
user-data-goal-unpack = 2. 展開して、フォルダー「{ $folder }」ができるようにする。
user-data-goal-env = 3. 起動より前に、そのフォルダーの .env に { $key }= と自分のシークレットの ARN を1行で書く。
user-data-goal-build = 4. そのフォルダーで pnpm install、続いて pnpm build を実行する。
user-data-goal-start = 5. そのフォルダーで pm2 start を実行し、そのあとは止めたり消したりしない。
cause-user-data-unfollowed = チューターにはスクリプトを追えないところがあり、お店が動くようになるかどうか分かりません。
cause-user-data-suspect = インスタンスで応答するものがなく、そのスクリプトにはチューターが追えないところがあります。まず疑うべきところですが、証拠はまだありません。
mend-user-data-suspect = システムログを終わりから読み、何に失敗したのかを探してください。手がかりがなければ、スクリプトを { $step_launch_template }の5行と見比べるか、このラボのスクリプトを新しいバージョンに入れてください: ec-site-tutor snippet user-data
