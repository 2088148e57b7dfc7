"""The methods give the answers of the worked cases: every case of every file, one test each."""

import pytest

from tests.spec.answers import PRODUCT
from tests.spec.case import Case, all_cases, differences, folder, input_fields


def test_there_are_worked_cases() -> None:
    assert any(all_cases()), f"no cases in {folder()}"


@pytest.mark.parametrize("case", list(all_cases()), ids=str)
def test_the_product_answers_as_the_worked_case_says(case: Case) -> None:
    assert (case.suite, case.kind) in PRODUCT, f"unknown suite or kind: {case.suite}, {case.kind}"
    answer, known_fields = PRODUCT[case.suite, case.kind]
    assert input_fields(case.inputs) <= known_fields
    assert differences(case.expected, answer(case.inputs), case.tolerance) == []
