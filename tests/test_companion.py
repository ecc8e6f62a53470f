"""A program beside a server never outlives it."""

import signal
import subprocess
import sys
import unittest
from unittest import mock

from django.conf import settings
from django.test import SimpleTestCase

from newsroom import demo_server
from newsroom.companion import Companion

PATIENCE = 30
# Says when it is ready, and holds the pipe of its output open as long as it lives.
PROGRAM = "import signal, time; {first}; print('ready', flush=True); time.sleep(600)"
STUBBORN = PROGRAM.format(first="signal.signal(signal.SIGTERM, signal.SIG_IGN)")
COUNTING = PROGRAM.format(
    first="signal.signal(signal.SIGTERM, lambda *_: print('asked', flush=True))"
)
SERVER = f"""
import sys, time
from newsroom.companion import Companion
Companion([sys.executable, "-c", {PROGRAM.format(first="pass")!r}])
time.sleep(600)
"""


class CompanionTests(SimpleTestCase):
    def test_one_that_does_not_leave_is_ended(self):
        companion = Companion([sys.executable, "-c", STUBBORN], stdout=subprocess.PIPE)
        self.addCleanup(companion.process.stdout.close)
        companion.process.stdout.readline()
        companion.end()
        self.assertEqual(companion.process.returncode, -signal.SIGKILL)

    def test_it_is_asked_once_however_often_somebody_presses_ctrl_c(self):
        companion = Companion([sys.executable, "-c", COUNTING], stdout=subprocess.PIPE)
        self.addCleanup(companion.process.stdout.close)
        companion.process.stdout.readline()
        companion.tell()
        self.assertEqual(companion.process.stdout.readline(), b"asked\n")
        companion.tell()
        companion.end()
        self.assertEqual(companion.process.stdout.read(), b"")

    def test_one_that_ended_before_is_no_trouble(self):
        companion = Companion([sys.executable, "-c", "pass"])
        companion.process.wait(PATIENCE)
        companion.end()

    @unittest.skipUnless(sys.platform == "linux", "only Linux ends a process with its parent")
    def test_it_ends_with_a_server_that_is_killed(self):
        server = subprocess.Popen(
            [sys.executable, "-c", SERVER], cwd=settings.BASE_DIR, stdout=subprocess.PIPE
        )
        self.assertEqual(server.stdout.readline(), b"ready\n")
        server.kill()
        # The pipe closes when the last who holds it has ended.
        rest, _nothing = server.communicate(timeout=PATIENCE)
        self.assertEqual(rest, b"")


class DemoTests(SimpleTestCase):
    def test_the_demo_has_a_worker_from_when_it_answers_to_when_it_leaves(self):
        with (
            mock.patch.object(demo_server, "Companion") as companion,
            mock.patch.object(demo_server, "signal"),
        ):
            hooks = demo_server.DemoServer().options()
            companion.assert_not_called()
            hooks["when_ready"](None)
            self.assertEqual(
                companion.call_args.args[0][1:], [settings.BASE_DIR / "manage.py", "work"]
            )
            hooks["on_exit"](None)
        companion.return_value.end.assert_called_once_with()
