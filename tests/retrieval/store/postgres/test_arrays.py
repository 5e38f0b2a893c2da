"""Arrays as bytes."""

from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from retrieval.store.postgres.arrays import pack, unpack

ARRAYS = arrays.arrays(
    st.sampled_from([np.int8, np.int32, np.int64, np.float32, np.bool_]),
    arrays.array_shapes(min_dims=1, max_dims=2, min_side=0, max_side=4),
)


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.text(), ARRAYS, max_size=3))
def test_what_was_packed_comes_out_again(made):
    found = unpack(pack(made))
    assert list(found) == list(made)
    for name, rows in made.items():
        assert (found[name].dtype, found[name].shape) == (rows.dtype, rows.shape)
        assert found[name].tobytes() == rows.tobytes()


@given(st.binary(max_size=60))
def test_other_bytes_are_a_value_error_or_arrays(data):
    with suppress(ValueError):
        assert all(isinstance(one, np.ndarray) for one in unpack(data).values())


@pytest.mark.parametrize("cut", [1, 5, 40])
def test_bytes_that_are_cut_short_are_a_value_error(cut):
    with pytest.raises(ValueError, match=r"buffer|delimiter|Unterminated|bytes|Expecting"):
        unpack(pack({"rows": np.arange(9)})[:-cut])
