"""`make bench`: what an article page weighs over the wire, whom it asks, and whether it jumps.

The demo's longest story, one that has all a story can have, and the seed article are served with
the middleware and the packed static files of production and read by Chromium with an empty cache;
bytes are Chromium's own count, headers included.
"""

import io
import json
import tempfile
import time

from django.conf import settings
from django.core.management import call_command
from django.db.models.functions import Length
from django.test import override_settings
from django.urls import reverse

from articles.demo import fill
from articles.models import Edition
from articles.models.article import Kind
from tests.browser import BrowserTestCase
from tests.shared import FOLDER, shared_file

MOST_BYTES = 60_000
MARGIN = 1_000
MOST_SCRIPTS = 8_192
WIDTHS = {360: 3, 1280: 1}  # and how fine their screens are
# A poor network: 400 kbit/s and 300 ms there and back.
SLOW = {"latency": 300, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
FAST = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
WATCH = """
    window.shifts = [];
    new PerformanceObserver(list => window.shifts.push(...list.getEntries().map(one => one.value)))
        .observe({type: "layout-shift", buffered: true});
"""
WEIGHED = ("Document", "Stylesheet", "Font", "Script")
SETTLED_SECONDS = 1.5


def full_of_everything():
    """Give a long Arabic story of the demo all that any of its stories has; return it."""
    arabic = Edition.objects.filter(language="ar").order_by(Length("body").desc())
    full = arabic[1]  # the longest is weighed as it is
    for held in ("claim", "box", "figures", "notices", "cited", "tagged"):
        values = [getattr(one, held) or [] for one in arabic]
        if not getattr(full, held):
            setattr(full, held, max(values, key=len))
    gallery = max((one.figures for one in arabic), key=len)
    full.figures = full.figures + [one | {"after": None} for one in gallery]
    full.kind = Kind.FACT_CHECK
    full.title = f"{full.title}: Blue Strait Lines Q&A"
    full.save()
    assert full.claim and full.box and full.gallery and full.notices and full.cited and full.tagged
    return full


class WeightBench(BrowserTestCase):
    static_handler = staticmethod(lambda handler: handler)  # WhiteNoise answers, as for readers

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        packed = {"BACKEND": "newsroom.packed.ReadersPacked"}
        served = override_settings(
            STATIC_ROOT=f"{folder.name}/static",
            MEDIA_ROOT=f"{folder.name}/media",
            STORAGES=settings.STORAGES | {"staticfiles": packed},
            WHITENOISE_AUTOREFRESH=False,
            WHITENOISE_USE_FINDERS=False,
        )
        served.enable()
        cls.addClassCleanup(served.disable)
        call_command("collectstatic", interactive=False, verbosity=0)
        super().setUpClass()

    @classmethod
    def start_browser(cls):
        browser = super().start_browser()
        browser.execute_cdp_cmd("Network.enable", {})
        browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
        return browser

    @classmethod
    def options(cls):
        options = super().options()
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        return options

    def read(self, path, width, network):
        """Open a page with nothing kept; return bytes by type, the hosts, and how far it jumped."""
        cdp = self.browser.execute_cdp_cmd
        metrics = {"width": width, "height": 900, "mobile": width < 700}
        metrics["deviceScaleFactor"] = WIDTHS[width]
        cdp("Emulation.setDeviceMetricsOverride", metrics)
        cdp("Network.clearBrowserCache", {})
        cdp("Network.emulateNetworkConditions", {"offline": False} | network)
        self.browser.get_log("performance")
        self.open(path)
        time.sleep(SETTLED_SECONDS)
        kinds, sizes, hosts = {}, {}, set()
        for line in self.browser.get_log("performance"):
            message = json.loads(line["message"])["message"]
            told = message["params"]
            if message["method"] == "Network.responseReceived":
                kinds[told["requestId"]] = told["type"]
                hosts.add("/".join(told["response"]["url"].split("/")[:3]))
                self.assertEqual(told["response"]["status"], 200, told["response"]["url"])
            elif message["method"] == "Network.loadingFinished":
                sizes[told["requestId"]] = told["encodedDataLength"]
        bytes_of = {}
        for request, kind in kinds.items():
            bytes_of[kind] = bytes_of.get(kind, 0) + int(sizes.get(request, 0))
        shifts = self.browser.execute_script("return window.shifts")
        return bytes_of, hosts, sum(shifts)

    def test_an_article_page_keeps_its_budget(self):
        fill.fill(lambda line: None)
        longest = Edition.objects.order_by(Length("body").desc())
        pages = {
            "article": longest.filter(language="ar").first().get_absolute_url(),
            "English article": longest.filter(language="en").first().get_absolute_url(),
            "home": reverse("home"),
            "everything": full_of_everything().get_absolute_url(),
        }
        if FOLDER.is_dir():
            call_command("import_articles", shared_file("seed"), publish=True, stdout=io.StringIO())
            pages["seed article"] = Edition.objects.latest("pk").get_absolute_url()
        print(f"\n{'page':<16}{'width':>6}{'net':>6}", end="")
        print("".join(f"{kind:>12}" for kind in (*WEIGHED, "together", "Image", "shift")))
        for name, path in pages.items():
            for width in WIDTHS:
                for speed, network in (("fast", FAST), ("slow", SLOW)):
                    bytes_of, hosts, shift = self.read(path, width, network)
                    weight = sum(bytes_of.get(kind, 0) for kind in WEIGHED)
                    shown = [*(bytes_of.get(kind, 0) for kind in WEIGHED), weight]
                    shown.append(bytes_of.get("Image", 0))
                    print(f"{name:<16}{width:>6}{speed:>6}", end="")
                    print("".join(f"{number:>12,}" for number in shown) + f"{shift:>12.4f}")
                    with self.subTest(page=name, width=width, network=speed):
                        self.assertEqual(hosts, {self.live_server_url})
                        self.assertLessEqual(weight, MOST_BYTES - MARGIN)
                        self.assertLessEqual(bytes_of.get("Script", 0), MOST_SCRIPTS)
                        # Told to three places, as browsers' own tools do.
                        self.assertEqual(round(shift, 3), 0)
