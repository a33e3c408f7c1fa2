import json

import pytest
from django.core.management import CommandError, call_command

CONFERENCE = {
    "name": "Hội nghị phổ biến Luật Giá",
    "kind": "Hội nghị",
    "held_from": "2025-11-07",
    "held_to": None,
    "precision": "day",
    "attendance": 90,
    "attendance_is_minimum": True,
    "attendance_is_approximate": False,
    "sessions": None,
    "place": "Hội trường Sở",
    "partners": "Hội Luật gia tỉnh Sen",
    "handouts": [{"what": "tờ gấp", "number": 200}],
}
SENTENCE = (
    "Ngày 7/11, tại Hội trường Sở, Sở Tài chính phối hợp với Hội Luật gia tỉnh Sen tổ chức Hội nghị phổ biến Luật Giá "
    "cho hơn 90 người, cấp phát 200 tờ gấp."
)


def read(path, capsys, **options):
    call_command("read_events", str(path), **options)
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_every_line_gives_one_object_in_order(tmp_path, capsys):
    path = tmp_path / "câu.txt"
    lines = [SENTENCE, "", "Năm 2026 sẽ tổ chức\u2028tập huấn."]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert read(path, capsys, year=2025) == [
        {"line": SENTENCE, "events": [CONFERENCE]},
        {"line": "", "events": []},
        {"line": lines[2], "events": []},
    ]


def test_without_a_year_a_day_that_lacks_one_is_not_said(tmp_path, capsys):
    path = tmp_path / "câu.txt"
    path.write_text(SENTENCE, encoding="utf-8")
    undated = CONFERENCE | {"held_from": None, "precision": "none"}
    assert read(path, capsys) == [{"line": SENTENCE, "events": [undated]}]


def test_what_cannot_be_read_is_said_in_one_sentence(tmp_path, capsys):
    wrong = tmp_path / "sai.txt"
    wrong.write_bytes("Hội nghị".encode("utf-16"))
    missing = tmp_path / "không-có.txt"
    for path, year, sentence in [
        (wrong, 2025, f"Tệp “{wrong}” không phải văn bản UTF-8."),
        (missing, 2025, f"Không đọc được tệp “{missing}”: không có tệp hoặc thư mục này."),
        (wrong, 99999, "Năm ở --year phải từ 1900 đến 2100."),
    ]:
        with pytest.raises(CommandError) as refusal:
            call_command("read_events", str(path), year=year)
        assert (str(refusal.value), refusal.value.returncode) == (sentence, 1)
    assert capsys.readouterr().out == ""
