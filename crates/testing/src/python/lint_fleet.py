"""Holds manifests of Kubernetes against its own schemas, and a template against the linter of CloudFormation's; prints what they
object to. The arguments are the two files.
"""

import os
import subprocess
import sys

import kubernetes_validate
import yaml

# The oldest version that Kubernetes itself still keeps up, and the newest one that is known here.
VERSIONS = ["1.34", "1.37"]


def main():
    manifests, template = sys.argv[1:]
    with open(manifests) as file:
        documents = list(yaml.safe_load_all(file))
    for document in documents:
        for version in VERSIONS:
            try:
                kubernetes_validate.validate(document, version, strict=True)
            except kubernetes_validate.ValidationError as error:
                yield f"{document['kind']} {document['metadata']['name']}, {version}: {error}"
    linter = os.path.join(os.path.dirname(sys.executable), "cfn-lint")
    linted = subprocess.run([linter, template], capture_output=True, text=True)
    yield from (linted.stdout + linted.stderr).splitlines()


for objection in main():
    print(objection)
