"""Understanding a question as people type it, before anything is searched: pure."""
