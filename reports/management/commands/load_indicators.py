"""load_indicators FILE: a statistical form from a spreadsheet, as a set of the program."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.db import transaction

from accounts.rows.sheets.kinds import UnreadableSheet
from pbgdpl.lib.commands import PoliteCommand, bytes_of_file
from reports.models import IndicatorSet
from reports.periods.forms.indicator_set import IndicatorRows, IndicatorSetForm
from reports.periods.forms.set_sheet import form_data
from reports.periods.set_columns import COLUMNS, HEAD_TITLES, HEADS
from reports.periods.set_sheets import ReadSet, read_set_sheet
from reports.periods.template_sets import load_set

HEADINGS = {column.field: column.heading for column in COLUMNS[IndicatorSet]}
FACTS = {column.field: column.heading for column in HEADS[IndicatorSet]}
NO_HEAD = (
    f"Tệp không có trang tính “{HEAD_TITLES[IndicatorSet]}” nói ký hiệu, tên, căn cứ, năm và nhóm cơ quan của biểu. "
    "Tải một biểu ở trang Biểu số liệu về (Tải bảng tính) rồi sửa theo mẫu đó."
)


class Command(PoliteCommand):
    model = IndicatorSet
    help = (
        "Nạp một biểu số liệu từ bảng tính thành mẫu có sẵn; biểu cùng ký hiệu, cùng năm đã có thì sửa lại."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path, help="bảng tính của biểu")
        parser.add_argument("--dry-run", action="store_true", help="chỉ đọc và in kết quả, không lưu gì")

    def handle(self, *, file: Path, dry_run: bool, **options: Any) -> None:
        try:
            read = read_set_sheet(bytes_of_file(file), IndicatorSet)
        except UnreadableSheet as error:
            raise CommandError(str(error)) from error
        if not read.head:
            raise CommandError(NO_HEAD)
        head, rows = forms_of(read)
        if faults := list(faults_of(read, head, rows)):
            raise CommandError("\n".join((f"Chưa nạp gì. Sửa {len(faults)} chỗ sau rồi nạp lại:", *faults)))
        is_new = head.instance.pk is None
        with transaction.atomic():
            changes = load_set(head.instance, rows.instances)
            transaction.set_rollback(dry_run)
        self.say(read, head.instance, changes, is_new=is_new, is_dry=dry_run)

    def say(
        self, read: ReadSet, form: IndicatorSet, changes: list[list[str]], *, is_new: bool, is_dry: bool
    ) -> None:
        did = "Thêm" if is_new else "Sửa" if changes else "Không có gì khác ở"
        which = f"biểu {form.form_code}, dùng từ năm {form.from_year}: {len(read.rows)} chỉ tiêu"
        self.stdout.write(f"{'Đọc thử, chưa lưu. ' if is_dry else ''}{did} {which}.")
        if not is_new and changes:
            self.stdout.write(f"  Khác trước: {', '.join(label for label, *_ in changes)}.")
        for note in read.notes:
            self.stdout.write(f"  Lưu ý: {note}")


def forms_of(read: ReadSet) -> tuple[IndicatorSetForm, IndicatorRows]:
    """Return what was read as the forms of a new set of the program, or of the stored one of its code and year."""
    data = form_data(read)
    head, rows = IndicatorSetForm(data), IndicatorRows(data, stored=())
    if head.is_valid():
        code, year = (head.cleaned_data[name] for name in ("form_code", "from_year"))
        of_program = IndicatorSet.objects.filter(organisation=None, period=None, from_year=year)
        if stored := of_program.filter(form_code__iexact=code).order_by("-pk").first():
            head = IndicatorSetForm(data, instance=stored)
    return head, rows


def faults_of(read: ReadSet, head: IndicatorSetForm, rows: IndicatorRows) -> Iterator[str]:
    """Yield a sentence for each fault, with its sheet, row and column."""
    head.is_valid()
    for name, errors in head.errors.items():
        yield f"Trang tính “{HEAD_TITLES[IndicatorSet]}”, dòng “{FACTS[name]}”: {' '.join(map(str, errors))}"
    rows.is_valid()
    for fault in rows.own_faults:
        yield f"Trang tính “{read.sheet}”: {fault}"
    for place, form in zip(read.places, rows.forms, strict=True):
        for name, errors in form.errors.items():
            yield f"Trang tính “{read.sheet}”, dòng {place}, cột “{HEADINGS[name]}”: {' '.join(map(str, errors))}"
