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

from accounts.models import User
from pbgdpl.lib.vietnamese import fold

# Without letters and digits that are easily confused: such passwords are read from a screen or a slip and typed.
READABLE = "abcdefghkmnpqrstuvwxyz23456789"
# How long a password set by an administrator is valid (ASVS 4.0, 2.3.1).
FIRST_PASSWORD_LASTS = timedelta(days=7)

# ASVS 4.0, 2.1.1 and 2.1.2: any characters, spaces among them, and no rule about which kinds.
SHORTEST, LONGEST = 12, 128
FEWEST_DIFFERENT = 5
# How many characters must be left of a password without the words that are tried first.
LEAST_OF_ITS_OWN = 8
TRIED_FIRST = ("mật khẩu", "password", "pbgdpl", "phổ biến giáo dục pháp luật", "phổ biến", "pháp luật")


def readable_password() -> str:
    """Return a random password that is easy to read and type: "k7mp-x2qe-9rta", one of 5 · 10¹⁷."""
    return "-".join("".join(secrets.choice(READABLE) for _ in range(4)) for _ in range(3))


class FirstPasswordHasher(PBKDF2PasswordHasher):
    """Hashes random passwords of many people at once: they cannot be guessed, and are changed at the first login."""

    iterations = 10_000


def hashed_first_password(password: str) -> str:
    return make_password(password, hasher=FirstPasswordHasher())


class LengthRule:
    """Refuses passwords of fewer than 12 or more than 128 characters."""

    def validate(self, password: str, user: User | None = None) -> None:
        # Repeated spaces make a password no harder to guess.
        if (length := len(" ".join(password.split()))) < SHORTEST:
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
    """Refuses passwords that are easy to guess: common ones, few different characters, the user's own names."""

    def validate(self, password: str, user: User | None = None) -> None:
        if len(password) < SHORTEST:
            return  # LengthRule reports this
        super().validate(password, user)
        if len(set(password.casefold())) < FEWEST_DIFFERENT:
            raise ValidationError(self.get_error_message(), code="password_too_common")
        rest = bare = _bare(password)
        for word in sorted(_known_words(user), key=len, reverse=True):
            rest = rest.replace(word, "")
        if rest != bare and (len(rest) < LEAST_OF_ITS_OWN or rest in self.passwords):
            raise ValidationError(
                "Mật khẩu mới phần lớn là tên người, tên cơ quan hoặc từ ai cũng nghĩ tới. Thêm những từ khác.",
                code="own_words",
            )

    def get_error_message(self) -> str:
        return "Nhiều người dùng mật khẩu này nên rất dễ đoán. Chọn mật khẩu khác."

    def get_help_text(self) -> str:
        return "Không phải dãy phím quen thuộc, cũng không chỉ là họ tên, tên đăng nhập, tên cơ quan thêm vài số."


def _known_words(user: User | None) -> set[str]:
    texts = list(TRIED_FIRST)
    if user is not None:
        texts += [user.username, user.full_name, user.organisation.name, user.organisation.code]
    words = {word for text in texts for word in (text, *text.split())}
    return {bare for word in words if len(bare := _bare(word)) > 1}


def _bare(text: str) -> str:
    return "".join(letter for letter in fold(text) if letter.isalnum())


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
