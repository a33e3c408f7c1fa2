"""Random passwords, rules for new ones, and the middleware that asks users to change a password they were given."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import timedelta

from django.contrib.auth.hashers import PBKDF2PasswordHasher, make_password
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from accounts.guessable import COMMON_WORD, Piece, bare, pieces
from accounts.models import User
from pbgdpl.lib.vietnamese import fold, initials

# Without letters and digits that are easily confused: such passwords are read from a screen or a slip and typed.
READABLE = "abcdefghkmnpqrstuvwxyz23456789"
# How long a password set by an administrator is valid (ASVS 4.0, 2.3.1).
FIRST_PASSWORD_LASTS = timedelta(days=7)

# ASVS 4.0, 2.1.1 and 2.1.2: any characters, spaces among them, and no rule about which kinds.
SHORTEST, LONGEST = 12, 128
FEWEST_DIFFERENT = 5
# How much must be left of a password besides what is tried first, as `accounts.guessable` counts.
LEAST_OF_ITS_OWN = 7
HOW_TO = "Ghép vài từ không liên quan nhau, như một câu về việc sáng nay của bạn."
TRIED_FIRST = ("mật khẩu", "password", "pbgdpl", "phổ biến giáo dục pháp luật", "phổ biến", "pháp luật")


def readable_password() -> str:
    """Return a random password that is easy to read and type: "k7mp-x2qe-9rta", one of 5 · 10¹⁷."""
    return "-".join("".join(secrets.choice(READABLE) for _ in range(4)) for _ in range(3))


class FirstPasswordHasher(PBKDF2PasswordHasher):
    """Hashes random passwords of many people at once: they cannot be guessed, and are changed at the first login."""

    iterations = 10_000


def hashed_first_password(password: str) -> str:
    return make_password(password, hasher=FirstPasswordHasher())


def typed_length(password: str) -> int:
    """Return the length without repeated spaces, which make a password no harder to guess."""
    return len(" ".join(password.split()))


class LengthRule:
    """Refuses passwords of fewer than 12 or more than 128 characters."""

    def validate(self, password: str, user: User | None = None) -> None:
        if (length := typed_length(password)) < SHORTEST:
            raise ValidationError(
                f"Mật khẩu mới có {length} ký tự, cần ít nhất {SHORTEST}. Thêm vài từ nữa.", code="short"
            )
        if len(password) > LONGEST:
            raise ValidationError(
                f"Mật khẩu mới có {len(password)} ký tự, dài quá {LONGEST}. Bớt vài từ.", code="long"
            )

    def get_help_text(self) -> str:
        return f"Ít nhất {SHORTEST} ký tự. Một câu dễ nhớ là tốt nhất; có dấu, có khoảng trắng đều được."


class GuessRule(CommonPasswordValidator):
    """Refuses passwords that are easy to guess: common ones, and those of names, years, rows of keys and the like."""

    def validate(self, password: str, user: User | None = None) -> None:
        if not SHORTEST <= typed_length(password) <= len(password) <= LONGEST:
            return  # LengthRule reports this
        super().validate(password, user)
        if len(set(password.casefold())) < FEWEST_DIFFERENT:
            raise ValidationError(self.get_error_message(), code="password_too_common")
        found = pieces(password, known_words(user), timezone.localdate())
        if sum(piece.cost for piece in found) < LEAST_OF_ITS_OWN:
            kinds = ", ".join(dict.fromkeys(piece.kind for piece in found if piece.kind))
            raise ValidationError(
                f"Mật khẩu mới dễ đoán, vì phần lớn là {kinds or 'vài ký tự'}. {HOW_TO}", code="guessable"
            )

    def get_error_message(self) -> str:
        return f"Nhiều người dùng mật khẩu này nên rất dễ đoán. {HOW_TO}"

    def get_help_text(self) -> str:
        return (
            "Không phải họ tên, tên đăng nhập, tên cơ quan, năm, dãy phím liền nhau "
            "hay từ ai cũng nghĩ tới rồi thêm vài số."
        )


def known_words(user: User | None) -> dict[str, Piece]:
    """Return what is known of a person and their body, as pieces of a password that count nothing."""
    words = dict.fromkeys(_bare_words(*TRIED_FIRST), COMMON_WORD._replace(cost=0))
    if user is None:
        return words
    body = user.organisation
    named = _bare_words(body.name, body.code, body.symbol, initials(body.name), body.parent_body, body.place)
    words |= dict.fromkeys(named, Piece("tên cơ quan", 0))
    own = _bare_words(user.full_name, user.username, user.email.partition("@")[0], user.phone)
    return words | dict.fromkeys(own, Piece("tên của bạn", 0))


def _bare_words(*texts: str) -> set[str]:
    """Return the texts, their words and their initials, without marks and spaces."""
    words = {bare(word) for text in texts for word in (text, *text.split())}
    first_letters = {"".join(word[0] for word in fold(text).split()) for text in texts if " " in text.strip()}
    return {word for word in words | first_letters if len(word) > 1}


class OwnPasswordFirst:
    """Redirects users with a password set by somebody else to the page for changing it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], *args: object
    ) -> HttpResponse | None:
        is_open = not getattr(view, "login_required", True)
        page = request.resolver_match.url_name if request.resolver_match else None
        if is_open or page in {"password", "logout"}:
            return None
        return redirect("password") if getattr(request.user, "must_change_password", False) else None
