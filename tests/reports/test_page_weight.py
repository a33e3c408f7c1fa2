"""The pages that gather a whole year or a whole province weigh at most 100 KiB before they are compressed."""

import pytest

from accounts.models import Organisation
from events.models import Event
from plans.models import Plan
from tests.factories import make_period, make_report

MOST = 100 * 1024


@pytest.mark.parametrize("address", ["/bao-cao/2024/", "/bao-cao/2024/ra-soat/", "/nam/2024/"])
def test_a_large_year_is_a_light_page(client, binh, department, address):
    values = {"organisation": department, "reporting_year": 2024}
    Plan.objects.bulk_create(
        Plan(number=f"{one}/KH-SXD", subject="về kip thời", **values) for one in range(400)
    )
    Event.objects.bulk_create(Event(name=f"Tập huấn kip thời lần {one} ,một", **values) for one in range(400))
    words = "Sở đã của của phổ biến kip thời Kế hoạch số 7/KH-UBND ngày 5/3/2024 .\n\n" * 40
    make_report(
        department,
        *((1, f"Mục {one}", words) for one in range(20)),
        (1, "Danh mục", "[[hoạt động]]\n\n[[văn bản]]"),
    )
    client.force_login(binh)
    assert len(client.get(address).content) <= MOST


def test_the_board_of_a_province_is_a_light_page(client, dung, justice_department):
    make_period(justice_department)
    Organisation.objects.bulk_create(
        Organisation(
            code=f"DV{one}", name=f"Sở Thứ {one} của tỉnh", place="Sen", reports_to=justice_department
        )
        for one in range(200)
    )
    client.force_login(dung)
    assert len(client.get("/tong-hop/2024/").content) <= MOST
