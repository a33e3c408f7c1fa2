"""Archives encrypted with a password, in the format of age (https://age-encryption.org).

The sealed archive holds a key that the password encrypts (scrypt) and the archive that the key encrypts (X25519 and
ChaCha20-Poly1305, piece by piece): "age -d -i key.age archive.age" opens it without this site.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import BinaryIO
from zipfile import ZipFile

from django.conf import settings
from django.core.exceptions import ValidationError
from pyrage import DecryptError, EncryptError, IdentityError, decrypt_io, encrypt_io, passphrase, x25519

from accounts.backup.archive import ArchiveWriter, Damaged, entries

KEY, CONTENT = "key.age", "archive.age"
LONGEST_KEY = 4096  # bytes
SHORTEST = 12
TOO_SHORT = f"Mật khẩu của bản sao lưu cần ít nhất {SHORTEST} ký tự."
ENCRYPTED = (
    "Bản sao lưu này được mã hóa. Đặt mật khẩu trong PBGDPL_BACKUP_PASSWORD, "
    "hoặc dùng --password-file, --ask-password."
)
NOT_OPENED = "Mật khẩu không đúng với bản sao lưu này."


@contextmanager
def sealed(stream: BinaryIO, password: str) -> Iterator[BinaryIO]:
    """Yield a temporary file; what was written to it is encrypted into `stream` afterwards.

    The temporary file has no name, lies beside the data of the site and is gone with the process.
    """
    if len(password) < SHORTEST:
        raise ValidationError(TOO_SHORT)
    with TemporaryFile(dir=settings.DATA_DIR) as plain:
        yield plain
        plain.seek(0)
        key = x25519.Identity.generate()
        writer = ArchiveWriter(stream)
        writer.add(KEY, [passphrase.encrypt(str(key).encode(), password)])
        with writer.opened(CONTENT) as member:
            try:
                encrypt_io(plain, member, [key.to_public()])
            except EncryptError as error:  # the disk is full
                raise OSError(str(error)) from error
        writer.close()


@contextmanager
def unsealed(archive: ZipFile, password: str | None) -> Iterator[BinaryIO]:
    """Yield the decrypted archive as a temporary file without a name."""
    if set(entries(archive)) != {KEY, CONTENT}:
        raise Damaged("thành phần của bản mã hóa không đúng")
    if not password:
        raise ValidationError(ENCRYPTED)
    key = _key(archive, password)
    with TemporaryFile(dir=settings.DATA_DIR) as plain:
        try:
            with archive.open(CONTENT) as content:
                decrypt_io(content, plain, [key])
        except (DecryptError, OSError) as error:
            raise Damaged(f"không giải mã được ({error})") from error
        yield plain


def _key(archive: ZipFile, password: str) -> x25519.Identity:
    with archive.open(KEY) as member:
        stored = member.read(LONGEST_KEY)
    try:
        return x25519.Identity.from_str(passphrase.decrypt(stored, password).decode())
    except (DecryptError, IdentityError, UnicodeDecodeError) as error:
        raise ValidationError(NOT_OPENED) from error
