state-unfamiliar-fix = どういう状態か、AWS コンソールで確かめてください。チューターの新しい版なら分かるかもしれません。
cause-state-unfamiliar = AWS が返した状態を、この版のチューターは知りません。

vpc-deleting = { $vpc } は削除されている途中です。
cause-being-deleted = 削除されている途中です。
internet-gateway-leaving = { $gateway } は、もう { $vpc } にアタッチされていません（{ $state }）。
cause-subnet-unusable = サブネットはありますが、そこでは何も起動できない状態だと AWS が返しています。
subnet-unusable-fix = VPC コンソール > サブネット で「{ $subnet }」の状態を見てください。変わらなければ、サブネットを削除して同じ名前で作り直し、NAT ゲートウェイへ向かうルートテーブルに関連付けてください。

route-filtered = 0.0.0.0/0 から { $target } へのルートはありますが、AWS は使っていません（filtered）。
route-hole-to-living = AWS は { $target } の状態を { $state } と返していますが、0.0.0.0/0 からそこへ向かうパケットは捨てられています（blackhole）。
route-unused-fix = VPC コンソールでこのサブネットのルートテーブルを開き、0.0.0.0/0 のルートを削除してから、NAT ゲートウェイをターゲットにして追加し直してください。
cause-route-unused = デフォルトルートはありますが、AWS はパケットをそこへ流していません。

nat-failed = AWS は NAT ゲートウェイ { $nat } を作成できませんでした（failed）。AWS の説明: { $words }
nat-failed-untold = AWS は NAT ゲートウェイ { $nat } を作成できませんでした（failed）。理由は返されていません。
cause-nat-failed = デフォルトルートの先は、AWS が作成できなかった NAT ゲートウェイです。
nat-failed-fix = VPC > NAT ゲートウェイ で「状態メッセージ」を読んでください。失敗した NAT ゲートウェイは直せません。パブリックサブネットに新しく作成し、0.0.0.0/0 のルートをそこへ向け直してください。失敗したものは、1時間ほどで自動的に消えます。
nat-failed-addresses-fix = サブネットに空きアドレスがありません。ほかのパブリックサブネットに NAT ゲートウェイを新しく作成するか、このサブネットのアドレスを空けてから作成し、0.0.0.0/0 のルートを新しいものへ向け直してください。
nat-failed-gateway-fix = まず VPC にインターネットゲートウェイをアタッチしてください。それからパブリックサブネットに NAT ゲートウェイを新しく作成し、0.0.0.0/0 のルートをそこへ向け直してください。
nat-failed-allocation-fix = Elastic IP アドレスを使えませんでした。実在して空いている Elastic IP アドレスで NAT ゲートウェイを新しく作成し、0.0.0.0/0 のルートを新しいものへ向け直してください。
nat-failed-associated-fix = Elastic IP アドレスは、ほかで使われています。空いているものを選んで NAT ゲートウェイを新しく作成し、0.0.0.0/0 のルートを新しいものへ向け直してください。
nat-failed-internal-fix = AWS 側の障害です。パブリックサブネットに NAT ゲートウェイを新しく作成し、0.0.0.0/0 のルートをそこへ向け直してください。
nat-failed-subnet-fix = 指定したサブネットがありません。パブリックサブネットに NAT ゲートウェイを新しく作成し、0.0.0.0/0 のルートをそこへ向け直してください。
nat-deleting = 0.0.0.0/0 のルートの先の NAT ゲートウェイ { $nat } は削除されている途中で、もう通信を通しません。
nat-deleted = 0.0.0.0/0 のルートの先の NAT ゲートウェイ { $nat } は削除されました。
cause-nat-deleting = デフォルトルートの先の NAT ゲートウェイが、削除されている途中です。

image-disabled-fix = EC2 コンソール > AMI で「{ $image }」を選び（無効なイメージのフィルターで表示できます）、アクション > AMI を有効化 と進んでください。
cause-image-disabled = AMI が無効にされています。有効に戻すまで、何も起動できません。
image-snapshot-lost = { $image } は保留中ですが、完成しません。スナップショット { $snapshot } の状態が { $state } だからです。
alb-impaired-fix = 通信は通りますが、拡張に必要なものが足りません。たいていはサブネットの空きアドレスです。このラボには、今のままで足ります。

in-service-unhealthy = { $id } は InService ですが、グループは Unhealthy と判定していて、これから置き換えます。
in-service-unhealthy-fix = 代わりが起動するのを待ちながら、「アクティビティ」で Unhealthy になった理由を確かめてください。理由が残っていると、次のインスタンスも同じことになります。
cause-member-unhealthy = グループがインスタンスを Unhealthy と判定し、置き換えようとしています。
in-service-standby = { $id } は { $state } です。誰かがサービスから外したため、動いていて料金もかかりますが、戻すまでお客さまは届きません。
in-service-standby-fix = EC2 > Auto Scaling グループ > あなたのグループ > インスタンス管理 でインスタンスを選び、アクション > InService に設定 と進んでください。
cause-member-standby = グループのインスタンスがスタンバイ状態で、自動では戻りません。
in-service-detaching = { $id } は Detaching です。誰かがグループから外しています。インスタンスはそのまま動き続け、料金もかかり続けます。
in-service-detaching-fix = 希望するキャパシティを減らしていなければ、グループが代わりを起動します。減らしていたら、元に戻してください。外したインスタンスが要らなければ、終了しましょう。
cause-member-detached = 誰かがインスタンスをグループから外しています。
in-service-warm = { $id } は { $state } です。グループのウォームプールで待機していて、お客さまは届きません。
in-service-warm-fix = このラボではウォームプールを使いません。EC2 > Auto Scaling グループ > あなたのグループ > インスタンス管理 > ウォームプール で削除してください。その後は、グループがふつうにインスタンスを起動します。
cause-member-warm = グループのインスタンスが、サービスに入らずウォームプールで待機しています。
in-service-volume-fix = そのまま待ちましょう。グループがルートボリュームを入れ替えていて、終わるとサービスに戻ります。

member-held = { $id } は { $state } です。{ $since } から、ライフサイクルフックが止めています。
member-held-untold = { $id } は { $state } です。ライフサイクルフックが止めています。
launch-held = { $words }（{ $status }）: インスタンスは起動しましたが、ライフサイクルフックが止めています。
cause-hook-holds = グループのライフサイクルフックが、インスタンスを止めています。
hook-fix = フックには応答が必要です。complete-lifecycle-action を結果 CONTINUE で実行すると、インスタンスは先へ進みます。応答がなければ、フックのハートビートタイムアウト（変えていなければ1時間）まで止まり、そのあとはフックのデフォルトの結果に従います。このラボではフックを使わないので、EC2 > Auto Scaling グループ > あなたのグループ > インスタンス管理 > ライフサイクルフック で削除してください。
scale-out-held = ポリシーはインスタンスを起動させましたが、ライフサイクルフックのためにサービスに入れませんでした（{ $words }）。このラボではフックを使わないので、「インスタンス管理」>「ライフサイクルフック」で削除してください。

healthy-draining-fix = そのまま待ちましょう。ターゲットは処理中のリクエストを終えてから、ターゲットグループを離れます。誰も外していないはずなら、ターゲットグループが Auto Scaling グループにアタッチされたままかを確かめてください。
healthy-internal-fix = AWS 側の障害で、たいていは自然に直ります。直らなければ、このインスタンスを終了し、グループに新しく起動させてください。リージョンの障害は AWS Health Dashboard で分かります。
cause-target-internal-error = ロードバランサー自身の内部エラーで、ターゲットを確認できていません。
healthy-check-off-fix = EC2 > ターゲットグループ > あなたのグループ > ヘルスチェック > 編集 で、ヘルスチェックを有効にしてください。
cause-health-check-off = ターゲットグループのヘルスチェックが無効なので、お店が応答しているかが分かりません。

launch-called-off = ポリシーによる起動は、インスタンスがサービス中になる前にキャンセルされました。理由は返されていません。
cause-launch-called-off = 起動がキャンセルされました。
