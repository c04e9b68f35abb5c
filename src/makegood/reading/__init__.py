"""Document → Reading. Pure: the same text gives the same reading, whatever the clock or the machine."""
