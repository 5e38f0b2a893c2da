from retrieval.text.windows import windows


def test_windows_stay_inside_their_context_and_carry_the_title():
    assert windows(["a", "b", "c", "d"], [0, 0, 0, 3], "T") == ["a b T", "a b c T", "b c T", "d T"]
