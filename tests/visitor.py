"""A person who knows only what the pages show: follows links and sends forms by their words."""

from urllib.parse import urljoin

from django.test import Client
from lxml import html


def spoken(element):
    """Return the words of an element, their spaces made single."""
    return " ".join(element.text_content().split())


class Visitor:
    """A browser without scripts. `page` is the page that it shows."""

    def __init__(self):
        self.client, self.url, self.page = Client(), "/", None
        self.open("/")

    def open(self, url):
        self._show(self.client.get(urljoin(self.url, url), follow=True))

    def follow(self, words):
        """Follow the link with these words."""
        self.open(self._the("//a", words).get("href"))

    def send(self, button, values=()):
        """Fill in the fields with these labels in the form of a button and press it."""
        pressed = self._the("//button", button)
        form = next(pressed.iterancestors("form"))
        for label, value in dict(values).items():
            field = self._field(form, label)
            if field.get("type") == "checkbox":
                field.checked = value
            else:
                field.value = value
        sent = dict(form.form_values())
        sent |= {pressed.get("name"): pressed.get("value")} if pressed.get("name") else {}
        url = urljoin(self.url, pressed.get("formaction") or form.get("action") or self.url)
        self._show(self.client.post(url, sent, follow=True))

    def reads(self, path):
        return [spoken(one) for one in self.page.xpath(path)]

    def _show(self, response):
        assert response.status_code == 200, (self.url, response.status_code)
        self.url = (
            response.redirect_chain[-1][0] if response.redirect_chain else response.request["PATH_INFO"]
        )
        self.page = html.fromstring(response.content.decode())

    def _the(self, path, words):
        """Return the first element with these words."""
        found = [one for one in self.page.xpath(path) if spoken(one) == words]
        assert found, f"“{words}” is not on {self.url}: {self.reads(path)}"
        return found[0]

    def _field(self, form, label):
        """Return the field of a form by its label, which names it or stands around it."""
        labels = {spoken(one).rstrip("* "): one for one in form.xpath(".//label")}
        assert label in labels, f"No field “{label}” on {self.url}: {list(labels)}"
        within = labels[label].xpath(".//input | .//select | .//textarea")
        return within[0] if within else labels[label].for_element
