# ロードバランサーを通したサイトの応答: 誰の応答か、どうすればよいか。
site-redirected = http://{ $name } の応答は { $status } で、お客さまを { $location } に案内しています。
site-after-redirect = http://{ $name } の応答は、{ $page } に案内されたあとの { $status } です。
site-errors = http://{ $name } に数秒の間に { $count }回アクセスしましたが、毎回エラーでした: { $codes }
site-some-errors = http://{ $name } は応答していますが、毎回ではありません。数秒の間の { $count }回のうち { $errors }回がエラーでした（{ $codes }）。
site-some-errors-fix = 正常な応答に混ざったエラーは、故障ではありません。グループがインスタンスを入れ替えている間や、新しいインスタンスがお店をビルドしている間は起こります。15分たっても続くなら、{ $the_step_targets }を確認してください。
site-firewall = http://{ $name } の応答は { $status } で、AWS WAF がお客さまに先に何かを求めています: { $action }

site-no-page-fix = { $who }{ $todo }
site-who-firewall = これはお店ではなく、ファイアウォール（AWS WAF）の応答です。
site-who-balancer = これはお店ではなく、ロードバランサー自身の応答です（Server: { $server }）。
site-who-shop = ロードバランサー自身の印がなく、リスナーのルールによるものでもないので、お店の応答です。
site-who-untold = お店の応答なのか、リスナーのルールによるものなのか、応答からは分かりません。
site-who-unread = お店の応答なのか、リスナーのルールによるものなのか、応答からは分かりません。ルールは読み取れませんでした（{ $why }）。
site-firewall-fix = WAF & Shield > ウェブ ACL（保護パック）で、このロードバランサーを保護しているものを開き、ロードバランサーを外してください。このラボではファイアウォールを使いません。
site-balancer-fix = EC2 > ロードバランサー > リスナーとルール で、デフォルトのアクションがターゲットグループへの転送であることと、その前にリダイレクトや固定レスポンスのルールがないことを確かめてください。どちらも正しければ、ファイアウォールが断っています。ロードバランサーの「統合」タブで AWS WAF を確認してください。
site-redirected-fix = トップページは、このアドレスから HTTP で返るはずです。EC2 > ロードバランサー > リスナーとルール で、リダイレクトするルールを探してください。なければ、お店のプログラムが案内しています。お店の設定で、自分のアドレスを何としているかを確かめてください。
site-refused-fix = トップページは、誰にでも開いているはずです。EC2 > ロードバランサー > リスナーとルール で、お客さまを断るルールを探してください。なければ、Session Manager でお店のログを読んでください。
site-not-found-fix = トップページがありません。EC2 > ロードバランサー > リスナーとルール で、固定レスポンスのルールを探してください。なければ、インスタンスでお店とは別のものが動いています。Session Manager で入り、pm2 list で確かめてください。
site-other-fix = ブラウザーで http://{ $name } を開いて、表示される内容を読んでください。次に EC2 > ロードバランサー > リスナーとルール と、Session Manager で見るお店のログを確認してください。

cause-site-firewall = ファイアウォール（AWS WAF）が、お客さまをお店に通していません。
cause-site-redirected = お客さまが別のアドレスに案内され、ここではページを見られません。
cause-site-refused = お客さまが { $status } で断られています。
cause-site-not-found = このアドレスにページがありません（{ $status }）。
cause-balancer-bad-gateway = ロードバランサーが 502 を返しています。お店が途中で接続を切ったか、HTTP ではないものを返しました。
cause-balancer-no-target = ロードバランサーが 503 を返しています。そのとき、お客さまの送り先がありませんでした。
cause-balancer-too-slow = ロードバランサーが 504 を返しています。お店はリクエストを受け取りましたが、時間内に応答しませんでした。
cause-balancer-error = ロードバランサー自身が、エラー { $code } を返しています。
evidence-by-balancer = この応答はロードバランサー自身のものです（Server: { $server }）。
evidence-tries = 数秒の間の応答: { $codes }
mend-bad-gateway = お店のプログラムがリクエストの途中で終わったか、別のプログラムがポートを使っています。Session Manager でインスタンスに接続し、「sudo -i」のあと「{ $command }」で、お店のログを読んでください。
mend-no-target = 今は正常なターゲットがあるので、1分ほどしてからもう一度確認してください。503 が続くなら、EC2 > ターゲットグループ > ターゲット と、リスナーとルール にあるターゲットグループの重みを確認してください。
mend-too-slow = お店がデータベースを待っているのかもしれません。Aurora のクラスターが利用可能であることを確かめてください。次に Session Manager でインスタンスに接続し、「sudo -i」のあと「{ $command }」で、お店のログを読んでください。
mend-balancer-error = AWS の一覧でコードの意味を調べ、リスナーとルール で、お客さまにログインを求めるルールがないかを確認してください: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html
site-561-fix = 561: リスナーのルールがお客さまにログインを求め、その相手がエラーを返しました。このラボにそのようなルールはありません。EC2 > ロードバランサー > リスナーとルール で削除してください。
