"""axe-core in headless Chromium: each page in both lights, on a phone and on a desk."""

import json
import tempfile

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from tests.audit import tools
from tests.audit.verdict import Verdict
from tests.browser import QUIET

WIDTHS = (360, 1280)
LIGHTS = ("light", "dark")
# All rules of WCAG 2.0 to 2.2, A and AA, and what axe holds good besides.
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations", "incomplete"],
}
RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, arguments[0]).then(found => done(JSON.stringify(
  found.violations.map(one => ({id: one.id, help: one.help, nodes: one.nodes.map(node =>
    ({where: node.target.join(' '), html: node.html.slice(0, 160), why: node.failureSummary}))}))
)), why => done(JSON.stringify([{id: 'axe failed', help: String(why), nodes: []}])));
"""


def judge(pages, origin, folder):
    """Open every page in every look; return what axe calls a violation."""
    script = tools.AXE.read_text("utf-8")
    found = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = _browser(profile)
        try:
            for page in pages:
                found += _of_page(browser, page, origin, script)
        finally:
            browser.quit()
    (folder / "axe.json").write_text(json.dumps(found, ensure_ascii=False, indent=1), "utf-8")
    return Verdict(
        "axe",
        looked_at=f"{len(pages)} pages in {len(WIDTHS) * len(LIGHTS)} looks",
        problems=[
            f"{one['page']}, {one['look']}: {one['id']}, {one['help']}"
            f" | {node['where']} | {node['html'][:100]}"
            for one in found
            for node in one["nodes"] or [{"where": "", "html": ""}]
        ],
    )


def _browser(profile):
    options = webdriver.ChromeOptions()
    options.binary_location = tools.program("chromium")
    for argument in (*QUIET, f"--user-data-dir={profile}"):
        options.add_argument(argument)
    browser = webdriver.Chrome(options=options, service=Service(tools.program("chromedriver")))
    browser.set_script_timeout(60)
    return browser


def _of_page(browser, page, origin, script):
    browser.get(origin + page.path)
    browser.execute_script(script)
    for light in LIGHTS:
        browser.execute_cdp_cmd(
            "Emulation.setEmulatedMedia",
            {"features": [{"name": "prefers-color-scheme", "value": light}]},
        )
        for width in WIDTHS:
            browser.execute_cdp_cmd(
                "Emulation.setDeviceMetricsOverride",
                {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 700},
            )
            for one in json.loads(browser.execute_async_script(RUN, OPTIONS)):
                yield one | {"page": page.label, "path": page.path, "look": f"{light} {width}"}
