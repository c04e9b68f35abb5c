"""Measurements and ordeals that take too long for the tests; each says at its head how it is run."""
