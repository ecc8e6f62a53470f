"""The Nu HTML checker on every page of the site, not only on one of each kind."""

import json
import subprocess
from urllib.parse import unquote

from tests.audit import tools
from tests.audit.verdict import Verdict

SECONDS = 300


def judge(walked, pages, folder):
    """Check all pages that the walk found; ``pages`` adds those that answer otherwise than 200."""
    paths = list(dict.fromkeys([*walked.pages, *(page.path for page in pages)]))
    html = folder / "html"
    html.mkdir(parents=True, exist_ok=True)
    files = {}
    for number, path in enumerate(paths):
        file = html / f"{number:04}.html"
        file.write_text(walked.answers[path].text, encoding="utf-8")
        files[file.as_uri()] = path
    command = [
        tools.program("java"), "-Xss4m", "-jar", str(tools.NU), "--stdout", "--format", "json",
        "--exit-zero-always", str(html),
    ]  # fmt: skip
    result = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS)
    try:
        messages = json.loads(result.stdout)["messages"]
    except (ValueError, KeyError):
        return Verdict("nu", could_not_run=(result.stderr or "no answer").strip()[:300])
    (folder / "nu.json").write_text(json.dumps(messages, ensure_ascii=False, indent=1), "utf-8")
    grave = [one for one in messages if one["type"] != "info"]
    warned = [one for one in messages if one.get("subType") == "warning"]
    return Verdict(
        "nu",
        looked_at=f"{len(paths)} pages",
        problems=[_said(one, files) for one in grave],
        notes=[_said(one, files) for one in warned],
    )


def _said(message, files):
    where = unquote(files.get(message.get("url", ""), message.get("url", "")))
    place = f"{message.get('lastLine', 0)}:{message.get('firstColumn', 0)}"
    return f"{where} {place}: {message['message']} | {message.get('extract', '')[:120].strip()}"
