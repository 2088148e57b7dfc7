"""The goals of one ambition as cards, and the ambitions about all inhabitants beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from components.descriptions.goal import goals_lede
from components.descriptions.judgement import told_path
from components.goal_card import Contact, condition_rows, goal_cards
from components.goal_card import Goal as GoalCard
from pages._messages import moved_of, verdicts
from pages._plan import Plan
from pages._rows import marks, path, reading, steps
from pages._series import Series
from pages._told import Told
from pages._visit import Visit
from queries.goals import Goal

_SUBSTANTIVE = "inhoudelijk"


@dataclass(frozen=True)
class Ambition:
    """One ambition with its goals and what is known of each."""

    visit: Visit
    plan: Plan
    goals: Sequence[Goal]
    courses: dict[str, Series]

    @property
    def text(self) -> str:
        return self.goals[0].ambition_text

    @property
    def label(self) -> str:
        """Its name and horizon."""
        first = self.goals[0]
        return self.visit.say(
            "page_overview.horizon",
            name=first.ambition_name,
            first=first.starts_on.year,
            last=first.ends_on.year,
        )

    @property
    def lede(self) -> str:
        """How many of its goals are on path, behind, or cannot be told about."""
        paths = [
            told_path(self.courses[goal.indicator].point, has_target=goal.target is not None)
            for goal in self.goals
        ]
        return goals_lede(paths, self.visit.language)

    @property
    def is_population(self) -> bool:
        """Whether all of it is about all inhabitants instead of partners' clients."""
        return all(self.plan.indicators[goal.indicator].is_population for goal in self.goals)

    def cards(self, heading: int) -> list[Component]:
        """The substantive goals large, the others as conditions below them."""
        large = [self._card(goal) for goal in self.goals if goal.kind == _SUBSTANTIVE]
        small = [self._card(goal) for goal in self.goals if goal.kind != _SUBSTANTIVE]
        parts: list[Component] = []
        if large:
            name = self.visit.say("page_overview.goals", name=self.goals[0].ambition_name)
            parts.append(goal_cards(large, name=name, heading=heading))
        if small:
            level = html.H2 if heading == 2 else html.H3
            lede = html.P(self.visit.say("page_overview.conditions_lede"), className="label")
            parts += [level(self.visit.say("page_overview.conditions"), className="conditions-title"), lede]
            parts.append(condition_rows(small, language=self.visit.language))
        return parts

    def _card(self, goal: Goal) -> GoalCard:
        visit, plan = self.visit, self.plan
        indicator, course = plan.indicators[goal.indicator], self.courses[goal.indicator]
        contact, told = plan.contact(goal=goal.code), Told(visit, plan, indicator, course, None)
        fallback = visit.view.period or str(visit.publication.today.year)
        return GoalCard(
            position=goal.position,
            name=goal.name,
            href=visit.href(f"/indicatoren/{indicator.code}"),
            reading=reading(indicator, visit.language),
            sentence=indicator.sentence,
            period=course.current.period if course.current else fallback,
            points=course.points,
            moved=moved_of(told),
            criterion=steps(plan.criteria, indicator.code),
            path=path(goal, plan.milestones),
            marks=marks(plan.breaks, (), indicator.code),
            contact=Contact(contact.role, contact.address) if contact else None,
            verdicts=verdicts(told) if goal.kind == _SUBSTANTIVE else None,
        )


def ambition_section(ambition: Ambition) -> Component:
    """One ambition under its own sentence."""
    head = html.Div(
        [
            html.P(ambition.label, className="label"),
            html.H2(ambition.text),
            html.P(ambition.lede, className="label"),
        ]
    )
    return html.Section([head, *ambition.cards(3)], className="section ambition")


def population_section(ambitions: Sequence[Ambition]) -> Component:
    """What is about all inhabitants, apart from the partners' goals: the ambitions side by side."""
    visit = ambitions[0].visit
    title = html.H2(visit.say("page_overview.population"))
    lede = html.P(visit.say("page_overview.population_lede"), className="label")
    columns = [
        html.Div(
            [
                html.Div(
                    [html.P(one.label, className="label"), html.H3(one.text)], className="ambition-head"
                ),
                *one.cards(4),
            ],
            className=f"ambition-part goals-{min(len(one.goals), 6)}",
        )
        for one in ambitions
    ]
    return html.Section(
        [title, lede, html.Div(columns, className="ambitions")], className="section population"
    )
