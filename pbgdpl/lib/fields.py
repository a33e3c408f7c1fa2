"""Model fields for plain text, which is cleaned in forms and before saving."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db import models

from pbgdpl.lib.vietnamese import clean, clean_line, fold


class CleanedMixin:
    """Cleans the value in forms, in `save()` and in `bulk_create()`."""

    attname: str
    cleaned: Callable[[str], str]

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)  # type: ignore[misc]
        return self.cleaned(value) if isinstance(value, str) else value

    def pre_save(self, instance: models.Model, add: bool) -> Any:
        value = self.to_python(getattr(instance, self.attname))
        setattr(instance, self.attname, value)
        return value


class LineField(CleanedMixin, models.CharField):
    """A single line of plain text."""

    cleaned = staticmethod(clean_line)


class ProseField(CleanedMixin, models.TextField):
    """Plain text of several lines."""

    @staticmethod
    def cleaned(text: str) -> str:
        return clean(text).rstrip()


class SearchTextField(models.TextField):
    """The folded text of other fields of the row, filled in on every save.

    SQLite's own search folds only ASCII: "đường" would find neither "Đường bộ" nor "ĐƯỜNG BỘ".
    """

    def __init__(self, *args: Any, of: tuple[str, ...] = (), **kwargs: Any) -> None:
        self.of = of
        super().__init__(*args, **{"editable": False, "default": "", **kwargs})

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        return name, path, list(args), {**kwargs, "of": self.of}

    def pre_save(self, instance: models.Model, add: bool) -> str:
        text = fold(" ".join(str(getattr(instance, name) or "") for name in self.of))
        setattr(instance, self.attname, text)
        return text


class ChosenField(models.JSONField):
    """Values chosen among the `options`, a TextChoices class, as a list."""

    def __init__(self, *args: Any, options: Any = None, **kwargs: Any) -> None:
        self.options = options
        super().__init__(*args, **kwargs)

    def in_words(self, values: Iterable[str]) -> str:
        """Return the labels of the values, in the order of the options: "Kế hoạch, Công văn"."""
        return ", ".join(label for value, label in self.options.choices if value in values)
