import json

import pytest
from django.core.management import CommandError, call_command

LETTER = {
    "kind": "Công văn",
    "number": "12/STP-VP",
    "issued_on": "2025-03-05",
    "issuing_body": "Sở Tư pháp",
    "subject": "về việc báo cáo",
}


def read(path, capsys):
    call_command("read_documents", str(path))
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_every_line_gives_one_object_in_order(tmp_path, capsys):
    path = tmp_path / "dòng.txt"
    lines = [
        "Văn bản số 12/STP-VP ngày 05/3/2025 của Sở Tư pháp về việc báo cáo.",
        "",
        "không có\u2028gì",
        "KH 5/KH-UBND",
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    plan = {
        "kind": "Kế hoạch",
        "number": "5/KH-UBND",
        "issued_on": None,
        "issuing_body": None,
        "subject": None,
    }
    assert read(path, capsys) == [
        {"line": lines[0], "documents": [LETTER]},
        {"line": "", "documents": []},
        {"line": lines[2], "documents": []},
        {"line": lines[3], "documents": [plan]},
    ]


@pytest.mark.parametrize("ending", ["", "\n", "\r\n"])
def test_a_byte_order_mark_and_line_endings_of_windows_are_no_words(ending, tmp_path, capsys):
    path = tmp_path / "bom.txt"
    path.write_bytes(f"\ufeffxin chào{ending}".encode())
    assert read(path, capsys) == [{"line": "xin chào", "documents": []}]


def test_an_empty_file_has_no_lines(tmp_path, capsys):
    path = tmp_path / "rỗng.txt"
    path.write_bytes(b"")
    assert read(path, capsys) == []


def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(tmp_path, capsys):
    wrong = tmp_path / "sai.txt"
    wrong.write_bytes("Kế hoạch".encode("utf-16"))
    missing = tmp_path / "không-có.txt"
    for path, sentence in [
        (wrong, f"Tệp “{wrong}” không phải văn bản UTF-8."),
        (missing, f"Không đọc được tệp “{missing}”: không có tệp hoặc thư mục này."),
        (tmp_path, f"Không đọc được tệp “{tmp_path}”: đây là thư mục, không phải tệp."),
    ]:
        with pytest.raises(CommandError) as refusal:
            call_command("read_documents", str(path))
        assert (str(refusal.value), refusal.value.returncode) == (sentence, 1)
    assert capsys.readouterr().out == ""
