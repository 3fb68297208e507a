"""Runs Python programs by forking, so that what each of them imports and reads is imported and read once.

Prints the folder of its socket, in which there is also a program `aws`, and ends when its standard input does. Whoever
connects by fork_client.py sends its standard files, arguments, folder and environment, and gets an exit status back.
"""

import functools
import json
import os
import runpy
import select
import shutil
import signal
import socket
import sys
import tempfile
import traceback

import awscli.botocore.loaders
import awscli.clidriver
import boto3  # noqa: F401, for lay_account.py
import botocore.loaders
import botocore.session

CLIENT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "fork_client.py")
SERVICES = ["autoscaling", "cloudwatch", "ec2", "elbv2", "iam", "sts"]


def remember_descriptions():
    """A service's description is megabytes of JSON, which every new client would read again."""
    # The AWS CLI has a copy of botocore of its own.
    for loaders in [awscli.botocore.loaders, botocore.loaders]:
        read = functools.cache(functools.partial(loaders.JSONFileLoader.load_file, loaders.JSONFileLoader()))
        loaders.JSONFileLoader.load_file = lambda _, path, read=read: read(path)
    for session in [awscli.clidriver.create_clidriver().session, botocore.session.get_session()]:
        for service in SERVICES:
            session.create_client(service, "us-east-1", aws_access_key_id="x", aws_secret_access_key="x")


def perform(arguments):
    """Runs the AWS CLI or a script; its exit status."""
    sys.argv = arguments
    try:
        if arguments[0] == "aws":
            return awscli.clidriver.main()
        runpy.run_path(arguments[0], run_name="__main__")
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
            return 1
        return end.code
    except BaseException:
        traceback.print_exc()
        return 1


def serve(connection):
    """In a process of its own: becomes what the other end is, and does what it asks for."""
    _, files, _, _ = socket.recv_fds(connection, 1, 3)
    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)
    order = json.loads(connection.makefile("rb").read())
    os.chdir(order["folder"])
    # The AWS CLI has set this when it was imported.
    own = {"AWS_DATA_PATH": os.environ["AWS_DATA_PATH"]}
    os.environ.clear()
    os.environ.update(order["environment"] | own)
    status = perform(order["arguments"])
    sys.stdout.flush()
    sys.stderr.flush()
    connection.sendall(str(status or 0).encode())


def listen(folder):
    path = os.path.join(folder, "socket")
    server = socket.socket(socket.AF_UNIX)
    server.bind(path)
    server.listen()
    with open(os.open(os.path.join(folder, "aws"), os.O_WRONLY | os.O_CREAT, 0o755), "w") as program:
        program.write(f"#!/bin/sh\nexec '{sys.executable}' -IS '{CLIENT}' '{path}' aws \"$@\"\n")
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    print(folder, flush=True)
    while sys.stdin not in select.select([server, sys.stdin], [], [])[0]:
        connection, _ = server.accept()
        if os.fork() == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            server.close()
            try:
                serve(connection)
            finally:
                os._exit(0)
        connection.close()


remember_descriptions()
folder = tempfile.mkdtemp()
try:
    listen(folder)
finally:
    shutil.rmtree(folder)
