"""Holds a policy and a role's template against AWS's own data and the linters, and prints what they object to.

The arguments are the two files.
"""

import json
import os
import re
import subprocess
import sys
import warnings

warnings.simplefilter("ignore")
import parliament  # noqa: E402
from policy_sentry.querying.actions import get_action_data  # noqa: E402

PARAMETERS = {"AWS::Partition": "aws", "AWS::AccountId": "111122223333", "AWS::Region": "us-east-1"}


def filled(value):
    """A template's value as CloudFormation has it in a stack."""
    if isinstance(value, list):
        return [filled(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "Fn::Sub" in value:
        return re.sub(r"\$\{([^}]+)\}", lambda name: PARAMETERS[name[1]], value["Fn::Sub"])
    return {key: filled(item) for key, item in value.items()}


def resources(action):
    """The kinds of resources that AWS lets an action be allowed for."""
    service, name = action.split(":")
    kinds = get_action_data(service, name)
    return {kind["resource_arn_format"] for kind in kinds[service]} if kinds else None


def objections(policy):
    yield from map(str, parliament.analyze_policy_string(json.dumps(policy)).findings)
    for statement in policy["Statement"]:
        for action in statement["Action"]:
            named = resources(action)
            if named is None:
                yield f"{action} is no action of AWS"
            elif (statement["Resource"] == "*") != (named == {"*"}):
                yield f"{action} is allowed for {statement['Resource']} and can be for {sorted(named)}"


def main():
    policy_file, template_file = sys.argv[1:]
    with open(policy_file) as file:
        yield from objections(json.load(file))
    with open(template_file) as file:
        template = file.read()
    if not template.isascii():
        yield "the template has letters that CloudFormation gives back as question marks"
    role = json.loads(template)["Resources"]["InstructorRole"]["Properties"]
    for policy in role["Policies"]:
        yield from objections(filled(policy["PolicyDocument"]))
    linted = subprocess.run([os.path.join(os.path.dirname(sys.executable), "cfn-lint"), template_file], capture_output=True, text=True)
    yield from (linted.stdout + linted.stderr).splitlines()


for objection in main():
    print(objection)
