usage-policy = Print the IAM policy with the few read-only permissions that the tutor needs
