"""Which part of the product answers which kind of case, and the input fields that it knows."""

from collections.abc import Callable
from typing import Any

from tests.spec import answers_change, answers_disclosure, answers_figures, answers_series

Answer = Callable[[dict[str, Any]], Any]

PRODUCT: dict[tuple[str, str | None], tuple[Answer, set[str]]] = {
    (suite, kind): (answer, fields)
    for part in (answers_figures, answers_series, answers_change, answers_disclosure)
    for (suite, kind), (answer, fields) in part.ANSWERS.items()
}
