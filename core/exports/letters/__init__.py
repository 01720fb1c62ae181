"""Letters on their way out: to a mail program, a word processor, a printer or a plain file.

They carry what the person wrote and nothing of Ajar.
"""
