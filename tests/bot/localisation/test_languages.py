"""Which language suits a reader."""

import pytest

from bot.localisation.languages import LANGUAGES, closest, language_of_environment


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("en-US", "en"),
        ("en-GB", "en"),
        ("de", "de"),
        ("es-ES", "es"),
        ("es-419", "es"),
        ("pt-BR", "pt-BR"),
        ("pt_PT.UTF-8", "pt-BR"),
        ("zh-CN", "zh-CN"),
        ("zh-TW", "zh-CN"),
        ("fr_CA@euro", "fr"),
        ("DE_at", "de"),
        ("sv-SE", None),
        ("", None),
    ],
)
def test_the_closest_language_is_taken(tag, language):
    assert closest(tag) == language


def test_every_language_is_closest_to_itself():
    assert [closest(language) for language in LANGUAGES] == list(LANGUAGES)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "fr_FR", "LC_ALL": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "sv:ja:fr"}, "ja"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "sv:nb"}, "de"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": ""}, "de"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "de"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "sv_SE.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
    ],
)
def test_the_environment_is_read_as_gettext_reads_it(environment, language):
    assert language_of_environment(environment) == language
