"""Settings of the site: the environment is read at the top, and a wrong value stops the start."""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from pbgdpl.databases import database
from pbgdpl.environment import gigabytes, port, switch
from pbgdpl.lib.refused_files import why_refused
from pbgdpl.retention import kept_for
from pbgdpl.secret_key import refuse_weak_key, stored_key

BASE_DIR = Path(__file__).resolve().parent.parent


def data_directory() -> Path:
    """Return the directory of the database and the secret key, made first if need be for its owner alone."""
    directory = Path(os.environ.get("PBGDPL_DATA_DIR") or BASE_DIR / "var").resolve()
    try:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(f"Không tạo được thư mục {directory}: {why_refused(error)}.") from error
    return directory


def secret_key() -> str:
    """Return the key of the environment, else the one this machine made for itself."""
    if "PBGDPL_SECRET_KEY" in os.environ:
        key, source = os.environ["PBGDPL_SECRET_KEY"].strip(), "PBGDPL_SECRET_KEY"
    else:
        key, source = stored_key(DATA_DIR / "secret_key"), f"Tệp {DATA_DIR / 'secret_key'}"
    if not DEBUG:
        refuse_weak_key(key, source=source)
    return key


DEBUG = switch("PBGDPL_DEBUG")
HTTPS = switch("PBGDPL_HTTPS")
if DEBUG and HTTPS:
    # Its error pages show sources and settings.
    raise ImproperlyConfigured("PBGDPL_DEBUG=1 chỉ dành cho máy lập trình, không dùng cùng PBGDPL_HTTPS=1.")
ALLOWED_HOSTS = os.environ.get("PBGDPL_ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]").replace(",", " ").split()
DATA_DIR = data_directory()
SECRET_KEY = secret_key()

DATABASES = {"default": database(os.environ.get("DATABASE_URL", "").strip(), DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Drafts that were printed before; the directory may be emptied at any time.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "files": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": DATA_DIR / "cache",
        "TIMEOUT": 7 * 24 * 3600,
        "OPTIONS": {"MAX_ENTRIES": 500},
    },
    "quotas": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": DATA_DIR / "cache" / "quotas",
        "OPTIONS": {"MAX_ENTRIES": 5_000},
    },
}

INSTALLED_APPS = [
    "accounts",
    "plans",
    "events",
    "reports",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "crispy_forms",
    "crispy_bootstrap5",
    "bootstrap",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "pbgdpl.compression.CompressedPages",
    "pbgdpl.security.content_security_policy",
    "pbgdpl.security.private_pages",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.views.session_end.LoginRequired",
    "accounts.passwords.OwnPasswordFirst",
    "accounts.views.too_often.CostlyWork",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "pbgdpl.urls"
WSGI_APPLICATION = "pbgdpl.wsgi.application"

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
                "pbgdpl.frame.frame",
            ],
        },
    },
]
FORM_RENDERER = "pbgdpl.lib.form_renderer.FormRenderer"
CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "bootstrap5"

# Authentication
AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "accounts.passwords.LengthRule"},
    {"NAME": "accounts.passwords.GuessRule"},
]
AUTHENTICATION_BACKENDS = ["accounts.logins.checking.LimitedBackend"]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "login"
# A working day and overtime: whoever comes back the next morning logs in again.
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY, SESSION_COOKIE_SAMESITE = True, "Lax"
# A browser takes a cookie of this prefix from this host alone, over HTTPS.
_PREFIX = "__Host-" if HTTPS else ""
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = f"{_PREFIX}sessionid", f"{_PREFIX}csrftoken"
DEVICE_COOKIE_NAME = f"{_PREFIX}device"
CSRF_FAILURE_VIEW = "accounts.views.session_end.csrf_failure"

# Vietnamese, Vietnamese time. Thousands are grouped by `intcomma` where a figure is shown: the setting for it
# would turn the year 2024 into 2.024.
LANGUAGE_CODE = "vi"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
FORMAT_MODULE_PATH = ["pbgdpl.formats"]

STATIC_URL, STATIC_ROOT = "/static/", DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "pbgdpl.static_files.StaticFilesStorage"},
}
# Bootstrap's source maps are for its developers and large: compressing them takes half a minute.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ["map", "png", "woff2"]
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

# Reminders are sent by e-mail where a server is named; otherwise the site sends nothing.
EMAIL_HOST, EMAIL_PORT = os.environ.get("PBGDPL_EMAIL_HOST", "").strip(), port("PBGDPL_EMAIL_PORT", "25")
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = map(os.environ.get, ("PBGDPL_EMAIL_USER", "PBGDPL_EMAIL_PASSWORD"))
EMAIL_USE_TLS, EMAIL_USE_SSL = switch("PBGDPL_EMAIL_TLS"), switch("PBGDPL_EMAIL_SSL")
if EMAIL_USE_TLS and EMAIL_USE_SSL:
    raise ImproperlyConfigured("Chỉ đặt một trong hai: PBGDPL_EMAIL_TLS=1 hoặc PBGDPL_EMAIL_SSL=1.")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'dummy'}.EmailBackend"
DEFAULT_FROM_EMAIL, EMAIL_TIMEOUT = os.environ.get("PBGDPL_EMAIL_FROM") or "pbgdpl@localhost", 10  # seconds

# Attached files, which are served only by a view that checks permissions.
MEDIA_ROOT = DATA_DIR / "files"
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
FILE_UPLOAD_HANDLERS = [
    "accounts.attaching.arriving.BoundedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
# Of one body: some 200 papers a year are attached, most of them under 2 MB.
MOST_ATTACHED = gigabytes("PBGDPL_ATTACHMENTS_GB", 5)  # bytes
# ClamAV looks into uploaded files where the machine has `clamdscan` in one of these directories.
SCANS_FOR_VIRUSES, SCANNER_PATH = switch("PBGDPL_CLAMAV", "1"), "/usr/local/bin:/usr/bin:/bin"

KEPT_FOR = kept_for()  # what `clear_expired` deletes
# Work that takes longer than a page may runs in threads of the server; tests run it at once.
LONG_WORK_IN_BACKGROUND = True

# A list of 500 rows is reviewed in one form.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
# Files over a page's own number are not stored, but counted, so that the page can say so.
DATA_UPLOAD_MAX_NUMBER_FILES = 1000
# A pasted report of 300,000 characters takes 2.5 MB when sent as a form.
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024

# For a proxy that speaks HTTPS and sets X-Forwarded-Proto itself. Other sites of the same office may not use HTTPS,
# so the policy applies to this host alone.
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

# Warnings and errors go to the console, once. The libraries that make the PDF log every step at INFO.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {"django": {"handlers": []}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
