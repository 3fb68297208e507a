#!/usr/bin/env bash
# Finding: with AWS_PROFILE and AWS_DEFAULT_PROFILE both set, tools of AWS use different profiles in the same shell.
#
#   botocore 1.44.8 (what AWS CLI and boto3 rest on)    takes AWS_DEFAULT_PROFILE, and AWS_PROFILE only without it
#   @smithy/shared-ini-file-loader 4.7.2 (SDK for JavaScript)    knows AWS_PROFILE alone
#
# So a learner who once put AWS_DEFAULT_PROFILE into a start-up file, and sets AWS_PROFILE today, makes resources in one
# account by the CLI, and looks for them in another by a program on another SDK. No error tells of it.
#
# Needs python3 with venv, node and npm; packages come from PyPI and npm's registry into a folder that is removed at the
# end. Nothing is sent to AWS. Exits with 1 as soon as this is no longer so.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME="$work/home" AWS_EC2_METADATA_DISABLED=true
mkdir -p "$HOME/.aws" "$work/js"
printf '[profile today]\nregion = eu-west-1\n\n[profile once]\nregion = eu-west-2\n' >"$HOME/.aws/config"

python3 -m venv "$work/python"
"$work/python/bin/pip" install --quiet --disable-pip-version-check botocore==1.44.8
npm install --silent --no-fund --no-audit --prefix "$work/js" @smithy/shared-ini-file-loader@4.7.2

by_botocore() {
  "$work/python/bin/python" -c '
from botocore.session import get_session
session = get_session()
print(session.profile, session.get_config_variable("region"))'
}
by_javascript() {
  (cd "$work/js" && node -e '
const { getProfileName, loadSharedConfigFiles } = require("@smithy/shared-ini-file-loader");
const profile = getProfileName({});
loadSharedConfigFiles().then(({ configFile }) => console.log(profile, configFile[profile].region));')
}

export AWS_PROFILE=today AWS_DEFAULT_PROFILE=once
seen="$(by_botocore); $(by_javascript)"
unset AWS_DEFAULT_PROFILE
alone="$(by_botocore); $(by_javascript)"
printf 'both set:          botocore and JavaScript use %s\nAWS_PROFILE alone: %s\n' "$seen" "$alone"
[ "$seen" = "once eu-west-2; today eu-west-1" ] && [ "$alone" = "today eu-west-1; today eu-west-1" ]
