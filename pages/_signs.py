"""The three messages about one indicator as signs beside each other, each with the sentence behind it."""

from typing import NamedTuple

from dash import html

from components.descriptions.judgement import criterion_sentence, path_sentence, told_path, told_status
from components.status import movement_mark, path_mark, status_mark
from pages._messages import moved_of
from pages._told import Told


class Signs(NamedTuple):
    """In the order in which they are always told."""

    criterion: html.Span
    movement: html.Span
    path: html.Span


def signs_of(told: Told) -> Signs:
    """Small signs, for a line below a chart or the cells of a table."""
    language, point, agreed, words = told.visit.language, told.point, told.agreed, told.words
    moved = moved_of(told)
    beside = criterion_sentence(point, agreed.criterion, words)
    way = path_sentence(point, asked=agreed.asked, path=agreed.path, reading=words)
    on_path = told_path(point, has_target=agreed.has_target)
    return Signs(
        status_mark(told_status(point), language, small=True, title=beside),
        movement_mark(moved.movement, language, small=True, title=moved.sentence(words)),
        path_mark(on_path, language, small=True, title=way),
    )
