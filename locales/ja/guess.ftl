# 確かめる前の予想と、後日もう一度尋ねる質問。
guess-first = 確かめる前に予想です。何が起きると思うか選んでください。選んだら Enter キーで確かめます（選ばずに Enter で飛ばせます）。
guess-kept = 予想を保存しました。Enter キーで確かめます。
guess-reveal-later = 当たったかどうかは、このステップが完了すると分かります。
guess-was-right = 予想は当たりでした: { $text }
guess-was-wrong = あなたの予想: { $text }
guess-open = このステップの予想をまだしていません。e で質問が出ます。
guess-again = 前に予想した日から時間がたちました。今も覚えていますか。R で { $count }問をもう一度尋ねます。
guess-again-none = もう一度尋ねる質問はありません。予想は、次の日にまた出てきます。
guess-again-done = もう一度尋ねる質問は、これで全部です。
exercise-score = できました。最初の答えで正解したのは、{ $all }問のうち { $right }問です。
exercise-points = 自分の答えに入っていたものに、番号で印を付けてください。
exercise-drawing-later = 見比べるための図は、すべての部品を置くとここに出ます。e で始めます。
tui-do-recall = 予想をもう一度
plain-words-recall = 復習, recall
plain-do-recall = 前の予想をもう一度尋ねてもらう
plain-point-ticked = { $text }（印あり）
