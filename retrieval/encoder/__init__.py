"""Texts to vectors: the one part of the program that knows the embedding model."""
