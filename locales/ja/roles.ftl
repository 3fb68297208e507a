near-label-unnamed = { $id }（Name タグなし）
near-in-role = 「{ $wanted }」の役割をしていますが、名前が違います
near-in-role-unnamed = 「{ $wanted }」の役割をしていますが、名前が付いていません
near-role-only = このラボの VPC に、この種類のものはこれ1つしかありません。
near-role-only-subnet = このラボの VPC の { $zone } で、NAT ゲートウェイを通ってインターネットに出られるサブネットは、ほかにこれ1つしかありません。

tie-made-from = AMI { $owner }は、インスタンス{ $used }から作成されています。
tie-boots = 起動テンプレート{ $owner }は、AMI { $used }を起動します。
tie-gives-profile = 起動テンプレート{ $owner }は、インスタンスにインスタンスプロファイル{ $used }を付けます。
tie-has-profile = インスタンス{ $owner }には、インスタンスプロファイル{ $used }が付いています。
tie-gives-group = 起動テンプレート{ $owner }は、インスタンスにセキュリティグループ{ $used }を付けます。
tie-carries-group = インスタンス{ $owner }には、セキュリティグループ{ $used }が付いています。
tie-launches-from = Auto Scaling グループ{ $owner }は、起動テンプレート{ $used }から起動します。
tie-places = Auto Scaling グループ{ $owner }は、サブネット{ $used }にインスタンスを置きます。
tie-registers = Auto Scaling グループ{ $owner }は、ターゲットグループ{ $used }にインスタンスを登録します。
tie-forwards = ロードバランサー{ $owner }は、ターゲットグループ{ $used }に転送します。
tie-guarded = ロードバランサー{ $owner }には、セキュリティグループ{ $used }が付いています。
tie-admits = セキュリティグループ{ $owner }は、ポート { $port } で{ $used }からの通信を許可しています。
tie-scales = スケーリングポリシー{ $owner }は、Auto Scaling グループ{ $used }のものです。
tie-counts = スケーリングポリシー{ $owner }は、{ $used }のリクエストを数えます。
tie-within = { $owner }は、VPC { $used }の中にあります。

near-other-kind = { $wanted }はありませんが、同じ名前が別の種類のものに付いています: { $found }
near-other-kind-too = 「{ $name }」という名前は、別の種類のものに付いています: { $found }
near-other-kind-evidence = 種類が違えば同じ名前を付けられるため、このラボでは種類ごとに名前を確認します。
near-other-profiles = 今見ているのはアカウント { $account } です。別のアカウントで作ったときのために: AWS の設定にはほかに次のプロファイルがあり、--profile 名前 を付けて起動すると切り替えられます: { $profiles }
