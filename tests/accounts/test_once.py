"""A form is carried out once, however often and however fast it is sent."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection
from django.test import Client

from accounts.models import SentForm
from accounts.once import carried_out, carry_out_once
from plans.models import Plan
from tests.accounts.rows.editors import fields_of
from tests.factories import make_plan

ADD = "/ke-hoach/2024/them/"


def client_of(person):
    client = Client()
    client.force_login(person)
    return client


def filled_form(client):
    typed = {"kind_text": ["Kế hoạch"], "number": ["139/KH-SXD"], "subject": ["về hòa giải"]}
    return fields_of(client.get(ADD)) | typed


def test_a_second_click_does_nothing_and_leads_to_the_same_row(an):
    client = client_of(an)
    fields = filled_form(client)
    first, second = client.post(ADD, fields), client.post(ADD, fields)
    assert (first.status_code, first.url) == (302, Plan.objects.get().get_absolute_url())
    assert (second.status_code, second.url) == (302, first.url)


def test_two_forms_make_two_rows(an):
    client = client_of(an)
    for number in ("1/KH", "2/KH"):
        client.post(ADD, filled_form(client) | {"number": number})
    assert Plan.objects.count() == 2


def test_the_key_of_another_person_is_no_key_of_ours(an, binh):
    key = uuid4()
    assert carry_out_once(lambda: "/an/", key=key, by=an) == "/an/"
    assert carry_out_once(lambda: "/binh/", key=key, by=binh) == "/binh/"
    assert (carried_out(key=key, by=an), carried_out(key=uuid4(), by=an)) == ("/an/", None)


def test_work_that_fails_can_be_sent_again(an, department):
    key = uuid4()

    def fail():
        make_plan(department, reporting_year=1900)

    with pytest.raises(IntegrityError):
        carry_out_once(fail, key=key, by=an)
    assert SentForm.objects.count() == 0
    assert carry_out_once(lambda: "/", key=key, by=an) == "/"


@pytest.mark.django_db(transaction=True)
def test_twenty_clicks_at_the_same_moment_make_one_row(an):
    clients = [client_of(an) for _ in range(20)]
    fields = filled_form(clients[0])
    together = Barrier(20)

    def send(client):
        together.wait()
        try:
            response = client.post(ADD, fields)
            return response.status_code, response.url
        finally:
            connection.close()

    with ThreadPoolExecutor(20) as browsers:
        answers = list(browsers.map(send, clients))
    assert answers == [(302, Plan.objects.get().get_absolute_url())] * 20
