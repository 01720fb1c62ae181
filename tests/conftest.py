"""What holds for every test: no verdict hangs on how fast this computer is just now."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
