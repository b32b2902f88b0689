"""Steps on ladders: which, of what thing, by whom and when."""
