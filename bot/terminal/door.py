"""The terminal as a door of the ask service: one person, one conversation, no limits."""

from collections.abc import Callable
from datetime import timedelta

from bot.app.admission import Admission
from bot.app.ask import AskService
from bot.app.collections.sight import ALL
from bot.app.conversation import ConversationRules
from bot.app.direct_pool import DirectPool, run_at_once
from bot.app.outcome import Answered, Refused
from bot.app.protocols import Source
from bot.app.request import AskRequest, Place
from bot.localisation.words import ENGLISH, Words
from bot.rendering.refusals import refusal_text
from bot.storage.memory import MemoryStore
from retrieval.errors import VerbatimError

__all__ = ["TerminalDoor"]

ASKER = 0
HERE = Place(server=None, channel=0)


class TerminalDoor:
    """Asks in the thread that calls and remembers the conversation until it is left.

    Args:
        source: returns the index to ask, as it is now.
        name: what the door is called in records.
        turns: how many answers explain a question, at most.
        minutes: how old they may be.
        words: what refusals are said in.
    """

    def __init__(
        self,
        source: Callable[[], Source],
        *,
        name: str,
        turns: int = 0,
        minutes: float = 0,
        words: Words = ENGLISH,
    ) -> None:
        self._words = words
        self._name = name
        self._records = MemoryStore()
        self._service = AskService(
            pool=DirectPool(source),
            records=self._records,
            rules=ConversationRules(within=timedelta(minutes=minutes), turns=turns),
            admission=Admission(),
        )

    def ask(
        self,
        text: str,
        *,
        document: str | None = None,
        follows: str | None = None,
        fresh: bool = False,
    ) -> Answered:
        """Answer a question; the arguments are those of an `AskRequest`.

        Raises:
            VerbatimError: it can't be answered.
        """
        request = AskRequest(
            text=text,
            door=self._name,
            asker=ASKER,
            place=HERE,
            sight=ALL,
            document=document,
            follows=follows,
            fresh=fresh,
        )
        outcome = run_at_once(self._service.ask(request))
        if isinstance(outcome, Answered):
            return outcome
        if isinstance(outcome, Refused):
            raise VerbatimError(refusal_text(outcome, self._words))
        raise outcome.error

    def suggest(self, answered: Answered) -> tuple[str, ...]:
        """Return what could be asked next; most answers bring nothing to mind."""
        record = run_at_once(self._service.suggest(answered))
        return () if record is None else record.answer.suggestions

    def forget(self) -> None:
        """Keep what was asked so far out of later questions."""
        run_at_once(self._records.drop_conversation(ASKER, HERE.channel))
