# ユーザーデータ: bash が実行したらどうなるか
user-data-in-line = { $line }行目: { $what }
user-data-actual-home = スクリプトはショップをデプロイします。シークレット: { $arn }。HOME が { $home } ではありません。ショップは動きますが、自分のセッションの pm2 list には何も出ません。
user-data-proven = まさにこのバージョンから起動したインスタンスが healthy なので、スクリプトはショップをデプロイできています。
user-data-not-unpacked = スクリプトは、ショップのアーカイブを展開していません。
user-data-no-env = ショップが必要とするとき、その .env に { $key }= の行がありません。
user-data-env-late = .env にシークレットの ARN を書くのがショップの起動より後なので、ショップは読み込めません。
user-data-env-late-fix = .env は、ショップを起動する行より前で書いてください。
user-data-syntax = bash が読めない書き方なので、スクリプトはここで止まります。
user-data-syntax-fix = この行とその前で、引用符、かっこ、then、fi、do、done の不足や余りを探してください。CloudShell で bash -n ファイル名 としても見つかります。
user-data-ends = { $command } が失敗し、set -e のためスクリプトはここで終わります。
user-data-ends-fix = この行を直すか、失敗してもよいコマンドなら後ろに || true を付けてください。
user-data-unbound = { $name } に値がないので、set -u のあるスクリプトはここで終わります。
user-data-unbound-fix = この行より上で { $name } に値を入れるか、値そのものを書いてください。ユーザーデータはログインせずに動くので、HOME や、プロファイルで決まる変数は空です。
user-data-exits = お店を起動する前に、スクリプトがここで自分から終わります。これより下の行は実行されません。
user-data-exits-fix = この行を消すか、お店を起動する行のあとに移してください。
user-data-stopped = ショップは起動しますが、その後で止められるか、フォルダごと消されます。
user-data-stopped-fix = pm2 を止める行やショップのフォルダを消す行は、なくすか、起動より前に移してください。
user-data-refused = 1行目が指すプログラムは、この書き方では起動できません: { $found }
user-data-unfollowed = この形式のユーザーデータは、チューターでは追えません: { $kind }
user-data-open = チューターは、スクリプトの{ $line }行目を追えません: { $construct }
user-data-open-fix = 見比べてから確認してください。スクリプトに必要なのは、1. { $archive } の取得、2. 展開、3. { $folder } の .env に { $key }= と自分のシークレットの ARN を書くこと、4. そこでの pnpm install と pnpm build、5. そこでの pm2 start です。このバージョンのインスタンスが healthy になれば、自動で確認済みになります。
