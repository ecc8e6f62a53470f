"""The tools that npm brings and what they need of the machine; says in one line what is missing."""

import shutil
import subprocess
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
MODULES = FOLDER / "node_modules"
LOCK = FOLDER / "package-lock.json"
STAMP = MODULES / ".installed"
SECONDS_TO_INSTALL = 300

AXE = MODULES / "axe-core" / "axe.min.js"
NU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
LIGHTHOUSE = MODULES / "lighthouse" / "cli" / "index.js"
PACKAGES = {
    "node": "nodejs", "npm": "npm", "java": "default-jre-headless",
    "chromium": "chromium", "chromedriver": "chromium-driver",
}  # fmt: skip


class Missing(Exception):
    """What a judge needs is not here; the message is the one line that says so."""


def program(name):
    """Return the path of a program of this machine. Raises Missing."""
    found = shutil.which(name)
    if not found:
        raise Missing(f"{name} is not here: apt-get install {PACKAGES[name]}")
    return found


def install():
    """Install exactly what the lock names, unless it is there already. Raises Missing."""
    if STAMP.exists() and STAMP.read_bytes() == LOCK.read_bytes():
        return
    program("node")
    command = [program("npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    try:
        result = subprocess.run(
            command, cwd=FOLDER, capture_output=True, text=True, timeout=SECONDS_TO_INSTALL
        )
    except subprocess.TimeoutExpired:
        raise Missing("npm ci did not end: is the npm registry reached?") from None
    if result.returncode:
        said = [line for line in result.stderr.splitlines() if line.strip()]
        raise Missing(f"npm ci failed, is the npm registry reached? {' '.join(said[:2])[:200]}")
    STAMP.write_bytes(LOCK.read_bytes())
