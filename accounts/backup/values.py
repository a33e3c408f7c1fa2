"""Values of rows as JSON: the same whatever database they were read from."""

from __future__ import annotations

from base64 import b64decode, b64encode
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import DecimalField, Field

# The kinds of fields whose values are JSON already. JSON itself is stored as its text, so that no byte of it changes.
PLAIN = {
    **dict.fromkeys(
        ("AutoField", "BigAutoField", "IntegerField", "SmallIntegerField", "BigIntegerField"), int
    ),
    **dict.fromkeys(("PositiveIntegerField", "PositiveSmallIntegerField", "PositiveBigIntegerField"), int),
    **dict.fromkeys(("CharField", "TextField", "SlugField", "FileField", "JSONField"), str),
    "GenericIPAddressField": str,
}
GREATEST = 2**63 - 1
OTHERS = {
    "BooleanField",
    "DateField",
    "DateTimeField",
    "DecimalField",
    "TimeField",
    "UUIDField",
    "BinaryField",
}


class ColumnValues:
    """Converts the values of one column to JSON and back."""

    def __init__(self, field: Field[Any, Any]) -> None:
        self.column = field.column or ""
        while field.remote_field:
            field = field.target_field  # type: ignore[attr-defined]
        self.field, self.kind = field, field.get_internal_type()
        if self.kind not in {*PLAIN, *OTHERS}:
            raise TypeError(f"{field} has a kind that no archive knows: {self.kind}")

    def as_json(self, value: Any) -> Any:
        """Return the value of a row, as the database returned it, as JSON."""
        if value is None or self.kind in PLAIN:
            return value
        match self.kind:
            case "BooleanField":
                return bool(value)
            case "DateTimeField":
                moment = value if isinstance(value, datetime) else datetime.fromisoformat(value)
                return (
                    (moment.astimezone(UTC) if moment.tzinfo else moment).replace(tzinfo=None).isoformat(" ")
                )
            case "DecimalField":
                return str(self._exact(value))
            case "UUIDField":
                return UUID(str(value)).hex
            case "BinaryField":
                return b64encode(value).decode()
            case _:
                return str(value)

    def _exact(self, value: object) -> Decimal:
        """Return a number with the digits of its column: SQLite stores 0.50 as 0.5."""
        places = self.field.decimal_places if isinstance(self.field, DecimalField) else 0
        return Decimal(str(value)).quantize(Decimal(1).scaleb(-places))

    def as_stored(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        """Return a value of an archive as a parameter of a statement; raise ValueError or TypeError if it is none."""
        if value is None:
            return None
        ops = connection.ops
        match self.kind:
            case "DateTimeField":
                return ops.adapt_datetimefield_value(datetime.fromisoformat(value).replace(tzinfo=UTC))
            case "DateField":
                return ops.adapt_datefield_value(date.fromisoformat(value))
            case "TimeField":
                return ops.adapt_timefield_value(time.fromisoformat(value))
            case "DecimalField" if isinstance(self.field, DecimalField):
                exact = self._exact(value)
                return ops.adapt_decimalfield_value(exact, self.field.max_digits, self.field.decimal_places)
            case "UUIDField":
                return UUID(value).hex
            case "BinaryField":
                return b64decode(value, validate=True)
            case kind:
                return _of_type(value, PLAIN.get(kind, bool))


def _of_type(value: Any, wanted: type) -> Any:
    """Return a value that a database can store: of this type, no number over 64 bits, no half of a character."""
    if type(value) is not wanted:
        raise TypeError(f"{value!r} is no {wanted.__name__}")
    match value:
        case int() if not -GREATEST <= value <= GREATEST:
            raise ValueError(value)
        case str():
            value.encode()
    return value
