"""What a conversation must bring, and what it must not cost, on the public sets."""

import json
import random
import time
from itertools import groupby
from statistics import median

import pytest

from retrieval.answering.conversation.context import POSSIBLE
from retrieval.answering.conversation.followup import followup_probability, wording_of
from retrieval.answering.searcher import open_index
from retrieval.domain import Turn
from retrieval.indexing.build import build_index

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]


def read(file) -> list[dict]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def dialog_of(question: dict) -> str:
    return question["id"].rsplit("#", 1)[0]


def dialogs(questions: list[dict]) -> dict[str, list[dict]]:
    """Each dialog's turns as far as its last question knows them."""
    return {name: list(group)[-1]["history"] for name, group in groupby(questions, dialog_of)}


def with_other_topic(questions: list[dict], seed: int) -> list[dict]:
    """Put the beginning of another dialog before each question's own."""
    rng = random.Random(seed)
    turns = dialogs(questions)
    names = sorted(turns)
    changed = []
    for question in questions:
        other = rng.choice([name for name in names if name != dialog_of(question)])
        before = turns[other][: rng.randint(2, 5)]
        changed.append(question | {"history": before + question["history"]})
    return changed


def as_turns(history: list[dict]) -> list[Turn]:
    return [Turn(question=turn["question"], answer=turn["answer"]) for turn in history]


def test_follow_ups_are_found_as_well_as_their_human_rewrites(evaluated, sets):
    rewritten = sets / "canard-a" / "questions-rewritten.jsonl"
    ours = evaluated("canard-a").report.quality
    human = evaluated("canard-a", questions=rewritten).report.quality
    assert ours.hit_at_5 >= human.hit_at_5
    assert ours.mrr_at_10 >= human.mrr_at_10


def test_a_change_of_topic_closes_half_of_the_distance_to_the_human_rewrite(
    evaluated, sets, write_questions
):
    questions = read(sets / "canard-a" / "questions.jsonl")
    changed = write_questions("changed.jsonl", with_other_topic(questions, seed=1))
    alone = write_questions("alone.jsonl", [question | {"history": []} for question in questions])
    rewritten = sets / "canard-a" / "questions-rewritten.jsonl"
    raw = evaluated("canard-a", questions=alone).report.quality
    ours = evaluated("canard-a", questions=changed).report.quality
    human = evaluated("canard-a", questions=rewritten).report.quality
    assert ours.hit_at_5 >= (raw.hit_at_5 + human.hit_at_5) / 2
    assert ours.mrr_at_10 >= (raw.mrr_at_10 + human.mrr_at_10) / 2


def test_an_unrelated_conversation_does_no_harm(evaluated, sets, write_questions):
    rng = random.Random(2)
    turns = [
        history[:3] for history in dialogs(read(sets / "canard-a" / "questions.jsonl")).values()
    ]
    turns = [history for history in turns if len(history) == 3]
    questions = [q for q in read(sets / "squad2-a" / "questions.jsonl") if q["answers"]]
    unrelated = [question | {"history": rng.choice(turns)} for question in questions]
    fresh = evaluated("squad2-a", questions=write_questions("fresh.jsonl", questions)).report
    after = evaluated("squad2-a", questions=write_questions("after.jsonl", unrelated)).report
    assert after.quality.mrr_at_10 >= fresh.quality.mrr_at_10 - 0.01
    assert after.seconds_p50 <= 1.5 * fresh.seconds_p50


@pytest.mark.parametrize("name", ["squad2-a", "zoomfaq-a"])
def test_a_question_that_stands_alone_keeps_its_first_passage(name, sets, encoder, tmp_path):
    """After six turns, with their answers, about another document."""
    rng = random.Random(4)
    by_document: dict[str, list[dict]] = {}
    for question in read(sets / name / "questions.jsonl"):
        if question["answers"]:
            by_document.setdefault(question["answers"][0]["document"], []).append(question)
    long = [document for document, questions in by_document.items() if len(questions) >= 6]
    build_index(sets / name / "corpus", tmp_path / "index", encoder)
    changed = []
    with open_index(tmp_path / "index", encoder) as searcher:

        def turn(question: str) -> Turn:
            answer = searcher.ask(question)
            said = [
                p.text[s.start - p.start : s.end - p.start]
                for p in answer.passages[:1]
                for s in p.highlights
            ]
            return Turn(question=question, answer=" ".join(said) if answer.answered else "")

        for _ in range(300):
            own, other = rng.choice(list(by_document)), rng.choice(long)
            if own == other:
                continue
            question = rng.choice(by_document[own])["question"]
            start = rng.randrange(len(by_document[other]) - 5)
            before = [turn(q["question"]) for q in by_document[other][start : start + 6]]
            alone = searcher.rank(question).hits[0]
            after = searcher.rank(question, history=before).hits[0]
            changed.append(alone.sentence_id != after.sentence_id)
    assert sum(changed) <= 0.02 * len(changed)


def test_follow_ups_cost_at_most_half_as_much_again(sets, encoder, tmp_path):
    """In turns, question by question, so that a busy moment of the machine falls on both."""
    build_index(sets / "canard-a" / "corpus", tmp_path / "index", encoder)
    alone, followed = [], []

    def seconds(searcher, question: str, history: list[Turn]) -> float:
        started = time.perf_counter()
        searcher.ask(question, history=history)
        return time.perf_counter() - started

    with open_index(tmp_path / "index", encoder) as searcher:
        for question in read(sets / "canard-a" / "questions.jsonl"):
            history = as_turns(question["history"])
            alone.append(seconds(searcher, question["question"], []))
            followed.append(seconds(searcher, question["question"], history))
    assert median(followed) <= 1.5 * median(alone)


def test_follow_ups_are_told_from_fresh_questions(sets):
    rng = random.Random(3)
    conversations = read(sets / "canard-a" / "questions.jsonl")
    histories = list(dialogs(conversations).values())
    openings = [history[0]["question"] for history in histories]
    encyclopaedia = rng.sample(read(sets / "squad2-a" / "questions.jsonl"), len(conversations))
    fresh = openings + [question["question"] for question in encyclopaedia]
    samples = [(q["question"], q["history"], True) for q in conversations]
    samples += [(question, rng.choice(histories), False) for question in fresh]
    right = wrong = missed = 0
    for question, history, follows in samples:
        said = followup_probability(wording_of(question, as_turns(history))) >= POSSIBLE
        right += said and follows
        wrong += said and not follows
        missed += follows and not said
    assert 2 * right / (2 * right + wrong + missed) >= 0.85
