"""What a Justice Department's report of its province calls the province."""

import re

from accounts.models import Organisation
from reports.models.report import PeriodKey

PROVINCE = re.compile(r"\b(?:(?P<rank>tỉnh|thành phố)\s+|tp(?:\.\s*|\s+))(?P<name>\S.*)", re.IGNORECASE)


def province_of(organisation: Organisation) -> str:
    """Return the province of a Justice Department by its parent body: "tỉnh Sen", "thành phố Hà Nội".

    >>> province_of(Organisation(parent_body="UBND TP. HÀ NỘI")), province_of(Organisation(parent_body="UBND TP Huế"))
    ('thành phố Hà Nội', 'thành phố Huế')
    >>> province_of(Organisation(parent_body="UBND TỈNH THÁI NGUYÊN")), province_of(Organisation())
    ('tỉnh Thái Nguyên', 'tỉnh')
    """
    found = PROVINCE.search(organisation.parent_body)
    if found is None:
        return "tỉnh"
    rank, name = found["rank"] or "thành phố", found["name"]
    return f"{rank.lower()} {name.title() if name.isupper() else name}"


def province_subject(organisation: Organisation, key: PeriodKey) -> str:
    work = "Kết quả công tác phổ biến, giáo dục pháp luật trên địa bàn"
    return f"{work} {province_of(organisation)} {key.words}"
