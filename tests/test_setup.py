"""Setting up works with what a machine has, and says in one sentence what it lacks."""

import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / "tools" / "make_venv.sh"

# A Python that can only do what the files beside it allow, and says what it was asked.
PYTHON = r"""#!/bin/sh
here=$(dirname "$0")
echo "$*" >> "$here/asked"
make_it() { mkdir -p "$1/bin" && cp "$here/python3" "$here/new" "$here/pip" "$1/bin/" &&
    mv "$1/bin/python3" "$1/bin/python"; }
for last; do :; done
case "$*" in
    *version_info*) [ -e "$here/new" ] ;;
    *"-m pip"*) [ -e "$here/pip" ] ;;
    "-m venv"*) [ -e "$here/venv" ] && make_it "$last" ;;
    "-m virtualenv"*) [ -e "$here/virtualenv" ] && make_it "$last" ;;
esac
"""
APT = r"""#!/bin/sh
here=$(dirname "$0")
echo "apt-get $*" >> "$here/asked"
case "$*" in *python3-venv*) touch "$here/venv" ;; esac
"""


@pytest.fixture
def machine(tmp_path):
    """Return a function that runs the script on a machine that has only the things named."""
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    for tool in ("sh", "dirname", "mkdir", "cp", "mv", "touch"):
        found = subprocess.run(["which", tool], capture_output=True, text=True, check=True)
        (bin_folder / tool).symlink_to(found.stdout.strip())

    def add(name, text):
        (bin_folder / name).write_text(text, encoding="utf-8")
        (bin_folder / name).chmod(0o755)

    def run(*has, root=False):
        add("python3", PYTHON)
        add("id", f"#!/bin/sh\necho {0 if root else 1000}\n")
        if root:
            add("apt-get", APT)
        for name in has:
            (bin_folder / name).touch()
        done = subprocess.run(
            ["sh", SCRIPT, tmp_path / "made"],
            env={"PATH": str(bin_folder)},
            capture_output=True,
            text=True,
            check=False,
        )
        made = (tmp_path / "made" / "bin" / "python").exists()
        return done, made, (bin_folder / "asked").read_text("utf-8")

    return run


def test_a_whole_python_makes_it_alone(machine):
    """With a new Python that has `venv`, nothing else is tried and nothing is said."""
    done, made, asked = machine("new", "pip", "venv")
    assert (done.returncode, made, done.stdout, done.stderr) == (0, True, "", "")
    assert "virtualenv" not in asked


def test_virtualenv_stands_in(machine):
    """Where `venv` cannot be made, `virtualenv` does it."""
    done, made, asked = machine("new", "pip", "virtualenv", root=True)
    assert (done.returncode, made) == (0, True)
    assert "apt-get" not in asked


def test_root_installs_what_debian_leaves_out(machine):
    """Where neither is there, root installs Debian's package and tries again."""
    done, made, asked = machine("new", "pip", root=True)
    assert (done.returncode, made) == (0, True)
    assert "install -y -qq --no-install-recommends python3-venv" in asked


def test_others_are_told_what_to_install(machine):
    """Anybody else reads one sentence that says what to do."""
    done, made, _ = machine("new", "pip")
    assert (done.returncode, made) == (1, False)
    assert "Please install python3-venv" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_an_old_python_is_told_apart(machine):
    """Without a Python that is new enough, one sentence says so."""
    done, made, asked = machine("pip", "venv")
    assert (done.returncode, made) == (1, False)
    assert "Ajar needs Python 3.11 or newer" in done.stderr
    assert "venv" not in asked
