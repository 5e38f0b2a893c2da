"""Kinds of answers, one a file: where a form of words tells them and similarity can't."""
