"""Worksheets that tests work with."""

import shutil
import tomllib
from pathlib import Path

import pytest

from core.content.files import EN
from core.worksheets.definition import Worksheet

EVERY_KIND = Path(__file__).parent / "every_kind.toml"


@pytest.fixture(scope="session")
def every_kind():
    """A worksheet that asks every kind of question."""
    return Worksheet.model_validate(tomllib.loads(EVERY_KIND.read_text(encoding="utf-8")))


@pytest.fixture
def shelf_folder(tmp_path):
    """A folder of a language with this one worksheet on its shelf."""
    folder = shutil.copytree(EN, tmp_path / "en")
    for path in (folder / "worksheets").glob("*.toml"):
        path.unlink()
    shutil.copy(EVERY_KIND, folder / "worksheets" / EVERY_KIND.name)
    return folder
