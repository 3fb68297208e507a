template-groups-beside-interface = ネットワークインターフェイスの設定があるのに、セキュリティグループがその外で指定されています。このテンプレートからはインスタンスを起動できません。
template-groups-beside-interface-fix = 高度なネットワーク設定 でネットワークインターフェイスを削除し、セキュリティグループの指定だけを残してください。
