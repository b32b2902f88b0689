"""From characters to sentences of known words: what stands where, before anything is made of it."""
