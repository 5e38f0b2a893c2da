"""What a passage's text says to a reader: its blocks and the runs of characters in them.

Documents are quoted as they are written; here their marks (of emphasis, lists, tables, code, links)
become what they stand for, and every character knows whether it answers. Each door draws the
blocks in its own way.
"""
