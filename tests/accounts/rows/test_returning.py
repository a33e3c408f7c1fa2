"""An comes back to the list as she left it, after she edited, deleted or completed a row."""

import pytest
from django.test import RequestFactory

from accounts.returning import return_address
from tests.accounts.rows.editors import fields_of
from tests.factories import make_plan
from tests.pages import row_words, words

LIST = "/ke-hoach/2024/"
FROM = "?ve=%2Fke-hoach%2F2024%2F%3Ftim%3D2"
HERE = f"{LIST}?tim=2"


@pytest.fixture
def client_of_an(client, an):
    client.force_login(an)
    return client


@pytest.fixture
def plan(department):
    make_plan(department, number="1/KH-SXD", subject="về A")
    return make_plan(department, number="2/KH-SXD", subject="về B")


def test_the_links_of_a_filtered_list_lead_back_to_it(client_of_an, plan):
    assert words(client_of_an.get(HERE), "//td[@class='number']/a/@href") == [f"{plan.pk}/{FROM}"]
    page = client_of_an.get(f"{plan.get_absolute_url()}{FROM}")
    assert words(page, "//nav[contains(@class, 'row-place')]/a/@href") == [f"{HERE}#dong-{plan.pk}"]
    assert words(page, "//a[contains(., 'Sửa')]/@href")[0] == f"{plan.get_absolute_url()}sua/{FROM}"


def test_a_saved_row_leads_back_to_the_filtered_list(client_of_an, plan):
    address = f"{plan.get_absolute_url()}sua/{FROM}"
    page = client_of_an.get(address)
    assert words(page, "//a[.='Bỏ, không lưu']/@href") == [f"{plan.get_absolute_url()}{FROM}"]
    saved = client_of_an.post(address, fields_of(page) | {"subject": "về hòa giải"})
    assert saved.url == f"{HERE}#dong-{plan.pk}"


def test_a_deleted_row_and_its_undo_lead_back_to_the_filtered_list(client_of_an, plan):
    deleted = client_of_an.post(f"{plan.get_absolute_url()}xoa/{FROM}", follow=True)
    assert deleted.redirect_chain == [(HERE, 302)]
    undo = words(deleted, "//div[contains(@class, 'notice')]/form/@action")[0]
    assert client_of_an.post(undo).url == f"{HERE}#dong-{plan.pk}"
    assert [row[1] for row in row_words(client_of_an.get(HERE))] == ["2/KH-SXD"]


def test_a_row_with_a_new_file_still_leads_back(client_of_an, plan):
    response = client_of_an.post(f"{plan.get_absolute_url()}tep/{FROM}", {})
    assert response.url == f"{plan.get_absolute_url()}{FROM}"


@pytest.mark.parametrize(
    "asked",
    ["", "//la.vn/", "https://la.vn/", "/\\la.vn", "ke-hoach/2024/", "javascript:x", "/x" * 1500, "\x00/"],
)
def test_only_addresses_of_this_site_are_returned_to(asked):
    assert return_address(RequestFactory().get("/", {"ve": asked})) == ""
    assert return_address(RequestFactory().get("/", {"ve": HERE})) == HERE
