"""How many hostile files are expected to be refused with exactly one known finding each."""

from tests.integration.importing import (
    test_bad_figures,
    test_bad_plans,
    test_bad_records,
    test_carriers,
    test_statline,
    test_workbooks,
)

_PROMISED = 80


def test_there_are_at_least_eighty_hostile_files_each_with_its_exact_finding() -> None:
    cases = [
        *test_bad_records._CASES.values(),
        *test_bad_figures._CASES.values(),
        *test_bad_plans._CASES.values(),
        *test_carriers._CASES.values(),
        *test_statline._CASES.values(),
        *test_workbooks._CHANGES.values(),
        *test_workbooks._FILES.values(),
    ]
    expected = [case[-1] for case in cases]
    assert all(sentence.endswith((".", "?")) for sentence in expected)
    assert len({repr(case) for case in cases}) >= _PROMISED
    assert len(set(expected)) >= _PROMISED
