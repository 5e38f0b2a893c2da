"""``verbatim doctor`` for whoever uses the terminal alone."""


def test_without_any_setting_of_discord_all_is_well(in_process):
    code, out, _ = in_process("doctor")
    assert code == 0
    assert "· token: VERBATIM_DISCORD_TOKEN is not set, which only a bot on Discord needs" in out


def test_where_a_bot_is_meant_its_token_is_missing(in_process, monkeypatch):
    monkeypatch.setenv("VERBATIM_SERVERS", "1101")
    code, out, _ = in_process("doctor")
    assert code == 1
    assert "✗ token: VERBATIM_DISCORD_TOKEN is not set\n" in out
