"""What makes the trained parts of Makegood: our marked text and the commands over it. The package never imports it."""
