"""The test runner keeps the tests on this machine and turns warnings into errors."""

import socket
import warnings

from django.test import SimpleTestCase

from tests.runner import NetworkRefused


class HouseRulesTests(SimpleTestCase):
    def test_no_other_machine_is_reached(self):
        with socket.socket() as far, self.assertRaises(NetworkRefused):
            far.connect(("192.0.2.1", 80))

    def test_no_other_machine_is_looked_up(self):
        with self.assertRaises(NetworkRefused):
            socket.create_connection(("news.example", 80))

    def test_this_machine_is(self):
        with socket.create_server(("127.0.0.1", 0)) as server:
            socket.create_connection(server.getsockname()).close()

    def test_a_warning_is_an_error(self):
        with self.assertRaises(ResourceWarning):
            warnings.warn("left open", ResourceWarning, stacklevel=1)
