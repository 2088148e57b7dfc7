"""Many readers at once while figures are published: nobody gets an error, or an answer of two versions."""

import pytest

from tests.integration.load.conftest import Serving, publishing
from tests.integration.load.reading import read_together


@pytest.mark.parametrize(
    ("readers", "seconds"),
    [(50, 10), pytest.param(200, 60, marks=pytest.mark.exhaustive)],
    ids=["fifty-for-ten-seconds", "two-hundred-for-a-minute"],
)
def test_many_readers_at_once_get_whole_answers_while_a_publication_runs(
    serving: Serving, readers: int, seconds: float
) -> None:
    with publishing(serving.settings) as made:
        reading = read_together(serving.port, readers=readers, seconds=seconds, token=serving.token)
    print(f"{readers} readers, {seconds} s: {reading.told()}; {len(made)} publications")  # noqa: T201
    assert reading.failures == []
    assert reading.answers > readers
    assert made
    assert reading.counted
    assert reading.versions <= {"000001", *(version for version, _ in made)}
    assert reading.counted - set(made) - {("000001", 60)} == set()
