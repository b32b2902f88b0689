"""Who says what stands at a place, and how it is put."""
