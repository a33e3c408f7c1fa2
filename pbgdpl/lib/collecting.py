"""Collects the static files for the server, where they have changed since they were collected last."""

from __future__ import annotations

from fnmatch import fnmatch
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

# Of Bootstrap our pages load the whole; its parts, its right-to-left edition and jQuery would only take time.
LEFT_OUT = ("bootstrap-*", "*.rtl.*", "*.esm.*", "jquery*")
MADE_BY = ("django", "whitenoise")
# What the collected files were made of. A manifest that is gone means that they are to be collected again.
DIGEST, MANIFEST = "collected.sha256", "staticfiles.json"


def collect_changed() -> bool:
    """Collect the static files unless those that lie there were made of the same sources; return whether it did."""
    root = Path(settings.STATIC_ROOT)
    digest = sources_digest()
    if (root / MANIFEST).is_file() and _stored(root) == digest:
        return False
    (root / DIGEST).unlink(missing_ok=True)
    call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=list(LEFT_OUT))
    (root / DIGEST).write_text(digest, encoding="ascii")
    return True


def sources_digest() -> str:
    """Return a digest of the names and contents of all static files, and of the libraries that collect them."""
    digest = sha256(repr([(name, version(name)) for name in MADE_BY]).encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            if not any(fnmatch(Path(path).name, pattern) for pattern in LEFT_OUT):
                content = Path(storage.path(path)).read_bytes()
                digest.update(f"{path} {sha256(content).hexdigest()}\n".encode())
    return digest.hexdigest()


def _stored(root: Path) -> str:
    try:
        return (root / DIGEST).read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return ""
