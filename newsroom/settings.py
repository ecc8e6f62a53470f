"""All settings of the project, read once from the environment. Decides nothing per request."""

import contextlib
import os
import secrets
import zoneinfo
from pathlib import Path

import django
from csp.constants import NONCE, NONE, SELF

from articles.text.dates import MONTH_STYLES
from articles.text.digits import STYLES
from newsroom import env, private_postgres

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = private_postgres.var_dir()

# Which kind of installation this is. Without DATABASE_URL it is one to try or to develop on.
# For a real one nothing is made up: it names its secret and its hosts, and speaks https.

DEBUG = env.flag("DEBUG", False)
PRIVATE = private_postgres.wanted()
TRIAL = env.flag("TRIAL", PRIVATE or DEBUG)


def kept_key(path):
    """Return the random key kept in ``path``, made at first start and readable by us alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        # Written aside and linked into place: two first starts at once agree on one key.
        new = path.with_name(f"{path.name}.{os.getpid()}")
        new.touch(mode=0o600)
        new.write_text(secrets.token_urlsafe(50))
        with contextlib.suppress(FileExistsError):
            os.link(new, path)
        new.unlink()
    return path.read_text()


SECRET_KEY = env.text("SECRET_KEY", "" if TRIAL else env.REQUIRED)
SECRET_KEY = SECRET_KEY or kept_key(VAR_DIR / "secret-key")
SECRET_KEY_FALLBACKS = env.items("SECRET_KEY_FALLBACKS", [])

# Addresses

LOCAL = ["localhost", "127.0.0.1", "[::1]"]
NAMED_HOSTS = env.items("ALLOWED_HOSTS", [] if TRIAL else env.REQUIRED)
# Health probes and the demo come from the machine itself.
ALLOWED_HOSTS = NAMED_HOSTS + LOCAL
SITE_URL = env.url(
    "SITE_URL",
    f"http://127.0.0.1:{env.number('PORT', 8000)}"
    if TRIAL
    else f"https://{NAMED_HOSTS[0].lstrip('.')}",
)
SITE_NAME = env.text("SITE_NAME", "غرفة الأخبار")
SITE_NAME_EN = env.text("SITE_NAME_EN", "Newsroom")
ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

# Parts

INSTALLED_APPS = [
    "modeltranslation",
    "newsroom.apps.DeskConfig",  # django.contrib.admin with a site of our own
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "taggit",
    "tree_queries",
    "csp",
    "js_asset",
    "django_prose_editor",
    "django_tasks_db",
    "articles",
]
if django.VERSION < (6, 0):
    INSTALLED_APPS.append("django_tasks")  # newer Django has it built in
MIDDLEWARE = [
    "newsroom.outgoing.bare_static_files",
    "django.middleware.security.SecurityMiddleware",
    # Before the policy: it would be a third of what a small static file weighs, and governs pages.
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "newsroom.outgoing.Compression",
    "newsroom.outgoing.Revalidation",
    "newsroom.outgoing.keep_for_a_moment",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "newsroom.middleware.language_of_address",
    "newsroom.middleware.OnlyRead",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "newsroom.middleware.EditorPolicy",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "articles.views.context.site",
            ],
        },
    },
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TEST_RUNNER = "tests.runner.Runner"

# Database

DATABASES = {
    "default": private_postgres.database() if PRIVATE else env.database("DATABASE_URL"),
}
DATABASES["default"] |= {
    "CONN_MAX_AGE": env.number("DATABASE_KEEP_SECONDS", 60),
    "CONN_HEALTH_CHECKS": True,
}
DATABASES["default"]["OPTIONS"].setdefault("connect_timeout", "5")
# Compiling a query costs more than any of ours takes.
DATABASES["default"]["OPTIONS"].setdefault("options", "-c jit=off")

# Background tasks: rows of the same database, so that a task and the change it belongs to are kept
# or undone together. Alike everywhere, tests too: only `manage.py work` runs them.

TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend",
        "QUEUES": ["default", "punctual"],  # articles/tasks.py
    }
}

# Languages. The list is part of the database schema, so no variable changes it.

LANGUAGES = [("ar", "العربية"), ("en", "English")]
LANGUAGE_CODE = "ar"
MODELTRANSLATION_DEFAULT_LANGUAGE = "ar"
LOCALE_PATHS = [BASE_DIR / "newsroom" / "locale"]
FORMAT_MODULE_PATH = ["newsroom.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = env.text("TIME_ZONE", "Asia/Riyadh")
if TIME_ZONE not in zoneinfo.available_timezones():
    raise env.CannotStart(f"TIME_ZONE should be a name such as Asia/Riyadh, not {TIME_ZONE!r}.")
# How Arabic pages name the months and write numbers; fields for machines know neither.
MONTH_NAMES = env.choice("MONTH_NAMES", MONTH_STYLES, "ar")
DIGITS = env.choice("DIGITS", STYLES, "western")
HIJRI = env.flag("HIJRI", False)

# Machines

FEED_CONTENT = env.choice("FEED_CONTENT", ("summary", "full"), "summary")
SECURITY_CONTACT = env.contacts("SECURITY_CONTACT", [])

# Tags: the comma of either script separates them

TAGGIT_TAGS_FROM_STRING = "articles.models.taxonomy.tags_from_text"
TAGGIT_STRING_FROM_TAGS = "articles.models.taxonomy.tags_to_text"

# Files

STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", VAR_DIR / "static")
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "newsroom.stylesheet.ReadersFiles",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
if DEBUG:
    STATIC_STORAGE = "django.contrib.staticfiles.storage.StaticFilesStorage"
elif TRIAL:
    # Names that change with the content, as for readers; compressing all would take 20 s more.
    STATIC_STORAGE = "newsroom.packed.ReadersPacked"
else:
    STATIC_STORAGE = "whitenoise.storage.CompressedManifestStaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": STATIC_STORAGE},
}
# Nobody else's pages need our files.
WHITENOISE_ALLOW_ALL_ORIGINS = False
# The editor's source maps are megabytes that no reader loads.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ["map", "png", "jpg", "webp", "gif", "woff2", "gz", "br"]

# Sign-in. Readers get no cookie: only the newsroom opens a session.

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 14 * 24 * 3600
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
LOGIN_URL = "admin:login"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# Transport. HTTPS=0 is for a trial on a closed network: passwords then travel in the clear.

HTTPS = env.flag("HTTPS", not TRIAL)
BEHIND_PROXY = env.flag("BEHIND_PROXY", False)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_TRUSTED_ORIGINS = env.items("CSRF_TRUSTED_ORIGINS", [SITE_URL])
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_HSTS_SECONDS = env.number("HSTS_SECONDS", 31_536_000 if HTTPS else 0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = env.flag("HSTS_SUBDOMAINS", False)
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
# Share links may tell the other site which newsroom a reader came from, not which page.
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
X_FRAME_OPTIONS = "DENY"

# What a page may load: our own files and nothing else, the admin included.

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        # Only pages that ask for a nonce carry one: those with the text editor.
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
    },
}

# Logs go to stderr; the process manager keeps them.

LOG_LEVEL = env.text("LOG_LEVEL", "INFO").upper()
if LOG_LEVEL not in {"DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"}:
    raise env.CannotStart("LOG_LEVEL should be DEBUG, INFO, WARNING, ERROR or CRITICAL.")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": LOG_LEVEL},
    "loggers": {
        # Every query is a debug message; say so by name when you want them.
        "django.db.backends": {"level": "INFO"},
        # Django would also write to its own handlers and mail the administrators.
        "django": {"handlers": [], "level": LOG_LEVEL},
    },
}
