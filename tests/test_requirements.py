"""The requirements are pinned, and no file says where any one machine keeps or gets its things."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PINNED = ("requirements.txt", "requirements-dev.txt")
REGISTRY = re.compile(
    r"--(extra-)?index-url|--find-links|--trusted-host|simple/?$|files\.pythonhosted|"
    r"pypi\.org/simple|file:///",
    re.MULTILINE,
)
MACHINE = re.compile(r"(?<![\w.~$}])/(work|root|home|opt|tmp|Users|private|mnt)/\w")
LINE = re.compile(r"[a-z0-9][a-z0-9._-]*==[0-9][\w.]*( ; .+)?")


def committed():
    """Return every text file that git knows, with its text, but for this one."""
    names = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout.split("\0")
    for name in filter(None, names):
        path = ROOT / name
        raw = path.read_bytes() if path.is_file() else b"\0"
        if b"\0" not in raw and path != Path(__file__):
            yield name, raw.decode("utf-8")


@pytest.mark.parametrize("name", PINNED)
def test_every_part_is_pinned(name):
    """Each line is one part at one version; nothing else stands in the file."""
    lines = (ROOT / name).read_text("utf-8").splitlines()
    parts = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    assert parts
    assert [line for line in parts if not LINE.fullmatch(line)] == []


def test_every_direct_part_says_why():
    """Each direct requirement carries a word on why it is there."""
    for name in PINNED:
        source = (ROOT / name).with_suffix(".in").read_text("utf-8")
        lines = [each for each in source.splitlines() if each and not each.startswith("-c ")]
        assert [each for each in lines if "  # " not in each] == []


def test_no_file_names_a_registry():
    """No committed file says which registry to use: that is each machine's own choice."""
    assert [name for name, text in committed() if REGISTRY.search(text)] == []


def test_no_file_names_a_place_on_one_machine():
    """No committed file holds an absolute path of the machine it was written on."""
    found = [(name, hit[0]) for name, text in committed() for hit in MACHINE.finditer(text)]
    assert found == []
