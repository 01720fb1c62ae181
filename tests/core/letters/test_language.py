"""Language: only English letters are read over, and others are told so once."""

import pytest

from core.letters.checks import check, is_ready
from core.letters.kinds import Kind

GERMAN = (
    "Liebe Frau Bello,\n\nvielen Dank für die schnelle Antwort und für das gute Gespräch. Ich "
    "respektiere Ihre Entscheidung und wünsche Ihnen alles Gute.\n\nHerzliche Grüße\nSam"
)
FRENCH = (
    "Bonjour Amara,\n\nMerci beaucoup pour votre réponse et pour le temps que vous m'avez donné. "
    "Je respecte votre choix et je vous souhaite une bonne continuation.\n\nCordialement\nSam"
)
CLUMSY = (
    "Dear Mrs Amara,\n\nI thank you very much for answer. I am sad but I understand. If you have "
    "again place for cook please write me.\n\nWith regards\nOksana"
)


@pytest.mark.parametrize("body", [GERMAN, FRENCH])
def test_another_language_is_named_and_nothing_else_is_said(body):
    """Nobody is told that thanks are missing because they stand there in German."""
    found = check(Kind.THANKS_AFTER_NO, "Danke", body)
    assert [each.message for each in found] == ["other_language"]
    assert is_ready(found)


def test_what_holds_in_any_language_is_still_seen():
    """A placeholder is one in German too."""
    found = check(Kind.THANKS_AFTER_NO, "Danke", GERMAN.replace("Frau Bello", "[Name]"))
    assert "R01" in {each.rule for each in found}


@pytest.mark.parametrize("body", [CLUMSY, "Thanks a lot.\nSam", "", "ok"])
def test_careful_and_short_english_is_english(body):
    """Few words, or words of somebody who learned them late, are read like any other."""
    found = check(Kind.THANKS_AFTER_NO, "Thank you", body)
    assert "other_language" not in {each.message for each in found}
