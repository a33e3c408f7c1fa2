"""The administrator of the system states by a command which Justice Department an organisation reports to."""

import pytest
from django.core.management import CommandError, call_command

from accounts.models import Organisation


def receivers():
    return dict(Organisation.objects.order_by("code").values_list("code", "reports_to__code"))


def test_a_department_is_made_with_its_receiver_or_attached_later(justice_department, capsys):
    call_command("create_organisation", "SNV", "Sở Nội vụ", "--place", "Sen", "--reports-to", "STP")
    call_command("create_organisation", "STC", "Sở Tài chính", "--place", "Sen")
    assert receivers() == {"SNV": "STP", "STC": None, "STP": None}
    capsys.readouterr()
    call_command("attach_organisation", "STC", "STP")
    assert receivers() == {"SNV": "STP", "STC": "STP", "STP": None}
    assert capsys.readouterr().out == "Sở Tài chính báo cáo về Sở Tư pháp tỉnh Sen.\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("SXD", "KHONG"), "Không có cơ quan nào mã “KHONG”"),
        (("KHONG", "STP"), "Không có cơ quan nào mã “KHONG”"),
        (("STP", "STP"), "không báo cáo về chính mình"),
        (("STP", "SXD"), "tự báo cáo về Sở Tư pháp tỉnh Sen nên không nhận báo cáo"),
    ],
)
def test_who_cannot_receive_is_refused_with_a_sentence(department, words, sentence):
    before = receivers()
    with pytest.raises(CommandError, match=sentence):
        call_command("attach_organisation", *words)
    assert receivers() == before


def test_an_unknown_receiver_makes_no_organisation(db):
    with pytest.raises(CommandError, match="Không có cơ quan nào mã “STP”"):
        call_command("create_organisation", "SNV", "Sở Nội vụ", "--place", "Sen", "--reports-to", "STP")
    assert receivers() == {}
