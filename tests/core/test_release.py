"""The version: one number, and every file says which one wrote it."""

import json
import tomllib
from pathlib import Path

from core import VERSION
from core.steps import Step


def test_the_project_and_the_app_name_the_same_version():
    """What is released is what the files will name."""
    project = Path(__file__).parents[2] / "pyproject.toml"
    assert tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"] == VERSION


def test_a_file_says_which_version_wrote_it(on_disk, home):
    """An older Ajar that meets the file can name the version that is needed."""
    on_disk.steps.add(Step(text="call"))
    assert json.loads((home / "ajar.json").read_bytes())["_meta"]["1"]["app_version"] == VERSION
