mend-app-archive-broken = Compare the archive's address in the script with the lesson's, and fetch it with aws s3 cp: when a download is refused, other programs keep the refusal as if it were the archive.
mend-app-secret-denied = See that the profile's role may read the secret (secretsmanager:GetSecretValue), and that the ARN in the script is that of your own database's secret.
mend-app-secret-missing = Copy the ARN of your own secret from Secrets Manager, in this region, and put it into the script in a new version of the template.
mend-app-node-version = Make the image from the instance of the earlier steps, whose tools fit the shop, and don't install another Node.js in the script.
mend-app-package-lock = Take the installing of packages out of the script (the image has the tools), and let the group launch a new instance.
mend-app-port-taken = The image isn't clean: an old copy of the shop starts at boot. Clean the base instance (step 2-2), make the image again, and take it in a new version of the template.
