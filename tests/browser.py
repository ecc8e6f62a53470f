"""A real headless Chromium for tests; skipped with a clear line where there is none."""

import os
import shutil
import tempfile
import threading
import time
import unittest

from django.contrib.staticfiles.testing import StaticLiveServerTestCase
from django.core.signals import request_finished, request_started
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
DRIVER = shutil.which("chromedriver")
QUIET = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage",
)  # fmt: skip
PATIENCE = 10
# A page says good-bye on leaving: so long nothing must be asked before the server counts as quiet.
QUIET_SECONDS = 0.15
IN_CI = os.environ.get("CI") == "true"


class Traffic:
    """The requests that are under way: nobody empties the tables beneath one."""

    def __init__(self):
        self.change = threading.Lock()
        self.under_way = 0
        self.last = time.monotonic()
        request_started.connect(self.begin)
        request_finished.connect(self.end)

    def begin(self, **_signal):
        self.count(+1)

    def end(self, **_signal):
        self.count(-1)

    def count(self, step):
        with self.change:
            self.under_way = max(self.under_way + step, 0)
            self.last = time.monotonic()

    def wait_for_quiet(self):
        """Wait until the last answer is given, or until patience ends: a page may ask for ever."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if not self.under_way and time.monotonic() - self.last > QUIET_SECONDS:
                return
            time.sleep(0.02)


TRAFFIC = Traffic()


@unittest.skipUnless(
    IN_CI or (CHROMIUM and DRIVER),
    "no chromium and chromedriver here: apt-get install chromium-driver",
)
class BrowserTestCase(StaticLiveServerTestCase):
    """Pages as a reader's browser sees them, against a server on this machine."""

    width = 1280

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.browser = cls.start_browser()

    @classmethod
    def start_browser(cls):
        """Start one more browser, which shares nothing with the others; it ends with the class."""
        options = cls.options()
        options.binary_location = CHROMIUM
        profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        cls.addClassCleanup(profile.cleanup)
        for argument in (*QUIET, f"--user-data-dir={profile.name}"):
            options.add_argument(argument)
        browser = webdriver.Chrome(options=options, service=Service(DRIVER))
        cls.addClassCleanup(browser.quit)
        return browser

    @classmethod
    def options(cls):
        options = webdriver.ChromeOptions()
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        return options

    def setUp(self):
        """Begin each test as a reader who was never here."""
        super().setUp()
        origin = {"origin": self.live_server_url, "storageTypes": "all"}
        self.browser.execute_cdp_cmd("Storage.clearDataForOrigin", origin)
        self.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
        self.browser.get_log("browser")
        self.resize(self.width)

    def _fixture_teardown(self):
        TRAFFIC.wait_for_quiet()
        super()._fixture_teardown()

    def resize(self, width):
        self.browser.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 700},
        )

    def open(self, path):
        self.browser.get(self.live_server_url + path)

    def find(self, selector):
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def find_all(self, selector):
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def wait_for(self, selector):
        return WebDriverWait(self.browser, PATIENCE).until(lambda _browser: self.find(selector))

    def press(self, selector):
        """Bring a control into view and click it."""
        control = self.find(selector)
        self.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", control)
        control.click()

    def follow(self, selector):
        """Click a link and wait until its page is there."""
        address = self.find(selector).get_attribute("href")
        self.press(selector)
        WebDriverWait(self.browser, PATIENCE).until(
            lambda browser: (
                browser.current_url == address
                and browser.execute_script("return document.readyState") == "complete"
            )
        )

    def assert_quiet(self):
        """The console said nothing: no error, no refused inline code, nothing missing."""
        self.assertEqual([line["message"] for line in self.browser.get_log("browser")], [])

    def assert_fits(self):
        """Nothing hangs over the side of the page."""
        wide = self.browser.execute_script(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        self.assertLessEqual(wide, 0, self.browser.current_url)
