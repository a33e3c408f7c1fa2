"""What a reader sees on a page: its words, read from the HTML."""

from lxml import html


def words(response, path):
    """Return the words of each element that the XPath finds, their spaces made single."""
    found = html.fromstring(response.content.decode()).xpath(path)
    return [" ".join(str(one if isinstance(one, str) else one.text_content()).split()) for one in found]


def row_words(response):
    """Return the table of a list as rows of cells without their buttons, and no row where there is no table."""
    rows = html.fromstring(response.content.decode()).xpath("//table[@class='rows']/tbody/tr")
    return [
        [" ".join(cell.text_content().split()) for cell in row.xpath("td[not(@class='row-action')]")]
        for row in rows
    ]


def title(response):
    return words(response, "//title")[0]
