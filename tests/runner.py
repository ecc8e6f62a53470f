"""Run the tests with warnings as errors and without a network. Knows nothing of what is tested."""

import gc
import logging
import multiprocessing
import socket
import sys
import tempfile
import warnings
from collections import Counter

from django.conf import settings
from django.test.runner import DiscoverRunner
from django.test.utils import override_settings

LOOPBACK = {"localhost", "127.0.0.1", "::1", "", None}
# Warnings of others that we can not mend, as arguments of warnings.filterwarnings, each with why.
TOLERATED = []
TEST_SETTINGS = {
    # Pages take static files from their folders: no collectstatic before a test.
    "STORAGES": settings.STORAGES
    | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}},
    "WHITENOISE_AUTOREFRESH": True,
    "WHITENOISE_USE_FINDERS": True,
    # Strong hashing is slow on purpose.
    "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],
}


class NetworkRefused(AssertionError):
    """A test tried to reach another machine."""


def near_only(real):
    """Return a socket's connect that reaches this machine only."""

    def connect(self, address):
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in LOOPBACK:
            raise NetworkRefused(f"tests reach no other machine: {address[0]}")
        return real(self, address)

    return connect


def near_names_only(real):
    def getaddrinfo(host, *arguments, **options):
        if host not in LOOPBACK:
            raise NetworkRefused(f"tests look up no other machine: {host}")
        return real(host, *arguments, **options)

    return getaddrinfo


class Runner(DiscoverRunner):
    """Django's runner with the rules of the house."""

    def __init__(self, *args, parallel=0, **options):
        # The rules reach the processes beside this one only where they begin as copies of it.
        if multiprocessing.get_start_method() != "fork":
            parallel = 0
        super().__init__(*args, parallel=parallel, **options)

    def setup_test_environment(self, **kwargs):
        super().setup_test_environment(**kwargs)
        warnings.simplefilter("error")
        for tolerated in TOLERATED:
            warnings.filterwarnings("ignore", **tolerated)
        # A warning inside __del__ can not be raised: it is kept and counted at the end. In a file,
        # which the processes that run tests side by side share with this one.
        self.lost = tempfile.TemporaryFile("a+", encoding="utf-8")  # noqa: SIM115 - open to the end
        sys.unraisablehook = self.keep_lost
        # What a test provokes is not news; assertLogs still sees it.
        logging.getLogger().handlers = [logging.NullHandler()]
        self.house = override_settings(**TEST_SETTINGS)
        self.house.enable()
        self.close_the_network()

    def teardown_test_environment(self, **kwargs):
        for owner, name, real in self.network:
            setattr(owner, name, real)
        self.house.disable()
        sys.unraisablehook = sys.__unraisablehook__
        super().teardown_test_environment(**kwargs)

    def keep_lost(self, lost):
        line = f"{lost.exc_value!r} in {lost.object!r}".replace("\n", " ")
        self.lost.write(f"{line}\n")
        self.lost.flush()

    def close_the_network(self):
        self.network = [
            (socket.socket, "connect", socket.socket.connect),
            (socket.socket, "connect_ex", socket.socket.connect_ex),
            (socket, "getaddrinfo", socket.getaddrinfo),
        ]
        socket.socket.connect = near_only(socket.socket.connect)
        socket.socket.connect_ex = near_only(socket.socket.connect_ex)
        socket.getaddrinfo = near_names_only(socket.getaddrinfo)

    def suite_result(self, suite, result, **kwargs):
        gc.collect()
        for reason, times in Counter(reason for _test, reason in result.skipped).items():
            print(f"skipped {times}: {reason}")
        self.lost.seek(0)
        lost = self.lost.read().splitlines()
        self.lost.close()
        for line in lost:
            print(f"FAIL, raised where nobody could catch it: {line}")
        failed = super().suite_result(suite, result, **kwargs) + len(lost)
        skipped = len(result.skipped)
        passed = max(0, result.testsRun - failed - skipped)
        print(f"{passed} passed, {failed} failed, {skipped} skipped", flush=True)
        return failed
