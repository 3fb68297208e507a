#!/bin/sh
# One part of a class, or the merge of all parts. What a part reads goes into one file of its own, whole or not at all: a part
# that was killed and started again replaces its own file, so that nobody is missing and nobody comes twice.
#
#   run.sh read    reads part number AWS_BATCH_JOB_ARRAY_INDEX or JOB_COMPLETION_INDEX, counted from 0, of SHARDS
#   run.sh merge   waits for all parts, then writes class.html, class.csv and class.jsonl beside them
#
# ROSTER         the roster: a file or s3://bucket/roster.csv
# LINES          where the parts go: a folder or s3://bucket/prefix
# SHARDS         how many parts there are
# TUTOR_OPTIONS  more options of the program, such as "--lang ja"
set -eu

: "${LINES:?}" "${SHARDS:?}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
umask 077

# Copies a file from or to a bucket or a folder; a file appears there whole.
copy() {
    case "$1$2" in
        *s3://*) aws s3 cp --only-show-errors "$1" "$2" ;;
        *) cp "$1" "$2.new" && mv "$2.new" "$2" ;;
    esac
}

# class ends with 1 where somebody couldn't be read: that is an answer, and their rows say why.
tutor() {
    # shellcheck disable=SC2086 # several options
    ec-site-tutor ${TUTOR_OPTIONS-} class "$@" || [ $? -eq 1 ]
}

read_part() {
    index=${AWS_BATCH_JOB_ARRAY_INDEX:-${JOB_COMPLETION_INDEX:?}}
    roster=$work/${ROSTER##*/}
    copy "${ROSTER:?}" "$roster"
    tutor "$roster" --json --shard "$SHARDS" -o "$work/part.jsonl"
    copy "$work/part.jsonl" "$LINES/part-$index.jsonl"
}

# The parts that are there, by name.
parts() {
    case "$LINES" in
        s3://*) aws s3 ls "$LINES/" | sed -n 's/.* \(part-[0-9]*\.jsonl\)$/\1/p' ;;
        *) cd "$LINES" && ls | sed -n '/^part-[0-9]*\.jsonl$/p' ;;
    esac
}

merge() {
    until [ "$(parts | wc -l)" -ge "$SHARDS" ]; do
        sleep "${PAUSE:-15}"
    done
    index=0
    set --
    while [ "$index" -lt "$SHARDS" ]; do
        copy "$LINES/part-$index.jsonl" "$work/part-$index.jsonl"
        set -- "$@" "$work/part-$index.jsonl"
        index=$((index + 1))
    done
    for shape in html csv jsonl; do
        tutor --merge "$@" -o "$work/class.$shape"
        copy "$work/class.$shape" "$LINES/class.$shape"
    done
}

case "${1-}" in
    read) read_part ;;
    merge) merge ;;
    *) echo "run.sh read | merge" >&2 && exit 2 ;;
esac
