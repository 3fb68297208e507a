# 言うことの多いステップを、まず手短に。

overview-title = まだ合格していない項目が{ $count }件あります。まず一覧、続けて詳しい説明です。
overview-head = { $expected }: { $what }
overview-skipped = ほかの{ $count }件は、これらが直ってから確認します。
