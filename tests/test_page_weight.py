"""No page weighs more than 100 KiB in a department with a full year, and pages are sent compressed; files are not."""

import gzip
from collections import Counter

import pytest
from django.test import Client

from tests.bench.full_year import PLANS, fill_year
from tests.factories import make_attachment
from tests.pages import words
from tests.test_permissions import PAGES, PEOPLE, address, people, table_rows

__all__ = ["people", "table_rows"]  # fixtures

KIB = 1024
MOST = 100 * KIB
PAPER = {"report_paper"}  # the whole report as it is printed, which is no page of the site
PACKED = {"Accept-Encoding": "gzip"}


@pytest.fixture
def full_year(binh):
    fill_year(binh)


def who_reads(answers):
    """Return the first person who gets a page, Bình before his colleagues, or None."""
    got = dict(zip(PEOPLE, answers.get("GET", ()), strict=False))
    return next((who for who in ("binh", "giang", "dung", "an") if got.get(who) == 200), None)


def test_no_page_of_a_full_year_weighs_more_than_100_kib(people, table_rows, full_year):
    heavy, counted = {}, Counter()
    for name, (arguments, answers) in PAGES.items():
        if name in PAPER or (who := who_reads(answers)) is None:
            continue
        client = Client()
        client.force_login(people[who])
        answer = client.get(address(name, arguments, table_rows))
        if answer.headers["Content-Type"].startswith("text/html"):
            counted[who] += 1
            if len(answer.content) > MOST:
                heavy[name] = f"{len(answer.content) / KIB:.0f} KiB"
    assert heavy == {}
    assert min(counted[who] for who in ("binh", "giang", "dung")) > 5


def test_a_page_is_sent_compressed_to_a_browser_that_reads_it(client, binh, full_year):
    client.force_login(binh)
    plain, packed = (client.get("/ke-hoach/2024/", headers=asked) for asked in ({}, PACKED))
    assert (plain.headers.get("Content-Encoding"), packed.headers["Content-Encoding"]) == (None, "gzip")
    assert "Accept-Encoding" in packed.headers["Vary"]
    html = gzip.decompress(packed.content)
    assert len(html) == len(plain.content)
    assert len(html) > 6 * len(packed.content)


def test_the_length_of_a_compressed_page_tells_nothing_of_what_is_in_it(client, binh):
    client.force_login(binh)
    pages = [client.get("/ke-hoach/2024/", headers=PACKED) for _ in range(8)]
    lengths = {len(page.content) for page in pages}
    for page in pages:
        page.content = gzip.decompress(page.content)
    tokens = {words(page, "//input[@name='csrfmiddlewaretoken']/@value")[0] for page in pages}
    assert len(tokens) == len(pages)
    assert len(lengths) > 1


def test_files_are_sent_as_they_are(client, binh, department):
    file = make_attachment(department, data=b"%PDF-" + b"0" * 2_000)
    client.force_login(binh)
    addresses = [file.get_absolute_url(), "/ke-hoach/2024/tai-ve/xlsx/", "/ke-hoach/2024/tai-ve/docx/"]
    answers = [client.get(one, headers=PACKED) for one in addresses]
    assert [(answer.status_code, answer.headers.get("Content-Encoding")) for answer in answers] == [
        (200, None)
    ] * 3


def test_a_form_offers_a_few_of_many_rows_and_finds_the_others(client, binh, full_year):
    client.force_login(binh)
    address = "/hoat-dong/2024/them/"
    links = "//fieldset[@id='id_plans']"
    page = client.get(address)
    assert len(words(page, f"{links}//label")) == 20
    typed = {"kind": "training", "name": "Tập huấn", "held": "31/9/2024", "reporting_year": "2024"}
    found = client.post(address, typed | {"find": "plans", "find_plans": "1600/kh-sm", "in_report": "on"})
    (choice,) = words(found, f"{links}//details//input/@value")
    assert words(found, f"{links}//div[@class='filter']/input/@value") == ["1600/kh-sm"]
    assert words(found, "//textarea[@name='name'] | //input[@name='held']/@value") == [
        "Tập huấn",
        "31/9/2024",
    ]
    again = typed | {"plans": [choice], "find_plans": "không có", "enter": "1"}
    nothing = client.post(address, again)
    assert words(nothing, f"{links}/div[@class='taken']//input/@value") == [choice]
    assert words(nothing, f"{links}/p[not(@hidden)]") == ["Không có dòng nào khớp."]
    saved = client.post(address, again | {"held": "30/9/2024", "find_plans": "", "in_report": "on"})
    assert saved.status_code == 302
    assert [plan.number for plan in binh.organisation.event_set.get(name="Tập huấn").plans.all()] == [
        f"{PLANS}/KH-SM"
    ]


def test_the_search_of_a_form_finds_no_row_of_another_department(client, chi, binh, full_year):
    client.force_login(chi)
    found = client.post("/hoat-dong/2024/them/", {"find": "plans", "find_plans": "1600"})
    assert words(found, "//fieldset[@id='id_plans']//label") == []
    assert words(found, "//fieldset[@id='id_plans']/p[not(@hidden)]") == ["Không có dòng nào khớp."]


def test_a_long_list_of_suggestions_is_asked_for_when_somebody_types(client, binh, chi, full_year):
    client.force_login(binh)
    page = client.get("/hoat-dong/2024/")
    (more,) = words(page, "//datalist/@data-more")
    assert len(words(page, "//datalist/option")) == 20
    assert len(words(client.get(more), "//option/@value")) == 300
    client.force_login(chi)
    assert client.get(more).content == b""


@pytest.mark.parametrize(("page", "count"), [
    ("/van-ban-chi-dao/2024/", 11),
    ("/ke-hoach/2024/", 12),
    ("/hoat-dong/2024/", 12),
])  # fmt: skip
def test_a_list_costs_few_queries(client, binh, full_year, django_assert_num_queries, page, count):
    client.force_login(binh)
    client.get(page)
    with django_assert_num_queries(count):
        client.get(page)
