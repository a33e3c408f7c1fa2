"""A document that a report cites once in full lends its date and its body to the short mentions of it."""

from datetime import date

import pytest

from accounts.models import Organisation
from plans.models import Directive, Plan
from plans.reading import read_documents
from reports.compiling.compile import compile_report
from reports.document.text import to_text
from reports.document.tree import BulletList, Document, Letterhead, Paragraph, Section
from reports.reading.mentions import mentions_in
from reports.reading.report.store import store_report
from tests.growth import growth

LINEAR = 90  # between the 16 of linear and the 256 of quadratic work, with room for a busy machine

pytestmark = pytest.mark.django_db

HEAD = Letterhead("UBND TỈNH SEN", "UBND PHƯỜNG CỬA SÔNG", "5/BC-UBND", "Cửa Sông", date(2025, 11, 5))
PROVINCE = "Căn cứ Kế hoạch số 88/KH-UBND ngày 14/3/2025 của UBND tỉnh Sen về hòa giải ở cơ sở;"


@pytest.fixture
def ward():
    return Organisation.objects.create(
        code="CS", name="Ủy ban nhân dân phường Cửa Sông", parent_body="UBND tỉnh Sen", place="Cửa Sông"
    )


def store(ward, *blocks, legal_bases=()):
    source = Document(
        letterhead=HEAD,
        kind="BÁO CÁO",
        subject="A",
        legal_bases=legal_bases,
        body=(Section("KẾT QUẢ", blocks),),
    )
    return store_report(source, organisation=ward, year=2025)


def brief(model):
    return list(model.objects.order_by("number").values_list("number", "issued_on", "issuing_body"))


def test_a_basis_is_a_directive_and_its_short_mention_is_no_plan_of_the_ward(ward):
    store(
        ward,
        Paragraph("Phường đã triển khai Kế hoạch số 88/KH-UBND tới 27 tổ dân phố."),
        legal_bases=(PROVINCE,),
    )
    assert brief(Directive) == [("88/KH-UBND", date(2025, 3, 14), "UBND tỉnh Sen")]
    assert brief(Plan) == []


def test_a_listed_document_takes_the_date_given_elsewhere_and_the_paper_stays_the_same(ward):
    items = ("Kế hoạch số 7/KH-UBND về hòa giải;", "Kế hoạch số 9/KH-UBND về tiếp dân.")
    first = "Ngày đầu thành lập, phường đã ban hành Kế hoạch số 7/KH-UBND ngày 15/7/2025."
    imported = store(ward, Paragraph(first), BulletList(items))
    assert brief(Plan) == [("7/KH-UBND", date(2025, 7, 15), "phường"), ("9/KH-UBND", None, "")]
    assert "Kế hoạch số 7/KH-UBND về hòa giải" in to_text(compile_report(imported.report))


def test_a_number_without_its_symbol_is_that_of_the_one_document_with_this_number(ward):
    store(ward, Paragraph("Theo Kế hoạch số 88 của UBND tỉnh, phường lập 27 tổ."), legal_bases=(PROVINCE,))
    assert brief(Directive) == [("88/KH-UBND", date(2025, 3, 14), "UBND tỉnh Sen")]


def test_two_documents_of_one_number_lend_nothing(ward):
    own = "Phường ban hành Kế hoạch số 88/KH-UBND ngày 20/8/2025 của UBND phường."
    store(ward, Paragraph(own), BulletList(("Kế hoạch số 88/KH-UBND về hòa giải;",)), legal_bases=(PROVINCE,))
    assert {day for _, day, _ in brief(Plan)} == {None}
    assert brief(Directive) == [("88/KH-UBND", date(2025, 3, 14), "UBND tỉnh Sen")]


def test_laws_that_were_made_known_are_no_rows(ward):
    imported = store(ward, BulletList(("Luật Đất đai năm 2024;", "Hiến pháp năm 2013;", "Luật Nhà ở.")))
    assert imported.rows == ()
    assert "- Luật Đất đai năm 2024;" in to_text(compile_report(imported.report))


def test_thousands_of_mentions_of_one_number_are_completed_in_linear_time(ward):
    def complete(line):
        mentions = mentions_in([line, f"{line} "], ward)
        return [mentions.completed(citation) for citation in read_documents(line)]

    def naming(count):
        days = (f"{day % 28 + 1}/1/{2000 + day % 25}" for day in range(count))
        return "; ".join(f"Kế hoạch số 7/KH-UBND ngày {day} của UBND tỉnh" for day in days)

    assert growth(complete, naming, 60) < LINEAR
