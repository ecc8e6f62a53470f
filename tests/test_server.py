"""The server ends when it is told to, whatever browsers are still connected."""

from types import SimpleNamespace
from unittest import mock

from django.test import SimpleTestCase

from newsroom import server


class ExitTests(SimpleTestCase):
    def exit(self, booted):
        with mock.patch("os._exit") as exit_now, mock.patch("logging.shutdown"):
            server.leave_at_once(None, SimpleNamespace(booted=booted))
        return exit_now

    def test_a_worker_that_served_waits_for_no_idle_connection(self):
        self.exit(booted=True).assert_called_once_with(0)

    def test_a_worker_that_could_not_start_keeps_its_status(self):
        self.exit(booted=False).assert_not_called()

    def test_the_server_uses_it(self):
        self.assertIs(server.options()["worker_exit"], server.leave_at_once)
