tui-lesson-read = The lesson has changed and was read again.
tui-lesson-kept = The lesson stays as it was. { $problem }
lesson-other-id = the pack's id is now { $id }: start the tutor again for it
