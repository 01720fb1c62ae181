"""Kills, power cuts, broken disks and crowds: what the storage is held against.

    python -m tests.storage.torture [--store ajar|tinydb|sqlite] [COMMAND ...] [options]

Without a command everything runs that `make torture` promises. The exit status is
1 if an acknowledged document was lost, a file could not be read, or a command
could not run on this machine.
"""
