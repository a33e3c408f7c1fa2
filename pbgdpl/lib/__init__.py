"""Small pure functions about Vietnamese text that know nothing of the site."""
