"""A person at the page of a new row: opens it, types, sends it."""

from tests.accounts.rows.editors import fields_of


def send_new(client, address, **typed):
    """Open the page of a new row and send it with what is typed there."""
    asked = client.get(address)
    return client.post(address, fields_of(asked) | typed)


def send_again(client, address, response, **typed):
    """Send the form that came back, with what is typed or ticked now."""
    return client.post(address, fields_of(response) | typed)
