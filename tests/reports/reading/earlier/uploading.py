"""Sends what Bình sends: the file of an earlier report, and what the page of its reading holds."""

from django.core.files.uploadedfile import SimpleUploadedFile
from lxml import html

from tests.factories import make_earlier_report
from tests.reports.reading.earlier.papers import NAME, REPORT


def upload(client, data=REPORT, *, name=NAME, year=2023, **more):
    """Send a file from the page of 2024, and return the answer."""
    content = data if isinstance(data, bytes) else data.encode()
    sent = {"year": year, "paper": SimpleUploadedFile(name, content)} | more
    return client.post("/bao-cao-cu/2024/", sent)


def uploaded(by, text=REPORT, **values):
    """Return the row of a file that a person has uploaded."""
    values = {"name": NAME, "reporting_year": 2023} | values
    return make_earlier_report(by.organisation, data=text.encode(), added_by=by, **values)


def sent_by(page, **changed):
    """Return what the form of a page would send, with some of its fields changed; None leaves a field out."""
    form = html.fromstring(page.content.decode()).get_element_by_id("doc")
    data = {name: form.fields[name] for name in form.fields if form.fields[name] is not None}
    data["row"] = form.xpath(".//input[@name='row']/@value")
    return {name: value for name, value in (data | changed).items() if value is not None}


def press(client, earlier, verb, page=None, **changed):
    """Press a button of the page, and return the answer."""
    page = page or client.get(earlier.get_absolute_url())
    return client.post(f"{earlier.get_absolute_url()}{verb}/", sent_by(page, **changed))


def lines(page):
    """Return the tag and the words of each line that a page shows."""
    found = []
    for piece in html.fromstring(page.content.decode()).xpath("//ol[@class='pieces']/li"):
        (tag,) = piece.xpath("(.//summary | .//p[@class='tag'])[1]/text()[1]")
        (words,) = piece.xpath(".//p[starts-with(@class, 'words')]") or [None]
        found.append((tag.strip(), "" if words is None else " ".join(words.text_content().split())))
    return found


def keys(page):
    """Return the keys of the rows that a page shows."""
    return html.fromstring(page.content.decode()).xpath("//form[@id='doc']//input[@name='row']/@value")


def headings(page):
    return [(tag[-1], words) for tag, words in lines(page) if tag.startswith("Đề mục cấp")]
