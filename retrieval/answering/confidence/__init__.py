"""How likely the sentence ranked first answers the question."""
