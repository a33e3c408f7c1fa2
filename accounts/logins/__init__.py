"""Login: who may try a password, and who has to wait before it is checked."""
