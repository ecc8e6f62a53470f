"""Stop a call that would never end. No measure of speed: that is `make bench`."""

import signal
from contextlib import contextmanager

A_MINUTE = 60


@contextmanager
def no_trap(seconds=A_MINUTE):
    """Fail when the block hangs: what grows with the square of a hostile page takes far longer."""

    def give_up(_number, _frame):
        raise AssertionError(f"still busy after {seconds} s: hostile input is a trap here")

    former = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, former)
