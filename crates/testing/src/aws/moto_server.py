"""Serves moto on a free loopback port, prints the port, and ends when its standard input does.

The tests hold the other end of that pipe, so that the server can't outlive them, however they end.
"""

import logging
import os
import sys

from moto.server import ThreadedMotoServer

logging.getLogger("werkzeug").setLevel(logging.ERROR)
server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
server.start()
print(server.get_host_and_port()[1], flush=True)
sys.stdin.buffer.read()
os._exit(0)
