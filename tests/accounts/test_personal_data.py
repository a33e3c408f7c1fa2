"""What a person gets who asks what the site stores about them."""

import json

import pytest
from django.core.management import CommandError, call_command

from accounts.history import record
from accounts.models import ChangeKind, LogEntry
from accounts.people import reset_password
from tests.factories import PASSWORD, make_attachment, make_plan


def test_an_gets_all_that_is_stored_about_her(client, an, giang, chi, capsys):
    record(make_plan(an.organisation), ChangeKind.EDITED, by=an, values=[["số", "1", "2"]])
    record(make_plan(chi.organisation), ChangeKind.DELETED, by=chi)
    reset_password(an, by=giang)
    make_attachment(an.organisation, added_by=an)
    call_command("export_person", "AN")
    data = json.loads(capsys.readouterr().out)
    assert data["tài khoản"] | {"họ và tên": "Nguyễn Hoài An", "vai trò": "Chuyên viên"} == data["tài khoản"]
    assert [one["values"] for one in data["thay đổi của tài khoản"]] == [[["mật khẩu", "", "đặt lại"]]]
    assert [one["values"] for one in data["thay đổi do người này làm"]] == [[["số", "1", "2"]]]
    assert [one["kind"] for one in data["nhật ký"]] == ["edited", "password"]
    assert data["số dòng dữ liệu ghi tên người này"]["accounts.attachment: added_by"] == 1
    an.refresh_from_db()
    assert not {an.password, PASSWORD} & set(json.dumps(data, ensure_ascii=False).split('"'))
    assert LogEntry.objects.latest("pk").details == "dữ liệu cá nhân, bằng lệnh export_person"


def test_nobody_of_that_name(db):
    with pytest.raises(CommandError, match="Không có người dùng nào tên đăng nhập “ma”"):
        call_command("export_person", "ma")
