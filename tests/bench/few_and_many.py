"""The cost of a page with few bodies and with many, asked for by turns; beyond its rows, and when one is new."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from contextlib import contextmanager

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from accounts.views.paging import PagedMixin
from tests.bench.bodies import FEW, MANY, accept_again
from tests.bench.timing import milliseconds, ratio

AT_MOST = 2
Costs = tuple[float, float]
HEAD = (
    f"{'trang':<28} {f'{FEW} đơn vị':>9} {f'{MANY}':>9} {'gấp':>5}  "
    f"{f'cùng {FEW} dòng':>12} {f'{MANY}':>9} {'gấp':>5}  {'vừa nhận':>9} {f'{MANY}':>9}  truy vấn"
)


def clients_of(people: Sequence[User]) -> list[Client]:
    clients = [Client(SERVER_NAME="localhost") for _ in people]
    for client, user in zip(clients, people, strict=True):
        client.force_login(user)
    return clients


@contextmanager
def lines_a_page(number: int):
    """Draw so many lines on each page of a list, so that what pages cost beyond their lines can be compared."""
    usual, PagedMixin.paginate_by = PagedMixin.paginate_by, number
    try:
        yield
    finally:
        PagedMixin.paginate_by = usual


def spent(work: Callable[[], object]) -> float:
    """Return the processor time of a call in milliseconds."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def ask(client: Client, address: str) -> None:
    if (status := client.get(address).status_code) != 200:
        raise RuntimeError(f"{address}: {status}")


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        ask(client, address)
    return len(captured)


class Measured:
    """A page at its address for each of two people: of a small province and of a large one."""

    def __init__(self, name: str, people: Sequence[User], addresses: Sequence[str], rounds: int) -> None:
        self.name, self.people, self.rounds = name, people, rounds
        self.asked = [*zip(clients_of(people), addresses, strict=True)]

    def costs(self, *, is_new: bool = False) -> Costs:
        """Return the medians; with `is_new` a report is accepted before each time."""
        for one in self.asked:
            ask(*one)
        times: tuple[list[float], list[float]] = ([], [])
        for _ in range(self.rounds):
            for place, one in enumerate(self.asked):
                if is_new:
                    accept_again(self.people[place])
                times[place].append(spent(lambda one=one: ask(*one)))
        return statistics.median(times[0]), statistics.median(times[1])

    def __str__(self) -> str:
        usual, new = self.costs(), self.costs(is_new=True)
        with lines_a_page(FEW):
            beyond = self.costs()
        asked = "/".join(str(queries(*one)) for one in self.asked)
        slow = f"  quá {AT_MOST} lần" if beyond[1] > AT_MOST * beyond[0] else ""
        return (
            f"{self.name:<28} {words(usual)}  {words(beyond):>28}  "
            f"{milliseconds(new[0]):>9} {milliseconds(new[1]):>9}  {asked}{slow}"
        )


def words(costs: Costs) -> str:
    few, many = costs
    return f"{milliseconds(few):>9} {milliseconds(many):>9} {ratio(many, few):>5}"
