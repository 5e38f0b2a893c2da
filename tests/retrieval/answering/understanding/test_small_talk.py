import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.understanding.small_talk import small_talk_in
from retrieval.domain import SmallTalk


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("hi", SmallTalk.GREETING),
        ("Good evening everyone!", SmallTalk.GREETING),
        ("hey, how are you?", SmallTalk.GREETING),
        ("yo what's up", SmallTalk.GREETING),
        ("thank you so much", SmallTalk.THANKS),
        ("great, thank you very much!", SmallTalk.THANKS),
        ("ok thanks, bye!", SmallTalk.THANKS),
        ("see you tomorrow", SmallTalk.FAREWELL),
        ("thats all, bye", SmallTalk.FAREWELL),
        ("thats it for today", SmallTalk.FAREWELL),
        ("that's all i wanted to know", SmallTalk.FAREWELL),
        ("im done here, cya", SmallTalk.FAREWELL),
        ("no more questions", SmallTalk.FAREWELL),
        ("gotta run", SmallTalk.FAREWELL),
        ("ok thnaks", SmallTalk.THANKS),
        ("youre welcome", SmallTalk.REACTION),
        ("haha nice", SmallTalk.REACTION),
        ("LOL", SmallTalk.REACTION),
        ("nice bot", SmallTalk.REACTION),
        ("?", SmallTalk.REACTION),
        ("🙏🙂", SmallTalk.REACTION),
        (":)", SmallTalk.REACTION),
        ("who are you?", SmallTalk.IDENTITY),
        ("hello bot, who are you?", SmallTalk.IDENTITY),
        ("help", SmallTalk.ABILITIES),
        ("what can you answer?", SmallTalk.ABILITIES),
        ("hi, what can I ask you?", SmallTalk.ABILITIES),
    ],
)
def test_small_talk_is_told_by_what_it_does(typed: str, kind: SmallTalk) -> None:
    assert small_talk_in(typed) is kind


@pytest.mark.parametrize(
    "question",
    [
        "when does the library open",
        "who should I ask for help?",
        "thanks for all the fish",
        "that's all wrong",
        "what is all",
        "thank you page",
        "welcome message",
        "help me reset my skills",
        "E1042",
        "no macOS version",
        "hi, when does it open? thanks",
        "who is this man",
        "what is this about",
        "menu",
        "你好吗什么",
    ],
)
def test_what_asks_something_is_no_small_talk(question: str) -> None:
    assert small_talk_in(question) is None


@given(st.text(alphabet="?!., :)…\n🙂", max_size=20))
def test_marks_alone_ask_nothing(marks: str) -> None:
    assert small_talk_in(marks) is SmallTalk.REACTION


@given(
    st.sampled_from(["hi", "thanks", "ok", "bye", "lol", "good morning"]),
    st.sampled_from(["", "!", "?", " :)", " all", "!!!", " 🙂"]),
    st.booleans(),
)
def test_marks_capitals_and_pictures_change_nothing(word: str, tail: str, loud: bool) -> None:
    typed = word.upper() if loud else word
    assert small_talk_in(typed + tail) is small_talk_in(word)
