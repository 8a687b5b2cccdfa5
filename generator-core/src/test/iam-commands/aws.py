"""A stand-in for the AWS CLI, version 2: what iam/README.md calls of it, with IAM's state in a file.

AWS_STATE names a folder. `state.json` there has the account of the credentials, the operations that they are denied, and
the roles and identity providers by account. `calls.txt` gets a line for each call that changed something. As with the
real one, what the service refuses is one line on standard error and exit code 254, a faulty command line is 252.

IAM keeps the meaning of a trust policy and not its text: the keys of a condition come back in another order.
"""

import json
import os
import re
import sys

STATE = os.path.join(os.environ["AWS_STATE"], "state.json")
CALLS = os.path.join(os.environ["AWS_STATE"], "calls.txt")
NAME = re.compile(r"[\w+=,.@-]{1,64}", re.ASCII)
PATH = re.compile(r"/|/[!-~]+/")

# The options of each operation: required, then allowed.
OPERATIONS = {
    "sts get-caller-identity": ([], []),
    "iam get-role": (["role-name"], []),
    "iam create-role": (["role-name", "assume-role-policy-document"], ["path"]),
    "iam delete-role": (["role-name"], []),
    "iam update-assume-role-policy": (["role-name", "policy-document"], []),
    "iam put-role-policy": (["role-name", "policy-name", "policy-document"], []),
    "iam delete-role-policy": (["role-name", "policy-name"], []),
    "iam attach-role-policy": (["role-name", "policy-arn"], []),
    "iam detach-role-policy": (["role-name", "policy-arn"], []),
    "iam get-open-id-connect-provider": (["open-id-connect-provider-arn"], []),
    "iam create-open-id-connect-provider": (["url"], ["client-id-list"]),
    "iam add-client-id-to-open-id-connect-provider": (["open-id-connect-provider-arn", "client-id"], []),
}
GLOBAL = ["query", "output"]


def leave(code, message):
    sys.stderr.write("\n%s\n" % message)
    sys.exit(code)


def operation_name(command):
    return command.split(" ")[1].title().replace("-", "")


def refuse(command, error, message):
    text = "An error occurred (%s) when calling the %s operation: %s"
    leave(254, text % (error, operation_name(command), message))


def parse(words):
    command = " ".join(words[:2])
    if command not in OPERATIONS:
        leave(252, "aws: error: invalid choice: " + command)
    required, allowed = OPERATIONS[command]
    options = {}
    rest = words[2:]
    while rest:
        name = rest.pop(0)
        if not name.startswith("--") or name[2:] not in required + allowed + GLOBAL or not rest:
            leave(252, "aws: error: Unknown options: " + name)
        options[name[2:]] = rest.pop(0)
    missing = [name for name in required if name not in options]
    if missing:
        leave(252, "aws: error: the following arguments are required: --" + ", --".join(missing))
    for name, value in options.items():
        if value.startswith("file://"):
            try:
                with open(value[len("file://") :]) as file:
                    options[name] = file.read()
            except OSError as error:
                leave(252, "Error parsing parameter '--%s': Unable to load paramfile %s" % (name, error))
    return command, options


def document(command, text):
    try:
        return reordered(json.loads(text))
    except ValueError:
        refuse(command, "MalformedPolicyDocument", "This policy contains invalid Json")


def reordered(value):
    if isinstance(value, dict):
        return {key: reordered(value[key]) for key in sorted(value, reverse=True)}
    return [reordered(item) for item in value] if isinstance(value, list) else value


def selected(answer, query):
    for key in query.split(".") if query else []:
        answer = answer.get(key) if isinstance(answer, dict) else None
    return answer


def role_call(command, options, account, roles):
    name = options["role-name"]
    if not NAME.fullmatch(name):
        refuse(command, "ValidationError", "The specified value for roleName is invalid.")
    known = {key.lower(): key for key in roles}  # IAM tells no roles apart by case
    if command == "iam create-role":
        path = options.get("path", "/")
        if name.lower() in known:
            refuse(command, "EntityAlreadyExists", "Role with name %s already exists." % name)
        if not PATH.fullmatch(path):
            refuse(command, "ValidationError", "The specified value for path is invalid.")
        trust = document(command, options["assume-role-policy-document"])
        roles[name] = {"path": path, "trust": trust, "inline": {}, "managed": []}
        return {"Role": {"RoleName": name}}
    if name.lower() not in known:
        refuse(command, "NoSuchEntity", "The role with name %s cannot be found." % name)
    role = roles[known[name.lower()]]
    if command == "iam get-role":
        return {"Role": {"RoleName": name, "Path": role["path"], "AssumeRolePolicyDocument": role["trust"]}}
    if command == "iam update-assume-role-policy":
        role["trust"] = document(command, options["policy-document"])
    elif command == "iam put-role-policy":
        role["inline"][options["policy-name"]] = document(command, options["policy-document"])
    elif command == "iam delete-role-policy":
        if role["inline"].pop(options["policy-name"], None) is None:
            refuse(command, "NoSuchEntity", "The role policy with name %s cannot be found." % options["policy-name"])
    elif command == "iam attach-role-policy":
        role["managed"] = sorted(set(role["managed"]) | {options["policy-arn"]})
    elif command == "iam detach-role-policy":
        if options["policy-arn"] not in role["managed"]:
            refuse(command, "NoSuchEntity", "Policy %s was not found." % options["policy-arn"])
        role["managed"].remove(options["policy-arn"])
    elif command == "iam delete-role":
        if role["inline"]:
            refuse(command, "DeleteConflict", "Cannot delete entity, must delete policies first.")
        if role["managed"]:
            refuse(command, "DeleteConflict", "Cannot delete entity, must detach all policies first.")
        del roles[known[name.lower()]]
    return None


def provider_call(command, options, account, providers):
    if command == "iam create-open-id-connect-provider":
        host = options["url"][len("https://") :]
        region = host.split(".")[2]
        partition = "aws-cn" if region.startswith("cn-") else "aws-us-gov" if "-gov-" in region else "aws"
        arn = "arn:%s:iam::%s:oidc-provider/%s" % (partition, account, host)
        if arn in providers:
            refuse(command, "EntityAlreadyExists", "Provider with url %s already exists." % options["url"])
        providers[arn] = [options["client-id-list"]]
        return {"OpenIDConnectProviderArn": arn}
    arn = options["open-id-connect-provider-arn"]
    if arn not in providers:
        refuse(command, "NoSuchEntity", "OpenIDConnect Provider not found for arn %s" % arn)
    if command == "iam get-open-id-connect-provider":
        return {"ClientIDList": providers[arn]}
    providers[arn] = sorted(set(providers[arn]) | {options["client-id"]})
    return None


def main():
    command, options = parse(sys.argv[1:])
    with open(STATE) as file:
        state = json.load(file)
    account = state["account"]
    if not account:
        leave(253, "Unable to locate credentials. You can configure credentials by running \"aws login\".")
    if operation_name(command) in state["denied"]:
        refuse(command, "AccessDenied", "User is not authorized to perform: " + command.replace(" ", ":"))
    there = state["accounts"].setdefault(account, {"roles": {}, "providers": {}})
    before = json.dumps(state, sort_keys=True)
    if command == "sts get-caller-identity":
        answer = {"UserId": "AIDAEXAMPLE", "Account": account, "Arn": "arn:aws:iam::%s:user/someone" % account}
    elif "role-name" in options:
        answer = role_call(command, options, account, there["roles"])
    else:
        answer = provider_call(command, options, account, there["providers"])
    if json.dumps(state, sort_keys=True) != before:
        with open(STATE, "w") as file:
            json.dump(state, file, indent=2)
        if command.startswith("iam "):
            what = [options[key] for key in ("role-name", "policy-name", "policy-arn", "url", "client-id") if key in options]
            with open(CALLS, "a") as file:
                file.write(" ".join([command.split(" ")[1]] + what) + "\n")
    if answer is not None:
        answer = selected(answer, options.get("query"))
        as_text = options.get("output") == "text" and isinstance(answer, str)
        print(answer if as_text else json.dumps(answer, indent=4, ensure_ascii=False))


main()
