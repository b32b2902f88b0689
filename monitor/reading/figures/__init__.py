"""Numbers with what they count, of whom, doing what, where."""
