"""Training of the shipped encoder; README.md beside this file gives the commands. Makegood never imports it."""
