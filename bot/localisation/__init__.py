"""The words of the program itself, in the reader's language; documents keep theirs.

They are in ``bot/locales``, a folder a language, as Project Fluent's plain text: it is read as it
stands, so that nothing has to be compiled; a message is a whole sentence under a name of its own,
so that mending the English breaks no translation; and plurals (Russian has four) are the
translation's own affair, which the code knows nothing of.
"""
