#!/bin/sh
# Installs ec-site-tutor below the home folder, without root; run again, it updates.
#
#   install.sh                        install, or update to the newest release
#   install.sh --uninstall            remove the program; progress and settings stay
#   install.sh --uninstall --purge    remove those, too
#
# EC_SITE_TUTOR_URL: another folder to take the release from, such as a mirror's.
#
# It does nothing before its last line, so that half of it, as a broken download leaves, does nothing.
set -eu

# The folder of the newest release; release/finish writes it in here.
address=''

main() {
    case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in
        ja*) language=ja ;;
        *) language=en ;;
    esac
    [ -n "${HOME:-}" ] || fail 'HOME is not set.' 'HOME が設定されていません。'
    bin=$HOME/.local/bin
    share=$HOME/.local/share
    case $* in
        '') install_newest ;;
        --uninstall)
            uninstall
            report_what_stays
            ;;
        '--uninstall --purge')
            uninstall
            purge
            report_what_stays
            ;;
        *) fail "Unknown: $*. Possible: --uninstall [--purge]" "$* は使えません。使えるのは --uninstall [--purge] です。" ;;
    esac
}

# Says the first text in English, or the second in Japanese.
say() {
    if [ "$language" = ja ]; then printf '%s\n' "$2"; else printf '%s\n' "$1"; fi
}

fail() {
    say "ec-site-tutor: $1" "ec-site-tutor: $2" >&2
    exit 1
}

install_newest() {
    address=${EC_SITE_TUTOR_URL:-$address}
    [ -n "$address" ] || fail 'This copy of install.sh belongs to no release: set EC_SITE_TUTOR_URL to the folder of one.' \
        'この install.sh はリリースのものではありません。リリースの場所を EC_SITE_TUTOR_URL に設定してください。'
    archive=ec-site-tutor-$(target).tar.gz
    checksum_program=$(checksum_program)
    umask 022
    mkdir -p "$bin"
    sweep
    # In the folder of the program itself, so that putting it in its place is a mere change of name.
    workshop=$bin/.ec-site-tutor.$$
    trap 'rm -rf "$workshop"' EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 143' TERM
    mkdir "$workshop"
    download SHA256SUMS
    download "$archive"
    verify
    put_in_place
    show_the_way
}

# What is built for this machine.
target() {
    case $(uname -s)-$(uname -m) in
        Linux-x86_64) echo x86_64-unknown-linux-gnu ;;
        Linux-aarch64 | Linux-arm64) echo aarch64-unknown-linux-gnu ;;
        *) fail "There is no release for $(uname -s) on $(uname -m). It can be built from source: see README.md." \
            "$(uname -s)（$(uname -m)）用のリリースはありません。ソースからビルドする方法は README.ja.md にあります。" ;;
    esac
}

checksum_program() {
    if command -v sha256sum >/dev/null; then
        echo sha256sum
    elif command -v shasum >/dev/null; then
        echo 'shasum -a 256'
    else
        fail 'The download could not be verified: neither sha256sum nor shasum is here. Nothing was installed.' \
            'sha256sum も shasum もないため、ダウンロードを検証できません。何もインストールしていません。'
    fi
}

# Removes what an install that was killed left; its process is gone.
sweep() {
    for left in "$bin"/.ec-site-tutor.*; do
        if [ -d "$left" ] && ! kill -0 "${left##*.}" 2>/dev/null; then rm -rf "$left"; fi
    done
}

download() {
    curl --fail --silent --show-error --location --connect-timeout 20 --speed-limit 1 --speed-time 60 \
        --output "$workshop/$1" "$address/$1" ||
        fail "$address/$1 could not be downloaded. What was installed before is as it was." \
            "$address/$1 をダウンロードできませんでした。以前インストールしたものはそのままです。"
}

verify() {
    expected=$(awk -v name="$archive" '$2 == name { print $1 }' "$workshop/SHA256SUMS")
    actual=$($checksum_program <"$workshop/$archive")
    [ "${actual%% *}" = "$expected" ] || fail "The checksum of $archive is wrong: it is not the file that was released, or a new \
release came out just now. Try again. What was installed before is as it was." \
        "$archive のチェックサムが一致しません。リリースされたファイルと違うか、新しいリリースと入れ替わった直後です。もう一度実行して\
ください。以前インストールしたものはそのままです。"
}

# The program comes last: as long as it is the old one, so is everything that counts.
put_in_place() {
    tar -xzf "$workshop/$archive" -C "$workshop" ||
        fail 'The archive could not be unpacked. Is the disk full?' '展開できませんでした。ディスクの空き容量を確認してください。'
    new=$workshop/${archive%.tar.gz}
    version=$("$new/ec-site-tutor" --version) || fail 'The program does not run here. It needs glibc 2.34 or newer.' \
        'このシステムではプログラムを実行できません。glibc 2.34 以降が必要です。'
    mkdir -p "$share/man/man1" "$share/man/ja/man1" "$share/bash-completion/completions"
    mv -f "$new/man/man1/ec-site-tutor.1" "$share/man/man1/"
    mv -f "$new/man/ja/man1/ec-site-tutor.1" "$share/man/ja/man1/"
    mv -f "$new/completions/ec-site-tutor.bash" "$share/bash-completion/completions/ec-site-tutor"
    mv -f "$new/ec-site-tutor" "$bin/ec-site-tutor"
    say "Installed: $version" "インストールしました: $version"
}

# Says how to start the program, after making sure that future shells find it.
show_the_way() {
    case :$PATH: in
        *:"$bin":*) say 'Start it with: ec-site-tutor' '開始するコマンド: ec-site-tutor' && return ;;
    esac
    # shellcheck disable=SC2016 # for the shell that reads it later
    line='export PATH="$HOME/.local/bin:$PATH"'
    settings=$(shell_settings)
    if [ -n "$settings" ] && add_once "$line" "$settings"; then
        say "From the next terminal on, start it with: ec-site-tutor (PATH was extended in $settings)" \
            "次に開く端末からは ec-site-tutor で開始できます（$settings で PATH に追加しました）。"
    else
        say "For the command to be found, add this line to your shell's settings: $line" \
            "コマンド名だけで使うには、シェルの設定ファイルに次の行を追加してください: $line"
    fi
    say 'In this one: ~/.local/bin/ec-site-tutor' 'この端末での開始方法: ~/.local/bin/ec-site-tutor'
}

shell_settings() {
    case ${SHELL:-} in
        */bash) echo "$HOME/.bashrc" ;;
        */zsh) echo "$HOME/.zshrc" ;;
    esac
}

add_once() {
    grep -qsxF "$1" "$2" || printf '\n# For ec-site-tutor.\n%s\n' "$1" >>"$2"
}

uninstall() {
    if [ -e "$bin/ec-site-tutor" ]; then
        rm -f "$bin/ec-site-tutor"
        say "Removed: $bin/ec-site-tutor" "削除しました: $bin/ec-site-tutor"
    else
        say 'ec-site-tutor is not installed here.' 'ec-site-tutor はインストールされていません。'
    fi
    sweep
    rm -f "$share/man/man1/ec-site-tutor.1" "$share/man/ja/man1/ec-site-tutor.1" \
        "$share/bash-completion/completions/ec-site-tutor"
    state=$(folder "${XDG_STATE_HOME:-}" "$HOME/.local/state")
    settings=$(folder "${XDG_CONFIG_HOME:-}" "$HOME/.config")
}

report_what_stays() {
    for kept in "$state" "$settings"; do
        if [ -d "$kept" ]; then say "Kept: $kept" "残しました: $kept"; fi
    done
    for file in "$HOME/.bashrc" "$HOME/.zshrc"; do
        if grep -qsxF '# For ec-site-tutor.' "$file"; then
            say "Kept: the line for ~/.local/bin in $file" "残しました: $file の ~/.local/bin の行"
        fi
    done
}

purge() {
    rm -rf "$state" "$settings"
    say 'Removed: saved progress and settings' '削除しました: 保存された進捗と設定'
}

# The program's folder in this one, or where that isn't absolute, in the usual one: as the program itself sees it.
folder() {
    case $1 in
        /*) echo "$1/ec-site-tutor" ;;
        *) echo "$2/ec-site-tutor" ;;
    esac
}

main "$@"
