check-nothing-read = { $count ->
    [one] Nothing could be read, so one check is unknown. Nothing is known to be wrong with your lab.
   *[other] Nothing could be read, so { $count } checks are unknown. Nothing is known to be wrong with your lab.
}

failure-profile-without-credentials = The AWS profile { $profile } has no credentials.
failure-login-ended = The sign-in by "aws login" for the AWS profile { $profile } has ended, or was never made.
failure-sso-ended = The sign-in to IAM Identity Center for the AWS profile { $profile } has ended, or was never made.
failure-sign-in-fix = Sign in, then check again: { $command }
failure-environment-fix = The keys come from the variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (and AWS_SESSION_TOKEN). Set new ones, or remove them (unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN) and sign in: aws login
failure-container-expired-fix = Open a new CloudShell tab, or start the container anew, then check again.
failure-keys-expired-fix = The keys of the AWS profile { $profile } were temporary. Put new ones there, or sign in instead: { $command }
failure-keys-invalid-fix = Look in IAM whether the access key of the AWS profile { $profile } is still active. The AWS CLI must accept it too: { $command }

failure-profile-missing = AWS's files have no profile { $profile }.
failure-profile-missing-fix = Choose one of those that are there with --profile or AWS_PROFILE ({ $profiles }), or make this one by signing in: { $command }
failure-no-profiles-fix = There is no profile at all yet. Make one by signing in: { $command }
failure-profile-faulty = The AWS profile { $profile } can't be used as it is written.
failure-profile-faulty-fix = Correct it in ~/.aws/config. Where it works in the AWS CLI ({ $command }), the CLI can hand the credentials over: add a profile of another name with this line, and choose it with --profile: { $line }

failure-mfa-needed = The role of the AWS profile { $profile } wants an MFA code, which the tutor can't ask for.
failure-mfa-needed-fix = Let the AWS CLI ask for the code ({ $command }). Then add a profile of another name to ~/.aws/config with this line, and choose it with --profile: { $line }
failure-role-refused = AWS doesn't give you the role of the AWS profile { $profile }.
failure-role-refused-fix = Compare role_arn with the role's name, and its trust policy with your identity, or ask whoever manages the account. It works once this does: { $command }
failure-sso-refused = IAM Identity Center doesn't give you the role of the AWS profile { $profile }.
failure-sso-refused-fix = Compare sso_account_id and sso_role_name with what the access portal offers you. It works once this does: { $command }
failure-login-refused = Your identity may not renew the sign-in of the AWS profile { $profile }.
failure-login-refused-fix = Ask whoever manages the account for the AWS managed policy SignInLocalDevelopmentAccess, then check again.
failure-source-refused = { $source } refuses the credentials.

source-login = AWS Sign-In
source-identity-center = IAM Identity Center
source-sts = AWS STS, which gives a role's credentials,
source-container = The source of credentials of CloudShell or of this container
source-instance = The metadata of this EC2 instance, which have its credentials,
source-other = The source of the credentials
failure-source-unreachable = { $source } could not be reached.
failure-source-unreachable-fix = Check the network and a proxy, then check again. It works once this does: { $command }
failure-source-failed = { $source } reports an error of its own.
failure-source-failed-fix = Wait a minute, then check again. It works once this does: { $command }
failure-container-failed-fix = That is AWS's side, and nothing on yours is wrong: wait a minute, then check again. If it stays, open a new CloudShell tab.

failure-process-failed = The program that the AWS profile { $profile } names as credential_process failed.
failure-process-fix = Run this, and mend what it says: { $command }
failure-process-hangs = The program that the AWS profile { $profile } names as credential_process doesn't end.
failure-process-hangs-fix = It may be waiting for an answer of yours. Run this once, answer it, then check again: { $command }
failure-process-unreadable = The program that the AWS profile { $profile } names as credential_process printed no credentials.
failure-process-unreadable-fix = It must print one JSON document with Version 1, AccessKeyId and SecretAccessKey, and nothing else. It is right once this works: { $command }
failure-token-file-missing = The file with the web identity token can't be read.
failure-token-file-missing-fix = AWS_WEB_IDENTITY_TOKEN_FILE names it. Correct the path, or remove the variable (unset AWS_WEB_IDENTITY_TOKEN_FILE) and sign in: aws login
failure-token-file-of-profile-fix = The AWS profile { $profile } names it as web_identity_token_file. Correct the path, or let whatever writes the token do so, then check again.

failure-region-malformed = { $region } is no region's code.
failure-region-malformed-fix = A region's code is written like us-east-1. Correct it where it is set: --region, AWS_REGION, AWS_DEFAULT_REGION, config.toml, or the AWS profile.
failure-region-malformed-meant-fix = Write { $region } where it is set: --region, AWS_REGION, AWS_DEFAULT_REGION, config.toml, or the AWS profile.
failure-region-disabled = The region { $region } isn't enabled for this account.
failure-region-disabled-fix = Your credentials are good. Choose the lesson's region with --region, or enable { $region } in the console under Account, AWS Regions; that takes some minutes.

failure-certificate-untrusted = This machine doesn't trust the certificate that was shown in AWS's name.
failure-certificate-untrusted-fix = Often a company's proxy or a virus scanner stands between. Ask for its root certificate as a PEM file and name that: export AWS_CA_BUNDLE=/path/to/ca.pem (or ca_bundle in the AWS profile, or SSL_CERT_FILE).
failure-bundle-unreadable = The file of trusted certificates that AWS_CA_BUNDLE or ca_bundle names can't be used.
failure-bundle-unreadable-fix = Name a file of PEM certificates that can be read, or remove the setting, then check again.
