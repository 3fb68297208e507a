template-groups-beside-interface = ネットワークインターフェイスの設定があるのに、セキュリティグループがその外で指定されています。このテンプレートからはインスタンスを起動できません。
template-groups-beside-interface-fix = 高度なネットワーク設定 でネットワークインターフェイスを削除し、セキュリティグループの指定だけを残してください。

policy-suspended = グループで次のプロセスが中断されているため、「{ $policy }」は動けません: { $processes }
policy-suspended-fix = 「{ $asg }」> 詳細 > 詳細設定 > 編集 を開き、中断されたプロセス から次のものを外してください: { $processes }
