"""A judge that cannot say no is worthless: what the validator lets through, and what it refuses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loopback import check_message_payload, live_links, live_mentions, openapi
from loopback.commands import check_choices, check_commands
from loopback.components import check_modal
from loopback.messages import check_message

V2 = 1 << 15
SILENT = {"parse": []}


def row(*items):
    return {"type": 1, "components": list(items)}


def button(label="More", custom_id="a", **more):
    return {"type": 2, "style": 2, "label": label, "custom_id": custom_id, **more}


def text(content="words"):
    return {"type": 10, "content": content}


def card(*items):
    return {"flags": V2, "components": [{"type": 17, "components": list(items)}]}


def select(options=3, **more):
    listed = [{"label": f"Option {n}", "value": f"v{n}"} for n in range(options)]
    return {"type": 3, "custom_id": "s", "options": listed, **more}


GOOD = {
    "the longest content": {"content": "x" * 2000},
    "a reply as discord.py sends it": {
        "content": "hi",
        "tts": False,
        "nonce": "17",
        "enforce_nonce": True,
        "allowed_mentions": {"parse": [], "replied_user": False},
        "message_reference": {"message_id": 12, "channel_id": 13, "fail_if_not_exists": False},
    },
    "a mention that nobody hears": {"content": "@everyone <@12>", "allowed_mentions": SILENT},
    "6000 characters of embeds": {
        "embeds": [{"description": "x" * 4000}, {"title": "y" * 200, "description": "x" * 1800}]
    },
    "a full card": card(
        text("x" * 4000), row(button("1", "1"), button("2", "2")), {"type": 14}, row(select())
    ),
    "40 components": {"flags": V2, "components": [text(str(n)) for n in range(40)]},
    "a link button": {
        "content": "x",
        "components": [row({"type": 2, "style": 5, "label": "Open", "url": "https://a.example/x"})],
    },
    "a section with a button": card(
        {"type": 9, "components": [text()], "accessory": button("Context", "ctx")}
    ),
}

BAD = {
    "BASE_TYPE_MAX_LENGTH content": {"content": "x" * 2001},
    "EMPTY_MESSAGE": {"content": " \n"},
    "EMPTY_MESSAGE nothing": {},
    "MAX_EMBED_SIZE_EXCEEDED": {
        "embeds": [{"description": "x" * 3001}, {"description": "x" * 3000}]
    },
    "BASE_TYPE_MAX_LENGTH embeds.0.title": {"embeds": [{"title": "x" * 257}]},
    "BASE_TYPE_REQUIRED embeds.0.fields.0.value": {
        "embeds": [{"fields": [{"name": "a", "value": " "}]}]
    },
    "BASE_TYPE_REQUIRED embeds.0.description": {"embeds": [{"color": 3}]},
    "BASE_TYPE_BAD_LENGTH embeds": {"embeds": [{"title": str(n)} for n in range(11)]},
    "BASE_TYPE_BAD_LENGTH embeds.0.fields": {
        "embeds": [{"fields": [{"name": "a", "value": "b"}] * 26}]
    },
    "URL_TYPE_INVALID_SCHEME embeds.0.url": {
        "embeds": [{"title": "a", "url": "javascript:alert(1)"}]
    },
    "URL_TYPE_INVALID_URL": {"embeds": [{"title": "a", "url": "https://"}]},
    "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED": card(text("x" * 2001), text("x" * 2000)),
    "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED": card(*[text(str(n)) for n in range(40)]),
    "COMPONENT_CUSTOM_ID_DUPLICATED": card(row(button("1", "same")), row(button("2", "same"))),
    "COMPONENT_CUSTOM_ID_DUPLICATED in a section": card(
        {"type": 9, "components": [text()], "accessory": button("C", "same")},
        row(button("1", "same")),
    ),
    "COMPONENT_ID_DUPLICATED": card({**text(), "id": 3}, {**text(), "id": 3}),
    "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED": card(row({"type": 2, "style": 2, "label": "x"})),
    "BASE_TYPE_BAD_LENGTH components.0.components.0.components.0.custom_id": card(
        row(button("1", "x" * 101))
    ),
    "BASE_TYPE_MAX_LENGTH components.0.components.0.components.0.label": card(
        row(button("x" * 81))
    ),
    "BUTTON_COMPONENT_CUSTOM_ID_URL_EXCLUSIVE": card(row(button(style=5, url="https://a.example"))),
    "BUTTON_COMPONENT_INVALID_FORM": card(row(button(""))),
    "URL_TYPE_INVALID_SCHEME components.0.components.0.components.0.url": card(
        row({"type": 2, "style": 5, "label": "x", "url": "file:///etc/passwd"})
    ),
    "BASE_TYPE_BAD_LENGTH components.0.components.0.components.0.options": card(row(select(26))),
    "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED": card(
        row({**select(0), "options": [{"label": "a", "value": "v"}, {"label": "b", "value": "v"}]})
    ),
    "COMPONENT_LAYOUT_WIDTH_EXCEEDED": card(row(*[button(str(n), str(n)) for n in range(6)])),
    "COMPONENT_LAYOUT_WIDTH_EXCEEDED mixed": card(row(button(), select())),
    "UNION_TYPE_CHOICES": {"content": "x", "components": [text()]},
    "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2 content": {**card(text()), "content": "x"},
    "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2 embeds": {
        **card(text()),
        "embeds": [{"title": "x"}],
    },
    "BASE_TYPE_REQUIRED components.0.components.0.content": card(text(" ")),
    "ATTACHMENT_NOT_FOUND": {"content": "x", "attachments": [{"id": 0, "filename": "a.txt"}]},
    "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND": card(
        {"type": 13, "file": {"url": "attachment://a.md"}}
    ),
    "LIVE_MENTION content": {"content": "@everyone"},
    "LIVE_MENTION content user": {"content": "<@12>", "allowed_mentions": {"parse": ["users"]}},
    "LIVE_MENTION components.0.components.0.content": card(text("hello <@&12>")),
}


@pytest.mark.parametrize("payload", GOOD.values(), ids=GOOD)
def test_what_discord_takes_is_let_through(payload):
    assert check_message_payload(payload) == []


@pytest.mark.parametrize(("wanted", "payload"), BAD.items(), ids=BAD)
def test_what_discord_refuses_is_refused_for_that_reason(wanted, payload):
    code, *where = wanted.split()
    found = [(problem.code, ".".join(map(str, problem.path))) for problem in check_message(payload)]
    assert code in [found_code for found_code, _ in found]
    if where and "." in where[0]:
        assert (code, where[0]) in found
    assert check_message_payload(payload)


def test_a_file_makes_an_empty_message_whole_and_can_be_shown():
    shown = card({"type": 13, "file": {"url": "attachment://a.md"}})
    assert check_message_payload(shown, files=["a.md"]) == []
    assert (
        check_message_payload({"attachments": [{"id": 0, "filename": "a.md"}]}, files=["a.md"])
        == []
    )


def test_an_edit_is_judged_with_what_the_message_already_has():
    before = {"content": "old", "embeds": [], "components": [], "flags": 0}
    assert check_message({"components": []}, before=before) == []
    assert [p.code for p in check_message({"content": ""}, before=before)] == ["EMPTY_MESSAGE"]
    upgraded = check_message(card(text()), before=before)
    assert [p.code for p in upgraded] == ["MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"]
    assert check_message({**card(text()), "content": None}, before=before) == []
    v2 = {"content": "", "embeds": [], "components": [text()], "flags": V2}
    codes = [p.code for p in check_message({"content": "back again", "components": []}, before=v2)]
    assert codes == ["MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"]


ASK = {
    "name": "ask",
    "description": "Ask",
    "type": 1,
    "options": [
        {"type": 3, "name": "question", "description": "What", "required": True},
        {"type": 5, "name": "private", "description": "Only you"},
    ],
}
MENU = {"name": "Ask about this", "type": 3}


def test_good_commands_are_let_through():
    assert check_commands([ASK, MENU, {**ASK, "name": "sources"}]) == []


@pytest.mark.parametrize(
    ("code", "commands"),
    [
        ("APPLICATION_COMMANDS_DUPLICATE_NAME", [ASK, ASK]),
        (
            "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
            [{**ASK, "options": ASK["options"][::-1]}],
        ),
        (
            "APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED",
            [{**ASK, "options": ASK["options"][:1] * 2}],
        ),
        ("APPLICATION_COMMAND_INVALID_NAME", [{**ASK, "name": "Ask"}]),
        ("APPLICATION_COMMAND_INVALID_NAME", [{**ASK, "name": "ask me"}]),
        ("APPLICATION_COMMAND_INVALID_NAME", [{**ASK, "name": "a" * 33}]),
        ("BASE_TYPE_BAD_LENGTH", [{**ASK, "description": ""}]),
        ("BASE_TYPE_BAD_LENGTH", [{**ASK, "description": "x" * 101}]),
        ("BASE_TYPE_BAD_LENGTH", [{**MENU, "description": "x"}]),
        (
            "APPLICATION_COMMAND_TOO_LARGE",
            [
                {
                    **ASK,
                    "options": [
                        {
                            "type": 3,
                            "name": f"o{n}",
                            "description": "x" * 100,
                            "choices": [
                                {"name": f"{c}" * 50, "value": f"{c}" * 50} for c in range(9)
                            ],
                        }
                        for n in range(8)
                    ],
                }
            ],
        ),
        (
            "APPLICATION_COMMAND_INVALID_NAME",
            [{**ASK, "name_localizations": {"de": "Zu Fragen"}}],
        ),
        (
            "APPLICATION_COMMANDS_DUPLICATE_NAME",
            [ASK, {**ASK, "name": "question", "name_localizations": {"de": "ask"}}],
        ),
        ("BASE_TYPE_BAD_LENGTH", [{**ASK, "description_localizations": {"de": "x" * 101}}]),
        ("BASE_TYPE_BAD_LENGTH", [{**MENU, "name_localizations": {"de": "x" * 33}}]),
        ("MAX_COMMANDS", [{**MENU, "name": f"menu {n}"} for n in range(16)]),
        ("MAX_COMMANDS", [{**ASK, "name": f"ask{n}"} for n in range(101)]),
    ],
)
def test_bad_commands_are_refused(code, commands):
    assert code in {problem.code for problem in check_commands(commands)}


def test_autocomplete_offers_at_most_25_short_choices():
    good = [{"name": f"Title {n}", "value": str(n)} for n in range(25)]
    assert check_choices({"choices": good}) == []
    assert check_choices({"choices": [*good, {"name": "26th", "value": "26"}]})
    assert check_choices({"choices": [{"name": "x" * 101, "value": "a"}]})
    assert check_choices({"choices": [{"name": "a", "value": "x" * 101}]})
    assert check_choices({})


def test_a_modal_has_a_short_title_and_one_to_five_fields():
    def modal(title="Follow up", fields=1):
        field = {"type": 4, "custom_id": "q", "style": 1}
        return {
            "title": title,
            "custom_id": "m",
            "components": [
                {"type": 18, "label": f"Field {n}", "component": {**field, "custom_id": f"q{n}"}}
                for n in range(fields)
            ],
        }

    assert check_modal(modal()) == []
    assert check_modal(modal(fields=5)) == []
    assert check_modal(modal(title="x" * 46))
    assert check_modal(modal(fields=6))
    assert check_modal(modal(fields=0))
    assert check_modal({**modal(), "components": [row({"type": 4, "custom_id": "q", "style": 1})]})


@pytest.mark.parametrize(
    ("written", "mentions", "links"),
    [
        ("see <@12> and @everyone", ["<@12>", "@everyone"], []),
        (r"see \<@12> and `@everyone`", [], []),
        ("```\n<@12> https://a.example\n```", [], []),
        (r"`not closed \` <@12>", ["<@12>"], []),
        ("``a ` b`` <#12>", ["<#12>"], []),
        (
            "[click](https://evil.example) or https://b.example/x",
            [],
            ["https://evil.example", "https://b.example/x"],
        ),
        (r"\[click](<https://evil.example>)", [], ["https://evil.example"]),
        (r"[click]\(https\://evil.example)", [], []),
        ("</ask:12>", ["</ask:12>"], []),
    ],
)
def test_markup_is_read_as_discord_reads_it(written, mentions, links):
    assert live_mentions(written) == mentions
    assert live_links(written) == links


_KEYS = st.sampled_from(
    "content embeds components flags attachments type custom_id url title fields name value options"
    " label style accessory allowed_mentions id".split()
)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(0, 20) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=20,
)


@pytest.mark.skipif(openapi.load() is None, reason="shared/discord/openapi.json is not at hand")
@given(st.dictionaries(_KEYS, _JSON, max_size=5))
def test_no_payload_is_too_strange_to_be_judged(payload):
    assert all(isinstance(reason, str) for reason in check_message_payload(payload))
