"""Wrong passwords of the last day, and where people logged in before: what the login limits count."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class Trust(models.TextChoices):
    """How well the site knows who tries a user name."""

    STRANGER = "stranger", "nơi chưa từng đăng nhập"
    PLACE = "place", "mạng đã từng đăng nhập"
    DEVICE = "device", "máy đã từng đăng nhập"


class LoginAttempt(models.Model):
    """A password that was wrong or is being checked; a right one deletes its row."""

    # A keyed hash of what was typed: some people type their password into this field.
    name = models.CharField(max_length=64)
    # The address and the network around it, as `accounts.addresses` groups them; empty if unknown.
    address = models.CharField(max_length=43, blank=True)
    network = models.CharField(max_length=43, blank=True)
    device = models.CharField(max_length=32, blank=True)
    trust = models.CharField(max_length=8, choices=Trust)
    tried_at = models.DateTimeField(default=timezone.now, db_index=True)

    def __str__(self) -> str:
        return f"{self.network} {self.tried_at:%H:%M:%S}"


class LoginPlace(models.Model):
    """A network from which a person logged in; nobody can lock them out there from elsewhere."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="login_places")
    network = models.CharField(max_length=43)
    last_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("user", "network"), name="one_place_of_a_person_and_network"),
        )

    def __str__(self) -> str:
        return self.network
