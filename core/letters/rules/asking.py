"""Asking: how many questions (R14), how clear they are (R15), whether a no is easy (R16)."""

from collections.abc import Iterator

from core.letters.findings import Finding, Level
from core.letters.reading import Span
from core.letters.rules.draft import Draft, Rule, marked, whole

_EASY_OUT = {"L2", "L6", "L8", "L13", "L15"}


def too_many_questions(draft: Draft) -> Iterator[Finding]:
    """R14: more questions than the kind asks; a request to talk is none where one belongs."""
    asked = [each for each in draft.sentences for _ in range(_questions_in(draft, each))]
    most = draft.limits.questions
    if len(asked) > most:
        first = asked[most]
        message = "too_many_questions" if most else "question_not_wanted"
        yield marked("R14", Level.WARNING, message, first, count=len(asked), most=most)


def vague_ask(draft: Draft) -> Iterator[Finding]:
    """R15: what is asked has no focus; for L2 as the spec has it, for others where none is said."""
    match draft.code:
        case "L2":
            yield from _unfocused(draft)
        case "L8":
            yield from _no_topic(draft)
        case "L9" | "L13":
            yield from _any_job(draft)
        case "L14":
            if not any(draft.says("date", each) for each in draft.sentences):
                yield whole("R15", Level.WARNING, "no_date")


def no_easy_out(draft: Draft) -> Iterator[Finding]:
    """R16: nothing lets the reader say no with ease."""
    if draft.code in _EASY_OUT and not draft.says("easy_out"):
        yield whole("R16", Level.WARNING, "no_easy_out")


def _questions_in(draft: Draft, sentence: Span) -> int:
    if draft.says("offer_question", sentence):
        return 0
    marks = len([each for each in draft.plain(sentence).split("?")[1:] if not each.startswith("?")])
    return marks or int(_asks_without_mark(draft, sentence))


def _asks_without_mark(draft: Draft, sentence: Span) -> bool:
    is_open = not draft.plain(sentence).endswith((".", "!", ":", ";"))
    begins = draft.matches("ask_starts", Span(sentence.start, sentence.start + 1))
    return draft.says("indirect_ask", sentence) or (is_open and bool(begins))


def _unfocused(draft: Draft) -> Iterator[Finding]:
    asking = [each for each in draft.sentences if _is_asking(draft, each)]
    if not any(draft.says("focus", each) for each in asking):
        if asking:
            yield marked("R15", Level.WARNING, "vague_ask", asking[0])
        else:
            yield whole("R15", Level.WARNING, "no_ask")


def _is_asking(draft: Draft, sentence: Span) -> bool:
    return "?" in draft.plain(sentence) or draft.says("asking", sentence)


def _no_topic(draft: Draft) -> Iterator[Finding]:
    vague = draft.faults("vague_topic")
    told = [each for each in draft.sentences if draft.says("topic", each)]
    if vague and not any(_tells_topic(draft, each) for each in told):
        yield marked("R15", Level.WARNING, "no_topic", vague[0])


def _tells_topic(draft: Draft, sentence: Span) -> bool:
    asks = "?" in draft.plain(sentence) or draft.says("asking", sentence)
    return asks or draft.says("interest", sentence)


def _any_job(draft: Draft) -> Iterator[Finding]:
    for words in draft.faults("any_job"):
        yield marked("R15", Level.WARNING, "any_job", words)
        return


RULES: dict[str, Rule] = {"R14": too_many_questions, "R15": vague_ask, "R16": no_easy_out}
