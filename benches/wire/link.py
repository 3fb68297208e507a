"""Joins this network namespace with that of a process, by two tun devices between which each packet waits.

Arguments: the process, half a round trip in milliseconds, this end's addresses by a comma, the other end's address. Prints
a line once packets pass, and ends with its standard input.
"""

import collections
import fcntl
import os
import select
import struct
import subprocess
import sys
import time

PROCESS, HALF, HERE, THERE = sys.argv[1], float(sys.argv[2]) / 1000, sys.argv[3].split(","), sys.argv[4]
TUNSETIFF, IFF_TUN, IFF_NO_PI = 0x400454CA, 0x0001, 0x1000
# A packet, with room: the devices carry Ethernet's 1,500 bytes.
LARGEST = 2048


def device(name):
    file = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(file, TUNSETIFF, struct.pack("16sH", name.encode(), IFF_TUN | IFF_NO_PI))
    return file


def ip(*words, inside=()):
    subprocess.run([*inside, "ip", *words], check=True)


def join():
    near, far = device("near"), device("far")
    ip("link", "set", "far", "netns", PROCESS)
    there = ("nsenter", "--target", PROCESS, "--net")
    for address in HERE:
        ip("address", "add", address + "/32", "dev", "near")
    # A burst of handshakes is no loss.
    ip("link", "set", "near", "txqueuelen", "10000", "up")
    ip("route", "add", THERE + "/32", "dev", "near")
    ip("link", "set", "lo", "up", inside=there)
    ip("address", "add", THERE + "/32", "dev", "far", inside=there)
    ip("link", "set", "far", "txqueuelen", "10000", "up", inside=there)
    for address in HERE:
        ip("route", "add", address + "/32", "dev", "far", inside=there)
    return near, far


def carry(near, far):
    other = {near: far, far: near}
    # What came is due in the order in which it came: each waits as long.
    waiting = collections.deque()
    poll = select.poll()
    for file in (near, far, sys.stdin.fileno()):
        poll.register(file, select.POLLIN)
    while True:
        pause = max(0, waiting[0][0] - time.monotonic()) * 1000 if waiting else None
        for file, _ in poll.poll(pause):
            if file not in other:
                return
            try:
                while True:
                    packet = os.read(file, LARGEST)
                    waiting.append((time.monotonic() + HALF, other[file], packet))
            except BlockingIOError:
                pass
        now = time.monotonic()
        while waiting and waiting[0][0] <= now:
            _, file, packet = waiting.popleft()
            try:
                os.write(file, packet)
            except BlockingIOError:
                pass


if __name__ == "__main__":
    ends = join()
    print("joined", flush=True)
    carry(*ends)
