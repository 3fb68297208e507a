tui-lesson-read = 教材が変わったので、読み直しました。
tui-lesson-kept = 教材は前のままです。{ $problem }
lesson-other-id = 教材の ID が { $id } に変わりました。チューターを起動し直してください
