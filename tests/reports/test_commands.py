"""The commands as people call them: what they make, and the one sentence when they cannot."""

import subprocess
import sys
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from accounts.models import Organisation, Role, User
from plans.models import Plan
from reports.compiling.compile import compile_report
from reports.compiling.rendering import draft_of
from reports.document.pdf import to_pdf
from reports.document.word import to_docx
from reports.management.given import report_of_year
from reports.models import PeriodKind, Report
from tests.factories import make_report, make_submission

pytestmark = pytest.mark.django_db

REPORT = """\
BÁO CÁO
Kết quả công tác năm 2024

I. KẾT QUẢ

- Kế hoạch số 12/KH-SYT ngày 05/3/2024 về kiểm tra;
- Quyết định số 40/QĐ-SYT ngày 08/7/2024 ban hành Quy chế.

Trên đây là báo cáo./.
"""


def run(*words):
    out = StringIO()
    call_command(*words, stdout=out)
    return out.getvalue()


@pytest.fixture
def health():
    run("create_organisation", "SYT", "Sở Y tế", "--parent-body", "UBND tỉnh Lào Cai", "--place", "Lào Cai")
    return Organisation.objects.get()


@pytest.fixture
def report_file(tmp_path):
    path = tmp_path / "báo cáo.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_an_organisation_signs_by_its_initials(health):
    assert (health.code, health.symbol, health.parent_body, health.place) == (
        "SYT",
        "SYT",
        "UBND tỉnh Lào Cai",
        "Lào Cai",
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("SYT", "Tên khác", "--place", "X"), "đã tồn tại"),
        (("MÃ SỐ", "Tên", "--place", "X"), "Mã chỉ gồm"),
        (("A/B", "Tên", "--place", "X"), "Mã chỉ gồm"),
        (("ABC", " ", "--place", "X"), "Tên cơ quan: Trường này không được để trắng"),
        (("ABCDEFGHIJKLMN", "Tên", "--place", "X"), "13"),
    ],
)
def test_an_organisation_that_cannot_be_is_refused(health, words, sentence):
    with pytest.raises(CommandError, match=sentence):
        run("create_organisation", *words)
    assert Organisation.objects.count() == 1


def test_a_report_is_imported_and_its_rows_are_counted(health, report_file):
    output = run("import_report", str(report_file), "--organisation", "SYT", "--year", "2024")
    assert output.splitlines() == [
        "Đã nhập Báo cáo năm 2024 của Sở Y tế:",
        "  2 văn bản của đơn vị (2 trong danh mục)",
        "  0 văn bản chỉ đạo (0 trong danh mục)",
        "  0 hoạt động (0 trong danh mục)",
        "  1 mục, 0 phụ lục, 0 nơi nhận",
        "  0 đoạn giữ nguyên lời văn",
    ]


def test_what_was_left_out_is_printed_with_its_reason_and_a_dry_run_saves_nothing(health, report_file):
    text = REPORT.replace("I. KẾT QUẢ", "C. KẾT QUẢ\n_____")
    report_file.write_text(f"{text}\nGIÁM ĐỐC\n(Đã ký)\nLê An\n", encoding="utf-8")
    output = run("import_report", str(report_file), "--organisation", "SYT", "--year", "2024", "--dry-run")
    assert output.splitlines() == [
        "Đọc thử, chưa lưu Báo cáo năm 2024 của Sở Y tế:",
        "  2 văn bản của đơn vị (2 trong danh mục)",
        "  0 văn bản chỉ đạo (0 trong danh mục)",
        "  0 hoạt động (0 trong danh mục)",
        "  1 mục, 0 phụ lục, 0 nơi nhận",
        "  0 đoạn giữ nguyên lời văn",
        "  Lưu ý: 1 đề mục được đánh số lại theo vị trí (ví dụ “C.” nay in là “I.”): "
        "xem lại những câu nhắc đến số mục cũ.",
        "  Bỏ ra hoặc in khác đi, đường kẻ hoặc dấu trang trí: “_____”",
        "  Bỏ ra hoặc in khác đi, ghi chú chữ ký, bản nhập lại chưa ký: “(Đã ký)”",
        "  Bỏ ra hoặc in khác đi, số của đề mục, nay in là “I.” theo vị trí: “C.”",
    ]
    assert (Report.objects.count(), Plan.objects.count()) == (0, 0)


def test_both_files_are_written_under_plain_names(health, report_file, tmp_path):
    run("import_report", str(report_file), "--organisation", "SYT", "--year", "2024")
    run("render_report", "SYT", "2024", "--to", str(tmp_path / "ra"))
    written = {path.name: path.read_bytes()[:4] for path in (tmp_path / "ra").iterdir()}
    assert written == {"bao-cao-pbgdpl-SYT-2024.docx": b"PK\x03\x04", "bao-cao-pbgdpl-SYT-2024.pdf": b"%PDF"}


def test_a_draft_is_written_with_the_stamp_of_a_draft(health, report_file, tmp_path):
    run("import_report", str(report_file), "--organisation", "SYT", "--year", "2024")
    run("render_report", "SYT", "2024", "--to", str(tmp_path))
    draft = draft_of(compile_report(Report.objects.get()))
    name = "bao-cao-pbgdpl-SYT-2024"
    assert (draft.is_draft, (tmp_path / f"{name}.docx").read_bytes()) == (True, to_docx(draft))
    assert (tmp_path / f"{name}.pdf").read_bytes() == to_pdf(draft)


def test_a_report_that_is_handed_in_is_written_as_it_was_handed_in(health, report_file, tmp_path):
    run("import_report", str(report_file), "--organisation", "SYT", "--year", "2024")
    submission = make_submission(Report.objects.get())
    run("render_report", "SYT", "2024", "--to", str(tmp_path))
    for kind in ("docx", "pdf"):
        written = (tmp_path / f"bao-cao-pbgdpl-SYT-2024.{kind}").read_bytes()
        assert written == submission.files.get(kind=kind).file.read()


def test_a_frozen_file_that_is_lost_has_a_message_and_nothing_is_written(health, report_file, tmp_path):
    run("import_report", str(report_file), "--organisation", "SYT", "--year", "2024")
    file = make_submission(Report.objects.get()).files.get(kind="pdf").file
    file.storage.delete(file.name)
    with pytest.raises(CommandError, match="không còn trên máy chủ"):
        run("render_report", "SYT", "2024", "--to", str(tmp_path / "ra"))
    assert not (tmp_path / "ra").exists()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("import_report", "không-có.txt", "--organisation", "SYT", "--year", "2024"), "Không đọc được tệp"),
        (
            ("import_report", "{file}", "--organisation", "KHAC", "--year", "2024"),
            "Không có cơ quan nào mã “KHAC”",
        ),
        (("import_report", "{file}", "--organisation", "SYT", "--year", "1024"), "Năm báo cáo: .*2000"),
        (("import_report", "{folder}", "--organisation", "SYT", "--year", "2024"), "Không đọc được tệp"),
        (("render_report", "SYT", "2024", "--to", "{folder}"), "chưa có báo cáo năm 2024"),
    ],
)
def test_bad_input_gets_one_sentence_and_makes_nothing(health, report_file, words, sentence):
    words = [word.format(file=report_file, folder=report_file.parent) for word in words]
    with pytest.raises(CommandError, match=sentence):
        run(*words)
    assert (Report.objects.count(), Plan.objects.count()) == (0, 0)


def test_a_folder_that_cannot_be_written_is_named(health, report_file, tmp_path):
    run("import_report", str(report_file), "--organisation", "SYT", "--year", "2024")
    with pytest.raises(CommandError, match="Không ghi được vào"):
        run("render_report", "SYT", "2024", "--to", str(report_file / "ra"))


def test_the_report_of_a_year_is_not_that_of_its_first_half(health):
    make_report(health, period_kind=PeriodKind.HALF_YEAR)
    with pytest.raises(CommandError, match="Cơ quan mã “SYT” chưa có báo cáo năm 2024"):
        report_of_year("SYT", 2024)
    report = make_report(health)
    assert report_of_year("SYT", 2024) == report


def test_from_the_shell_the_sentence_stands_alone_and_the_exit_code_is_1():
    call = [sys.executable, "manage.py", "import_report", "x.txt", "--organisation", "SYT", "--year", "hai"]
    ended = subprocess.run(call, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.splitlines() == [
        "Lệnh viết chưa đúng. Cách viết: manage.py import_report FILE --organisation CODE --year YEAR "
        "[--dry-run]"
    ]


def test_the_demo_makes_an_account_for_each_of_the_cast_once():
    output = run("load_demo")
    accounts = {user.username: user.role for user in User.objects.all() if user.has_usable_password()}
    assert accounts == {
        "an": Role.STAFF,
        "binh": Role.LEGAL_OFFICER,
        "giang": Role.ADMINISTRATOR,
        "chi": Role.STAFF,
        "khanh": Role.LEGAL_OFFICER,
        "dung": Role.JUSTICE_OFFICER,
    }
    passwords = {line.split()[0]: line.split()[1] for line in output.splitlines()[1:]}
    assert all(User.objects.get(username=name).check_password(word) for name, word in passwords.items())
    assert len(set(passwords.values())) == 6
    assert run("load_demo", "--if-empty") == ""
    with pytest.raises(CommandError, match="Đã có dữ liệu"):
        run("load_demo")


def test_the_demo_report_has_the_facts_of_the_year():
    run("load_demo")
    science = Organisation.objects.get(code="SKHCN")
    assert Plan.objects.of(science).for_year(2024).count() == 32
    report = Report.objects.get(organisation=science)
    assert report.sections.count() == 14
    assert [len(section.body) > 0 for section in report.sections.all()].count(False) == 2
