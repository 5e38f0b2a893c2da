"""What the structure around a sentence adds to how well it answers."""
