"""How gunicorn serves the site, here and in the container. Knows nothing of the pages."""

from pathlib import Path

from newsroom import env

bind = env.text("BIND", f"127.0.0.1:{env.number('PORT', 8000)}")
workers = env.number("WEB_WORKERS", 2)
# Threads wait for the database and for slow readers; a page itself is short work.
threads = env.number("WEB_THREADS", 4)
timeout = 30
graceful_timeout = 20
keepalive = 5
# A worker proves that it lives by touching a file: in memory, where a busy disk cannot stop it.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108
accesslog = "-" if env.flag("ACCESS_LOG", False) else None
loglevel = "info"
# Who may tell us that the reader came by https. Without a proxy, nobody.
forwarded_allow_ips = "*" if env.flag("BEHIND_PROXY", False) else ""
# Nobody asks for gunicorn's own remote control.
control_socket_disable = True
