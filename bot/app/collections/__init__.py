"""Who may see which collection of documents: one decision for every door."""
