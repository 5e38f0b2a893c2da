"""Understanding a question by the ones before it, without a language model."""
