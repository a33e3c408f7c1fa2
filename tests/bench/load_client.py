"""One person's browser under load: a connection that is kept, the cookies, and the time of each answer.

It reads the answers and nothing else, because it shares the processors with the server that it measures.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode

TOKEN = "a" * 32
PATIENCE = 600  # seconds
NO_ANSWER = 0
LOGIN = "/dang-nhap/"


@dataclass(slots=True)
class Asked:
    """One request: what it was for, its status (0 where no answer came), and its seconds."""

    name: str
    status: int
    seconds: float


@dataclass(slots=True)
class Browser:
    """Sends requests of one person and records them in `asked`."""

    port: int
    session: str
    asked: list[Asked] = field(default_factory=list)

    def get(self, name: str, address: str) -> tuple[int, bytes]:
        return self._send(name, "GET", address)

    def post(self, name: str, address: str, values: dict[str, object]) -> tuple[int, bytes]:
        return self._send(name, "POST", address, urlencode(values | {"csrfmiddlewaretoken": TOKEN}))

    def _send(self, name: str, verb: str, address: str, body: str = "") -> tuple[int, bytes]:
        headers = {"Cookie": f"sessionid={self.session}; csrftoken={TOKEN}", "Accept-Encoding": "gzip"}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        start = time.perf_counter()
        try:
            connection.request(verb, address, body or None, headers)
            answer = connection.getresponse()
            status, content = answer.status, answer.read()
            if answer.getheader("Location", "").startswith(LOGIN):
                status = HTTPStatus.UNAUTHORIZED  # the work of nobody would be measured
        except (OSError, HTTPException):
            status, content = NO_ANSWER, b""
        finally:
            connection.close()
        self.asked.append(Asked(name, status, time.perf_counter() - start))
        return status, content
