check-nothing-read = アカウントを何も読み取れなかったため、{ $count }件の確認結果が分かりません。ラボに誤りがあると分かったわけではありません。

failure-profile-without-credentials = AWS プロファイル { $profile } には認証情報がありません。
failure-login-ended = AWS プロファイル { $profile } の「aws login」によるサインインは、期限が切れたか、まだ行われていません。
failure-sso-ended = AWS プロファイル { $profile } の IAM Identity Center へのサインインは、期限が切れたか、まだ行われていません。
failure-sign-in-fix = サインインしてから、もう一度確認してください: { $command }
failure-environment-fix = キーは環境変数 AWS_ACCESS_KEY_ID と AWS_SECRET_ACCESS_KEY（と AWS_SESSION_TOKEN）のものです。新しいキーを設定するか、変数を消して（unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN）サインインしてください: aws login
failure-container-expired-fix = CloudShell の新しいタブを開くか、コンテナを起動し直してから、もう一度確認してください。
failure-keys-expired-fix = AWS プロファイル { $profile } のキーは一時的なものでした。新しいキーを設定するか、代わりにサインインしてください: { $command }
failure-keys-invalid-fix = AWS プロファイル { $profile } のアクセスキーが有効かを IAM で確かめてください。AWS CLI でも通る必要があります: { $command }

failure-profile-missing = AWS の設定ファイルにプロファイル { $profile } がありません。
failure-profile-missing-fix = あるプロファイル（{ $profiles }）を --profile か AWS_PROFILE で選ぶか、サインインしてこのプロファイルを作ってください: { $command }
failure-no-profiles-fix = プロファイルはまだ1つもありません。サインインして作ってください: { $command }
failure-profile-faulty = AWS プロファイル { $profile } は、今の書き方では使えません。
failure-profile-faulty-fix = ~/.aws/config を直してください。AWS CLI では使える場合（{ $command }）は、AWS CLI から認証情報を受け取れます。別の名前のプロファイルに次の行を書き、--profile で選んでください: { $line }

failure-mfa-needed = AWS プロファイル { $profile } のロールには MFA コードが必要ですが、このプログラムからは入力できません。
failure-mfa-needed-fix = MFA コードは AWS CLI で入力してください（{ $command }）。続けて ~/.aws/config に別の名前のプロファイルを作って次の行を書き、--profile で選んでください: { $line }
failure-role-refused = AWS プロファイル { $profile } のロールを引き受けることが、AWS に拒否されました。
failure-role-refused-fix = role_arn とロールの名前、ロールの信頼ポリシーと自分の ID を見比べるか、アカウントの管理者に依頼してください。次のコマンドが通れば使えます: { $command }
failure-sso-refused = AWS プロファイル { $profile } のロールを使うことが、IAM Identity Center に拒否されました。
failure-sso-refused-fix = sso_account_id と sso_role_name を、アクセスポータルに表示されるものと見比べてください。次のコマンドが通れば使えます: { $command }
failure-login-refused = AWS プロファイル { $profile } のサインインを更新する権限がありません。
failure-login-refused-fix = AWS 管理ポリシー SignInLocalDevelopmentAccess をアカウントの管理者に依頼してから、もう一度確認してください。
failure-source-refused = { $source }に認証情報を拒否されました。

source-login = AWS サインイン
source-identity-center = IAM Identity Center
source-sts = ロールの認証情報を発行する AWS STS
source-container = CloudShell またはコンテナの認証情報の提供元
source-instance = EC2 インスタンスの認証情報を持つメタデータ
source-other = 認証情報の提供元
failure-source-unreachable = { $source }に接続できませんでした。
failure-source-unreachable-fix = ネットワークとプロキシを見直して、もう一度確認してください。次のコマンドが通れば使えます: { $command }
failure-source-failed = { $source }でエラーが起きています。
failure-source-failed-fix = 1分ほど待って、もう一度確認してください。次のコマンドが通れば使えます: { $command }
failure-container-failed-fix = AWS 側の問題で、あなたの設定に誤りはありません。1分ほど待って、もう一度確認してください。続くときは CloudShell の新しいタブを開いてください。

failure-process-failed = AWS プロファイル { $profile } の credential_process に書かれたプログラムが失敗しました。
failure-process-fix = 次のコマンドを実行し、表示された問題を直してください: { $command }
failure-process-hangs = AWS プロファイル { $profile } の credential_process に書かれたプログラムが終わりません。
failure-process-hangs-fix = 入力を待っているのかもしれません。次のコマンドを一度実行して答えてから、もう一度確認してください: { $command }
failure-process-unreadable = AWS プロファイル { $profile } の credential_process に書かれたプログラムが、認証情報を出力しませんでした。
failure-process-unreadable-fix = Version 1 と AccessKeyId、SecretAccessKey を含む JSON を1つだけ出力する必要があります。次のコマンドが通れば正しく動いています: { $command }
failure-token-file-missing = ウェブ ID トークンのファイルを読み取れません。
failure-token-file-missing-fix = ファイルは AWS_WEB_IDENTITY_TOKEN_FILE で指定されています。パスを直すか、変数を消して（unset AWS_WEB_IDENTITY_TOKEN_FILE）サインインしてください: aws login
failure-token-file-of-profile-fix = ファイルは AWS プロファイル { $profile } の web_identity_token_file で指定されています。パスを直すか、トークンを書き出すプログラムを動かしてから、もう一度確認してください。

failure-region-malformed = { $region } はリージョンのコードではありません。
failure-region-malformed-fix = リージョンのコードは us-east-1 のように書きます。設定した場所（--region、AWS_REGION、AWS_DEFAULT_REGION、config.toml、AWS のプロファイル）で直してください。
failure-region-malformed-meant-fix = 設定した場所（--region、AWS_REGION、AWS_DEFAULT_REGION、config.toml、AWS のプロファイル）で { $region } と書いてください。
failure-region-disabled = リージョン { $region } は、このアカウントで有効になっていません。
failure-region-disabled-fix = 認証情報に問題はありません。--region で教材のリージョンを選ぶか、コンソールの「アカウント」にある「AWS リージョン」で { $region } を有効にしてください（数分かかります）。

failure-certificate-untrusted = AWS として示された証明書を、このマシンは信頼していません。
failure-certificate-untrusted-fix = 会社のプロキシやウイルス対策ソフトが間に入っていることがよくあります。そのルート証明書を PEM ファイルで入手し、指定してください: export AWS_CA_BUNDLE=/path/to/ca.pem（AWS プロファイルの ca_bundle や SSL_CERT_FILE でも指定できます）。
failure-bundle-unreadable = AWS_CA_BUNDLE か ca_bundle で指定された証明書のファイルが使えません。
failure-bundle-unreadable-fix = 読み取れる PEM 形式の証明書ファイルを指定するか、設定を消してから、もう一度確認してください。
