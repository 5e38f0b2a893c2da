"""Sentences where a reader would cut them, each at its place in the file."""

import random
import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from retrieval.domain import Block, BlockKind, Document
from retrieval.reading import discover, read_file
from retrieval.reading.formats import markdown, plain_text
from retrieval.text.sentences.cut import cut_sentences
from retrieval.text.sentences.long import LONGEST
from retrieval.text.sentences.split import split_sentences

ROOT = Path(__file__).parents[4]
CORPUS = ROOT.parent / "shared" / "eval" / "squad2-a" / "corpus"

ARTICLE = """\
1 Armenia and Israel Discuss Azerbaijan Weapons Sales
3 Azerbaijan is using Israeli and Turkish drones in its fight against Armenian forces in Nagorno-Karabakh
5 Israeli President Reuven Rivlin spoke with his Armenian counterpart on the phone on Monday amidst concern in Armenia over Israeli arms sales to Azerbaijan.
5 Since September 27th, Azeri and Armenian forces have been locked in deadly clashes in the disputed Nagorno-Karabakh region.
7 After the conversation, the Armenian Ambassador to Israel Armen Smbatyan told Armenian media that the two countries were engaged in talks and that he expects Israel to halt arms sales to Azerbaijan.
9 “I think that in this situation, Israel will stop supplying weapons to Azerbaijan,” Smbatyan said.
9 “In two or three days they seem to be on the way to stopping the supply of weapons … I was given a verbal promise.”
11 The office of Israel’s president released a statement after the conversation with the Armenian leader.
11 The statement said that Israel “has longstanding relations with Azerbaijan and that the cooperation between the two countries is not aimed against any side.”
13 Israel and Azerbaijan are major trading partners.
13 It is estimated that Israel provides about 60 percent of Azerbaijan’s weapons.
13 In an interview last week, an assistant to the president of Azerbaijan said the Azeri military is using Israeli-made attack drones in Nagorno-Karabakh.
15 In 2016, Azeri President Ilham Aliyev said his country had bought $4.85 billion in military equipment from Israel.
15 Some analysts believe Israel will not be so quick to give up these lucrative arms sales.
17 Efraim Inbar, the president of the Israel-based think tank Jerusalem Institute for Strategy and Security, spoke with AFP on the matter.
17 “Azerbaijan is an important country for us,” Inbar said.
17 “We have to make sure that we will honor the contracts we make with Azerbaijan … What they do is not our responsibility.
17 They can fight with knives, they can fight with stones, people fight with many things.”
19 Azerbaijan is also fighting with Turkish-supplied drones, something Aliyev confirmed on Monday.
19 Turkey voiced its support for Azerbaijan as soon as the fighting broke, and has been accused of supporting the Azeris in other ways, including sending mercenaries from northern Syria to Nagorno-Karabakh.
21 Author: Dave DeCamp
23 Dave DeCamp is the news editor of, follow him on Twitter @decampdave."""  # noqa: E501

CUTS = [
    "“Where are you going?” he asked. | “Home!” she said.",
    "“Stop. Do not move,” he said. | She did.",
    "He said: “We will go. | We will fight on. | We will surely win,” and left.",
    "‘Where are you going?’ he asked. | ‘Home.’ | The dogs' bone is theirs. | 'Tis so.",
    "He said “It is so. Really.” and left. | It was late.",
    "Israel “has longstanding relations.” | The statement ended.",
    "It's 5' 6\" tall. | He left. | The 12\" disc. | It spun.",
    "(The first one did. | The second did not.) | Then more. | (She stayed.) | They met.",
    "J. R. R. Tolkien wrote it. | C. S. Lewis liked it. | George W. Bush did not.",
    "He bought it for $4.85 billion. | Version 3.2.1 is at example.com today.",
    "He lives in the U.S. and works for the U.N. in Geneva. | The U.S. Army is large.",
    "He moved to the U.S. | He stayed there. | In Washington, D.C. | The end.",
    "Larsen et al. [2011] measured the drift. | The buoys were orange.",
    "As Ito et al. (2019) show, ice melts. | It is thin.",
    "Nowak et al. [Now19] disagree. | They used fig. [2] and eq. (4) of Abe et al. 2004 instead.",
    "It was measured by Larsen et al. | The buoys were orange.",
    "As Abe, pers. comm., saw, terns leave in spring. | Gulls stay.",
    "Abe, unpubl. data, counted nine of Larus sp. nov. here. | Eight left.",
    "Males, resp. females, sing. | The rest is silent (Abe, pers. obs.). | So it was.",
    "See Ref. [12] for it. | We follow Prof. [sic] Ono. | He left.",
    "The sound, cf. [4], never stopped. | It fell, e.g. [2, 3], in May. | So it did (cf. [5]).",
    "As Abe et al.[3] say, it is so. | It was seen by Abe et al.[3] | The rest slept.",
    "See Fig. 3, pp. 3–4 ff. [2] and sect. IV of Vol. II. | By Eqn. (2) and Thm. 5 it holds.",
    "In Ref. [3] Ono shows it. | By Def. 2 and App. B, see Suppl. Table 3, it holds. | It does.",
    "As *Abe et al.* (2011) and Ono, op. cit. [3], say, ca. [4] tons of Poa sp. [5] grew.",
    "Poa Trin. (1801) grew. | Acme Ltd. (once Acne) sold it. | Phys. Rev. Lett. 12 has it. | So.",
    "It was so in 1801. | (1801) was wet. | We built an app. | 5 people came.",
    "The tools, viz. [2] and [3], incl. (4), were lost. | Das Haus, vgl. [4], z. B. [5], war alt.",
    "See No. 5 of the list. | No. 6 is missing. | The answer was no. | Nobody knew.",
    "Use fruit, e.g. apples, i.e. Apples of the kind Dr. Smith eats. | Use e.g. The Beatles.",
    "In c. 1200 they came. | Vol. 2 pp. 3–5 and Eq. (4) say so. | It weighs approx. 5 kg.",
    "On Jan. 5, 2020, Gen. Smith et al. published it. | St. Louis is far.",
    "Apple Inc. announced it. | He joined Acme Corp. in 1999. | John Smith Jr. went home.",
    "He came at 5 p.m. on Friday. | They left at 6 a.m. | The rest slept.",
    "We took plan B. | The function of n. | Since then it grew. | See Miranda v. The State.",
    "It was late... and he slept. | He left... | The door closed. | He left… | The door … shut.",
    "It was clear.[12] | The next follows.[13][14] | So.[citation needed] | Then.¹² | On.:12–15",
    "It was clear.12 | Next came others. | It was **bold.** | Next. | [A link.](http://x.y) | End.",
    "Is it? | Yes! | No way?! | Right. | Yahoo! was sold.",
    "He went home.|She stayed.|They left. | Node.js and www.Foo.com are names.",
    "First: 1. Buy milk. | 2. Bake bread. | Louis XIV. was king.",
    "1.12. “Licence” means this one. | It means no other.",
    "Wrapped\nlines are one. | The next\r\none too.\tEnd.",
    "これはペンです。|あれは本です。|「はい。そうです」と言った。",
    "هل هذا صحيح؟ | نعم. | مرحبا.",
    "यह एक वाक्य है। | दूसरा वाक्य।",
    "« Bonjour. Ça va ? » dit-il. | Ensuite il partit.",
]


def document(text, *blocks, language=""):
    blocks = blocks or (Block(start=0, end=len(text), kind=BlockKind.PARAGRAPH),)
    return Document(
        path="x.txt", title="X", author=None, text=text, blocks=blocks, language=language
    )


def read_document(file):
    (read,) = read_file(file.read_bytes(), file.name).documents
    return read


def cut(text, language=""):
    return [text[s.start : s.end] for s in split_sentences(document(text, language=language))]


def test_the_article():
    read = read_document(ROOT / "seeds" / "armenia-israel-azerbaijan-weapons.txt")
    found = [
        f"{s.first_line} {read.text[s.start : s.end]}"
        for s in split_sentences(read)
        if s.first_line == s.last_line
    ]
    assert "\n".join(found) == ARTICLE
    assert (read.title, read.author) == (
        "Armenia and Israel Discuss Azerbaijan Weapons Sales",
        "Dave DeCamp",
    )


@pytest.mark.parametrize("marked", CUTS)
def test_sentences_are_cut_where_a_reader_would(marked):
    expected = [part.strip() for part in marked.split("|")]
    text = marked.replace(" | ", " ").replace("|", "")
    if "\t" in marked:
        expected = expected[:-1] + expected[-1].split("\t")
    assert cut(text) == expected


def test_the_language_tells_its_abbreviations():
    text = "Am 3. Oktober kam er. Er ging."
    assert cut(text, language="de") == ["Am 3. Oktober kam er.", "Er ging."]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Kirche entstand Mitte des 18. Jahrhunderts. | Danach kam 1998. | Die Leute"),
        ("de", "Im frühen 20. Jahrhundert ging der 3. Platz an Eva. | Er wurde Nr. 5. | Das war"),
        ("cs", "Narodil se 5. května 1920. | Bylo to ve 20. století. | Konec roku 5. | Potom šel."),
        ("da", "Det var i 19. århundrede. | De var 5. | Han gik."),
        ("hu", "1920. május 5-én született. | A 20. században élt."),
        ("pl", "Urodził się w 1950 r. w Krakowie. | Mieszka tam."),
        ("ru", "Это было в 1998 г. в Москве. | А. С. Пушкин жил на ул. Ленина. | Да."),
        ("es", "La Dra. Gómez vive en EE. UU. desde 1990. | ¿Quién es?"),
    ],
)
def test_ordinals_and_abbreviations_end_no_sentence(language, text):
    assert cut(text.replace(" | ", " "), language=language) == text.split(" | ")


@pytest.mark.parametrize("kind", [BlockKind.TITLE, BlockKind.HEADING, BlockKind.TABLE])
def test_a_headline_is_one_sentence_whatever_its_stops(kind):
    text = "Who won? He did. | 3.5"
    (sentence,) = split_sentences(document(text, Block(start=0, end=len(text), kind=kind)))
    assert (sentence.start, sentence.end) == (0, len(text))


def test_sentences_know_their_lines_and_blocks():
    text = "One is\r\nhere. Two.\rThree\u2028goes on.\n\nFour."
    blocks = (
        Block(start=0, end=text.index("\n\n"), kind=BlockKind.PARAGRAPH),
        Block(start=text.index("Four"), end=len(text), kind=BlockKind.PARAGRAPH),
    )
    found = [(s.first_line, s.last_line, s.block) for s in split_sentences(document(text, *blocks))]
    assert found == [(1, 2, 0), (2, 2, 0), (3, 3, 0), (5, 5, 1)]


def test_a_sentence_too_long_for_the_model_is_cut_where_one_breathes():
    clause = "and the committee resolved that nothing at all should ever be done about it"
    text = "We met, " + "; ".join([clause] * 40) + "."
    parts = cut(text)
    assert "".join(parts).replace(" ", "") == text.replace(" ", "")
    assert all(len(part) <= LONGEST for part in parts)
    assert all(part.endswith(";") for part in parts[:-1])


@pytest.mark.parametrize("text", ["x" * 100_000, "word " * 20_000, "e\u0301" * 50_000, "。" * 9999])
def test_a_sentence_of_absurd_length(text):
    parts = cut(text)
    assert "".join(parts).replace(" ", "") == text.replace(" ", "")
    assert all(len(part) <= LONGEST for part in parts)
    assert not any(part.startswith("\u0301") for part in parts)


PIECES = [
    *"ab AZ01.!?…\"'“”‘’«»()[]*_-#>|`:;,\n\r\t\x0b\x0c\u2028\x85\u00a0",
    "\r\n",
    "\n\n",
    "He said. ",
    "Dr. ",
    "1. ",
    "e\u0301",
    "مرحبا ",
    "。",
    "𝒳",
    "👩‍👩‍👧",
    "\u202e",
    "word " * 300,
    "x" * 2500,
    "- ",
    "> ",
    "```\n",
    "| a | b |\n|---|---|\n",
    "---\n",
    "[^1]: ",
    "\u200d",
    "\u0301" * 1500,
    "<b>",
    "&amp;",
    "A: hi\n",
]
ANY_TEXT = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=["Cs"])),
    st.lists(st.sampled_from(PIECES)).map("".join),
)


@pytest.mark.parametrize("outline", [plain_text.outline, markdown.outline], ids=["txt", "md"])
@settings(max_examples=150, deadline=None)
@given(text=ANY_TEXT)
@example(text="a\r\n\r\nb.\r\rc. d")
@example(text="\ufeff…\u200b.")
def test_what_holds_for_every_text(outline, text):
    contents = outline(text)
    previous = 0
    for block in contents.blocks:
        assert previous <= block.start < block.end <= len(text)
        previous = block.end
    sentences = split_sentences(document(text, *contents.blocks)) if contents.blocks else ()
    covered = set()
    previous = 0
    for sentence in sentences:
        words = text[sentence.start : sentence.end]
        block = contents.blocks[sentence.block]
        assert words
        assert words == words.strip()
        assert len(words) <= LONGEST
        assert previous <= sentence.start
        assert block.start <= sentence.start < sentence.end <= block.end
        previous = sentence.end
        before = text[: sentence.start].replace("\r\n", "\n").replace("\r", "\n")
        assert sentence.first_line == before.count("\n") + 1
        until = text[: sentence.end].replace("\r\n", "\n").replace("\r", "\n")
        assert sentence.last_line == until.count("\n") + 1
        covered.update(range(sentence.start, sentence.end))
    for block in contents.blocks:
        omitted = {at for one in block.omitted for at in range(one.start, one.end)}
        uncovered = set(range(block.start, block.end)) - covered - omitted
        assert all(text[offset].isspace() for offset in uncovered)


UNITS = [
    "“",
    '"a" ',
    "'a ",
    ".",
    ".[1]",
    ":1",
    "(",
    "「はい。",
    "He left. ",
    "x",
    "- a\n",
    "a\n\n",
    "*",
]


@pytest.mark.parametrize("outline", [plain_text.outline, markdown.outline], ids=["txt", "md"])
@pytest.mark.parametrize("unit", UNITS)
def test_ten_times_the_text_takes_about_ten_times_as_long(outline, unit):
    def seconds(size):
        text = "T. " + unit * (size // len(unit))
        started = time.process_time()
        split_sentences(document(text, *outline(text).blocks))
        return time.process_time() - started

    # Quadratic would be a hundredfold; what is too fast to measure can't be.
    if seconds(20_000) >= 0.2:
        # The best of some: a collection of the whole suite's garbage may fall into any one.
        small = min(seconds(2_000) for _ in range(3))
        large = min(seconds(20_000) for _ in range(3))
        assert large < max(40 * small, 0.2)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="needs ../shared/eval/squad2-a")
def test_the_encyclopaedia_comes_out_as_its_reader_would_cut_it():
    documents = [read_document(file) for file in discover(CORPUS).files]
    found = [
        (read, sentence, read.text[sentence.start : sentence.end])
        for read in documents
        for sentence in split_sentences(read)
    ]
    kinds = [read.blocks[sentence.block].kind for read, sentence, _ in found]
    assert kinds.count(BlockKind.TITLE) == len(documents) == 16
    assert set(kinds) == {BlockKind.TITLE, BlockKind.PARAGRAPH}

    inner = [
        (read.text[max(0, sentence.start - 30) : sentence.start], words)
        for (read, sentence, words), (_, before, _) in zip(found[1:], found, strict=False)
        if sentence.block == before.block and sentence.first_line == before.last_line
    ]
    assert len(inner) > 2900
    # A sentence that begins in small letters, or after an abbreviation, was cut in two.
    abbreviations = (
        "Mr.",
        "Dr.",
        "St.",
        "Rev.",
        "No.",
        "e.g.",
        "i.e.",
        "c.",
        "ca.",
        "vs.",
        "J.",
        "W.",
    )
    suspects = [
        (before, words)
        for before, words in inner
        if words[0].islower() or before.split()[-1] in abbreviations
    ]
    assert len(suspects) <= len(inner) / 1000, suspects
    assert sum(words[0] in ".,;:!?)]’”" for _, words in inner) == 0


@pytest.mark.skipif(not CORPUS.is_dir(), reason="needs ../shared/eval/squad2-a")
def test_boundaries_that_were_read_by_a_person_stay():
    """Ends that plain segmenters get wrong in these articles, and inner stops that end nothing."""
    ends = [
        ("1973-oil-crisis.txt", "Act of 1978.[citation needed]", "On November 28"),
        ("Computational-complexity-theory.txt", "as a function of n.", "Since the time"),
        ("Computational-complexity-theory.txt", "isn't just yes or no.", "Notable examples"),
        ("European-Union-law.txt", "from preventing the sabotage.", "Generally speaking"),
        ("Force.txt", "between two objects.:93", "The normal force"),
        ("Packet-switching.txt", "100 Gbit/s.", "In October, 2007"),
        ("Warsaw.txt", "in painting and art.", "Nathan Alterman"),
        ("Yuan-dynasty.txt", "as Taizu.[b]", "In the Proclamation"),
    ]
    whole = [
        ("French-and-Indian-War.txt", "along the St. Lawrence River valley"),
        ("Harvard-University.txt", "William S. Burroughs; educators"),
        ("Huguenot.txt", "amounted to ca. 2 million at that time."),
        ("Huguenot.txt", "Regiments No. 13 (Regiment"),
        ("Steam-engine.txt", "consumes approx. 4 kg"),
        ("Islamism.txt", "(particularly the manifesto Milestones, a.k.a. Ma'alim"),
    ]
    cuts = {}
    for name in {name for name, *_ in ends + whole}:
        read = read_document(CORPUS / name)
        cuts[name] = [read.text[s.start : s.end] for s in split_sentences(read)]
    for name, end, start in ends:
        (at,) = [i for i, words in enumerate(cuts[name]) if words.endswith(end)]
        assert cuts[name][at + 1].startswith(start)
    for name, words in whole:
        assert any(words in sentence for sentence in cuts[name]), words


def test_three_hundred_documents_in_seconds():
    words = "The committee met on Monday. Dr. Smith spoke for 3.5 hours about “it.” Nobody left. "
    source = random.Random(5)
    text = "Minutes\n\n" + "\n\n".join(words * source.randint(2, 9) for _ in range(60))
    started = time.process_time()
    for _ in range(30):
        split_sentences(document(text, *plain_text.outline(text).blocks))
    seconds = time.process_time() - started
    # A tenth of them here; one core of a slow and busy machine reads and cuts 2 MB a second.
    assert 30 * len(text) / 1e6 / seconds > 0.4


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_line_that_ends_in_an_address_is_over_before_a_capital(end):
    see, whole = "See also: https://example.org/tides", "It is told at https://example.org/tides"
    text = f"{see}{end}A survey follows."
    assert [text[a:b] for a, b in cut_sentences(text, "en")] == [see, "A survey follows."]
    assert len(cut_sentences(f"{whole}{end}Bremen's own page.", "en")) == 1
