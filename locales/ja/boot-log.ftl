mend-app-archive-broken = スクリプトのアーカイブの場所をこのラボのものと見比べ、aws s3 cp で取得してください。ほかの方法では、拒否されたときの応答がアーカイブの代わりに保存されることがあります。
mend-app-secret-denied = プロファイルのロールにシークレットを読み取る権限（secretsmanager:GetSecretValue）があることと、スクリプトの ARN が自分のデータベースのシークレットのものであることを確かめてください。
mend-app-secret-missing = このリージョンの Secrets Manager で自分のシークレットの ARN をコピーし、テンプレートの新しいバージョンでスクリプトに入れてください。
mend-app-node-version = お店に合った道具が入っている、これまでのステップのインスタンスから AMI を作り、スクリプトで別の Node.js をインストールしないでください。
mend-app-package-lock = 道具は AMI に入っているので、スクリプトからパッケージのインストールを取り除き、グループに新しいインスタンスを起動させてください。
mend-app-port-taken = AMI がきれいになっておらず、起動時に古いお店が動き始めています。元のインスタンスをきれいにして{ $at_clean_instance }AMI を作り直し、テンプレートの新しいバージョンで選んでください。
cause-boot-syntax = スクリプトに bash の読めない行があり、そこで止まりました。
cause-boot-bad-name = スクリプトの中で、変数の名前にできないものが名前として書かれています。
mend-boot-bad-name = ログにある行を見てください。「名前=値」の = の前後に空白は置けません。名前に使えるのは英数字と _ だけです。
cause-boot-unbound = 値のない変数があり、set -u のあるスクリプトはそこで終わりました。
mend-boot-unbound = ログにある行より上で変数に値を入れるか、値そのものを書いてください。ユーザーデータはログインせずに動くので、プロファイルで決まる変数は空です。
cause-boot-no-home = スクリプトが HOME を使っていますが、ユーザーデータでは HOME に値がありません。
mend-boot-no-home = テンプレートの新しいバージョンで、スクリプトの1行目の下に export HOME=/root と書いてください。
cause-boot-not-run = cloud-init は最後まで進みましたが、スクリプトの出力が1行もありません。この起動ではスクリプトが実行されていません。
mend-boot-not-run = テンプレートの最新バージョンで、ユーザーデータの1行目が #!/bin/bash で、その前に何もないことを確かめてください。そのうえで、base64 のチェックを付けずに貼り付け直します。インスタンスを再起動しただけではユーザーデータは実行されないので、その場合はグループに入れ替えさせてください。
cause-boot-script-failed = スクリプトが失敗で終わりました。どのコマンドが失敗したのかは、ログに出ていません。
mend-boot-script-failed = システムログで、その上の行を読んでください。何もなければ、新しいバージョンのスクリプトの1行目の下に set -x と書くと、実行したコマンドがすべてログに残ります。
cause-app-no-region = インスタンスの AWS CLI に、リージョンが指定されていません。
mend-app-no-region = ログにあるコマンドに --region でリージョンを書くか、その上で AWS_DEFAULT_REGION を export してください。
cause-app-other-region = 問い合わせたリージョンにはバケットがない、と S3 が答えています。
mend-app-other-region = アーカイブを取得する行から --region と --endpoint-url を消すか、バケットのリージョンを書いてください。このラボのスクリプトの行には、どちらも要りません。
cause-app-ignored-builds = pnpm はすべてインストールしましたが、依存パッケージのビルド用スクリプトを動かさなかったことをエラーとして終わり、スクリプトもそこで終わりました。
mend-app-ignored-builds = このラボのスクリプトと同じように、テンプレートの新しいバージョンで pnpm install --config.strict-dep-builds=false と書いてください。
