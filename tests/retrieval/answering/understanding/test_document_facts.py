import pytest

from retrieval.answering.understanding.document_facts import DocumentFact, document_fact_in


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("who wrote this article", DocumentFact.AUTHOR),
        ("Who is the author of this document?", DocumentFact.AUTHOR),
        ("who's the author", DocumentFact.AUTHOR),
        ("when was this article published?", DocumentFact.DATE),
        ("when was this written", DocumentFact.DATE),
        ("what is this about?", DocumentFact.SUBJECT),
        ("summarize this page", DocumentFact.SUBJECT),
        ("what is the title of the document", DocumentFact.TITLE),
    ],
)
def test_a_question_about_the_document_itself(question: str, fact: DocumentFact) -> None:
    assert document_fact_in(question) is fact


@pytest.mark.parametrize(
    "question",
    [
        "who wrote Hamlet",
        "when was it published",
        "what is it about",
        "when was the letter written",
        "who wrote this article's headline in 1960",
        "what is this",
        "who is the author of the book",
    ],
)
def test_a_question_to_the_documents(question: str) -> None:
    assert document_fact_in(question) is None
