"""Has fork_server.py, at the socket that is the first argument, run the others here; ends with what that ended with."""

import json
import os
import socket
import sys

with socket.socket(socket.AF_UNIX) as server:
    server.connect(sys.argv[1])
    socket.send_fds(server, [b"!"], [0, 1, 2])
    order = {"arguments": sys.argv[2:], "folder": os.getcwd(), "environment": dict(os.environ)}
    server.sendall(json.dumps(order).encode())
    server.shutdown(socket.SHUT_WR)
    sys.exit(int(server.recv(16)))
