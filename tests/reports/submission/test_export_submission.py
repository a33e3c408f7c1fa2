"""The files of a version are written into a folder by a command, whole or not at all."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from reports.management.commands.export_submission import write_all
from reports.models import FileKind, PeriodKind
from tests.factories import make_report, make_submission, make_submitted_file

NAME = "bao-cao-pbgdpl-SXD-2024-ban"


def export(*words, to):
    out = StringIO()
    call_command("export_submission", *words, "--to", str(to), stdout=out)
    return out.getvalue().splitlines()


@pytest.fixture
def report(department):
    return make_report(department)


def test_the_last_version_is_written_as_it_was_handed_in(report, tmp_path):
    make_submission(report)
    submission = make_submission(report)
    make_submitted_file(submission, kind=FileKind.JSON)
    folder = tmp_path / "nộp"
    assert export("SXD", "2024", to=folder) == [
        str(folder / f"{NAME}-2.{ending}") for ending in ("docx", "pdf", "json")
    ]
    for file in submission.files.all():
        assert (folder / file.name).read_bytes() == file.file.read()


def test_an_earlier_version_is_asked_for(report, tmp_path):
    make_submission(report)
    make_submission(report)
    assert len(export("SXD", "2024", "--version", "1", to=tmp_path)) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"{NAME}-1.docx", f"{NAME}-1.pdf"]


def test_half_a_year_has_its_own_report(department, tmp_path):
    make_submission(make_report(department, period_kind=PeriodKind.HALF_YEAR))
    export("SXD", "2024-6-thang", to=tmp_path)
    assert (tmp_path / "bao-cao-pbgdpl-SXD-2024-6-thang-ban-1.pdf").exists()


def test_a_name_leads_nowhere_else(report, tmp_path):
    submission = make_submission(report)
    submission.files.filter(kind=FileKind.PDF).update(name="../../ngoai.pdf")
    export("SXD", "2024", to=tmp_path / "ra")
    assert sorted(path.name for path in (tmp_path / "ra").iterdir()) == [f"{NAME}-1.docx", "ngoai.pdf"]
    assert [path.name for path in tmp_path.iterdir()] == ["ra"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("KHAC", "2024"), "Không có cơ quan nào mã “KHAC”"),
        (("SXD", "2024-9"), "“2024-9” không phải kỳ báo cáo"),
        (("SXD", "2023"), "“SXD” chưa nộp báo cáo năm 2023 lần nào"),
        (("SXD", "2024", "--version", "7"), "không có bản 7; bản cuối là 1"),
    ],
)
def test_what_is_not_there_gets_one_sentence(report, tmp_path, words, sentence):
    make_submission(report)
    with pytest.raises(CommandError, match=sentence):
        export(*words, to=tmp_path / "ra")
    assert not (tmp_path / "ra").exists()


def test_no_file_is_overwritten(report, tmp_path):
    make_submission(report)
    (tmp_path / f"{NAME}-1.pdf").write_bytes(b"cu")
    with pytest.raises(CommandError, match=r"Đã có tệp .*ban-1\.pdf"):
        export("SXD", "2024", to=tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [f"{NAME}-1.pdf"]
    assert (tmp_path / f"{NAME}-1.pdf").read_bytes() == b"cu"


@pytest.mark.parametrize(
    ("to", "sentence"), [("tep", "không phải thư mục"), ("x" * 300, "Không ghi được vào")]
)
def test_a_folder_that_cannot_be_gets_a_sentence(report, tmp_path, to, sentence):
    make_submission(report)
    (tmp_path / "tep").write_bytes(b"cu")
    with pytest.raises(CommandError, match=sentence):
        export("SXD", "2024", to=tmp_path / to)


def test_of_files_that_do_not_fit_none_stays(tmp_path):
    (tmp_path / "b").mkdir()
    with pytest.raises(FileExistsError):
        write_all({tmp_path / "a": b"1", tmp_path / "b": b"2"})
    assert [path.name for path in tmp_path.iterdir()] == ["b"]


def test_a_lost_file_is_named_and_nothing_is_written(report, tmp_path):
    file = make_submission(report).files.get(kind=FileKind.PDF)
    file.file.storage.delete(file.file.name)
    with pytest.raises(CommandError, match=r"Tệp .*ban-1\.pdf không còn trên máy chủ"):
        export("SXD", "2024", to=tmp_path / "ra")
    assert not (tmp_path / "ra").exists()
