"""How the shipped token head is made; nothing in here is needed to index or to ask."""
