"""The doors to Verbatim: the command line, the terminal and Discord."""
