"""Buttons, menus and modals: what they carry, where they stand and what they do.

A new button under an answer is an operation in `custom_id` (with its kind of payload), its handler
in a file of its own, a line in `dispatch`, and its place in `under_answer`.
"""
