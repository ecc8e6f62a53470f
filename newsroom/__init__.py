"""The project around the articles: settings, addresses, health. Holds no editorial rule."""

import re
from pathlib import Path

CHANGELOG = Path(__file__).resolve().parent.parent / "CHANGELOG.md"


def version_in(changelog):
    """Return the newest released version that a changelog names: ``## 1.2.0 (…)`` -> ``1.2.0``."""
    released = re.search(r"^## +v?(\d+(?:\.\d+)+)", changelog, re.MULTILINE)
    return released[1] if released else "0.0.0"


__version__ = version_in(CHANGELOG.read_text(encoding="utf-8") if CHANGELOG.exists() else "")
