"""A second process beside a server, which never outlives it. Knows not what the process does."""

import ctypes
import signal
import subprocess
import sys

PR_SET_PDEATHSIG = 1
SECONDS_TO_LEAVE = 0.5

_libc = ctypes.CDLL(None)


def end_with_parent():
    """Ask the kernel to end this process when its parent dies; elsewhere than on Linux it stays."""
    if sys.platform == "linux":
        _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


class Companion:
    """Start a program, and end it with us; when we are killed, the kernel asks it to end.

    It has a session of its own: Ctrl-C and the closing of the terminal reach us, and we tell it.
    """

    def __init__(self, command, **options):
        self.told = False
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            # The server has no threads here, so its copy is safe to run this in.
            preexec_fn=end_with_parent,
            **options,
        )

    def tell(self):
        """Ask the program to leave, and do not wait. A second asking would mean: at any price."""
        if not self.told:
            self.told = True
            self.process.terminate()

    def end(self):
        """Tell the program to leave, and kill it if it stays."""
        self.tell()
        try:
            self.process.wait(SECONDS_TO_LEAVE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
