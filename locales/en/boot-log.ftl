mend-app-archive-broken = Compare the archive's address in the script with the lesson's, and fetch it with aws s3 cp: when a download is refused, other programs keep the refusal as if it were the archive.
mend-app-secret-denied = See that the profile's role may read the secret (secretsmanager:GetSecretValue), and that the ARN in the script is that of your own database's secret.
mend-app-secret-missing = Copy the ARN of your own secret from Secrets Manager, in this region, and put it into the script in a new version of the template.
mend-app-node-version = Make the image from the instance of the earlier steps, whose tools fit the shop, and don't install another Node.js in the script.
mend-app-package-lock = Take the installing of packages out of the script (the image has the tools), and let the group launch a new instance.
mend-app-port-taken = The image isn't clean: an old copy of the shop starts at boot. Clean the base instance{ $at_clean_instance }, make the image again, and take it in a new version of the template.
cause-boot-syntax = Bash can't read a line of the script, so that it stopped there.
cause-boot-bad-name = Something in the script stands as the name of a variable and can't be one.
mend-boot-bad-name = Look at the line that the log names: no blanks may stand around = in NAME=value, and a name has letters, digits and _ only.
cause-boot-unbound = A variable of the script has no value, and under set -u that ends it.
mend-boot-unbound = Give the variable a value above the line that the log names, or write the value itself. In user data nobody logs in, so what a profile sets has no value.
cause-boot-no-home = The script uses HOME, and in user data nobody sets it.
mend-boot-no-home = Write export HOME=/root below the first line of the script, in a new version of the template.
cause-boot-not-run = Cloud-init came to its end without a word of the script, so the script wasn't run in this boot.
mend-boot-not-run = See in the latest version of the template that the very first line of the user data is #!/bin/bash, with nothing before it, and paste the script anew, with the base64 box left empty. After a restart of an instance user data isn't run again: then have the group replace it.
cause-boot-script-failed = The script ended with a failure, and the log doesn't say which command failed.
mend-boot-script-failed = Read the lines above it in the boot log. Where nothing stands there, write set -x below the first line of the script, in a new version: then every command is in the log.
cause-app-no-region = The AWS CLI on the instance was told no Region.
mend-app-no-region = Write the Region behind the command that the log names (--region), or export AWS_DEFAULT_REGION above it.
cause-app-other-region = S3 says that the bucket is in another Region than the one that was asked.
mend-app-other-region = Take --region and --endpoint-url out of the line that fetches the archive, or write the bucket's Region there; the lesson's line needs neither.
cause-app-ignored-builds = pnpm installed everything, but ended with an error because it doesn't run build scripts of dependencies, and the script ended with it.
mend-app-ignored-builds = Write pnpm install --config.strict-dep-builds=false in the script, in a new version of the template, as the lesson's script does.
