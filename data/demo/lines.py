"""Turns fictional help into the text lines of a trajectory delivery, once while it runs and once ended."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from data.demo.histories import MUNICIPALITIES, Help
from data.demo.outcomes import Outcome, registered
from data.demo.profiles import FORMS, Profile
from data.demo.spans import Days, Numbers, Whole
from data.schema import AGE_GROUPS, fields, trajectory

HEADERS = [field.header for field in fields(trajectory).values()]

_KNOWN_AT_END = (
    "einddatum",
    "codelijst",
    "reden_beeindiging",
    "tevredenheid",
    "tevredenheid_schaal",
    "informant",
    "zonder_hulp_verder",
    "score_eind",
    "doelen_behaald",
    "gas",
    "uren_geleverd",
)
_CODE_BY_REASON = {  # in the order of the constants of outcomes; a reason that is unknown has no code
    "bij": ("01", "02", "03", "04", "05", ""),
    "ijw": ("31", "34", "32", "33", "35", ""),
    "iwmo": ("19", "23", "21", "22", "31", ""),
}
_ADMINISTRATIVE = ("36", "37", "38", "39")
_REFERRERS = (("01", "02", "03", "04", "05", "06"), ("01", "01", "01", "01", "02", "07"))
_REFERRER_SHARES = (0.36, 0.33, 0.06, 0.15, 0.07, 0.03)
_WITHOUT_HELP = ("ja", "deels", "nee", "onbekend", "")
_DOMAINS = ("jeugd", "wmo")
_GAS_REACHED, _GAS_MISSED = ("0", "1", "0", "2"), ("-1", "-2", "-1", "-1")


@dataclass(frozen=True)
class Partner:
    """A partner as its deliveries see it; `shares_pseudonyms` as in the plan."""

    code: str
    profile: Profile
    shares_pseudonyms: bool
    only_figures: bool


@dataclass(frozen=True)
class Lines:
    """Per row of help its line, without the delivery period: while it runs, and when it has ended."""

    running: Sequence[str]
    ended: Sequence[str]


def referrers(rng: np.random.Generator, rows: Help) -> Whole:
    """The position of a referrer for every row; its code depends on the domain."""
    return rng.choice(len(_REFERRER_SHARES), len(rows), p=_REFERRER_SHARES)


def referrer_code(domain: str, position: int) -> str:
    """The code of the referrer at that position, valid in the domain."""
    return _REFERRERS[_DOMAINS.index(domain)][position]


def lines(partners: Sequence[Partner], rows: Help, outcome: Outcome, referrer: Whole) -> Lines:
    """The lines of all rows, in the column order of the contract."""
    ended = {
        **_who_and_what(partners, rows, outcome, referrer),
        **_ending(partners, rows, outcome),
        **_satisfaction(partners, rows, outcome),
        **_goals(partners, rows, outcome),
        **_scores_and_hours(rows, outcome),
        **_package(partners, rows),
    }
    nothing = [""] * len(rows)
    running = {**ended, **dict.fromkeys(_KNOWN_AT_END, nothing)}
    return Lines(running=_joined(running), ended=_joined(ended))


def _joined(columns: Mapping[str, Sequence[str]]) -> list[str]:
    return [";".join(cells) for cells in zip(*(columns[name] for name in HEADERS[1:]), strict=True)]


def _who_and_what(
    partners: Sequence[Partner], rows: Help, outcome: Outcome, referrer: Whole
) -> dict[str, Sequence[str]]:
    domains = [_DOMAINS[wmo] for wmo in rows.is_wmo.astype(int).tolist()]
    owners = [partners[position] for position in rows.partner.tolist()]
    numbers = rows.client.tolist()
    return {
        "partner": [owner.code for owner in owners],
        "domein": domains,
        "traject": [f"T-{n:07d}-{s}" for n, s in zip(numbers, rows.sequence.tolist(), strict=True)],
        "client": [_pseudonym(owner, number) for owner, number in zip(owners, numbers, strict=True)],
        "hulpvorm": [FORMS[form][1] for form in rows.form.tolist()],
        "gemeente": [MUNICIPALITIES[position] for position in rows.municipality.tolist()],
        "verwijzer": [referrer_code(d, p) for d, p in zip(domains, referrer.tolist(), strict=True)],
        "leeftijdsgroep": [AGE_GROUPS[age] for age in rows.age.tolist()],
        "aanmelddatum": _dates(registered(rows, outcome)),
        "begindatum": _dates(rows.start),
    }


def _pseudonym(partner: Partner, number: int) -> str:
    return f"C-{number:07d}" if partner.shares_pseudonyms else f"{partner.code}-{number:07d}"


def _ending(partners: Sequence[Partner], rows: Help, outcome: Outcome) -> dict[str, Sequence[str]]:
    own = [partner.profile.code_list for partner in partners]
    lists = [
        "iwmo" if wmo else own[p] for wmo, p in zip(rows.is_wmo.tolist(), rows.partner.tolist(), strict=True)
    ]
    picked = zip(lists, outcome.reason.tolist(), outcome.admin.tolist(), strict=True)
    return {
        "einddatum": _dates(rows.end),
        "codelijst": lists,
        "reden_beeindiging": [_reason_code(*reason) for reason in picked],
    }


def _reason_code(code_list: str, reason: int, admin: int) -> str:
    codes = _CODE_BY_REASON[code_list]
    return codes[reason] if reason < len(codes) else _ADMINISTRATIVE[admin]


def _satisfaction(partners: Sequence[Partner], rows: Help, outcome: Outcome) -> dict[str, Sequence[str]]:
    scales = ["-".join(map(str, partner.profile.scale)) for partner in partners]
    answered = (~np.isnan(outcome.mark)).tolist()
    owners, wmo, parent = rows.partner.tolist(), rows.is_wmo.tolist(), outcome.by_parent.tolist()
    return {
        "tevredenheid": _numbers(outcome.mark),
        "tevredenheid_schaal": [scales[p] if a else "" for p, a in zip(owners, answered, strict=True)],
        "informant": [
            informant_code(w, p) if a else "" for w, p, a in zip(wmo, parent, answered, strict=True)
        ],
        "zonder_hulp_verder": [_WITHOUT_HELP[answer] for answer in outcome.without_help.tolist()],
    }


def informant_code(is_wmo: bool, by_other: bool) -> str:
    """Who answered: the client, or the one who cares for the client."""
    if is_wmo:
        return "mantelzorger" if by_other else "client"
    return "ouder" if by_other else "jeugdige"


def _goals(partners: Sequence[Partner], rows: Help, outcome: Outcome) -> dict[str, Sequence[str]]:
    uses_gas = np.array([partner.profile.uses_gas for partner in partners])[rows.partner]
    counted = ((outcome.goals_set >= 0) & ~uses_gas).tolist()
    scored = ((outcome.goals_set >= 0) & uses_gas).tolist()
    agreed, reached = outcome.goals_set.tolist(), outcome.goals_reached.tolist()
    return {
        "doelen_gesteld": [str(a) if c else "" for a, c in zip(agreed, counted, strict=True)],
        "doelen_behaald": [str(r) if c else "" for r, c in zip(reached, counted, strict=True)],
        "gas": [_gas(a, r) if s else "" for a, r, s in zip(agreed, reached, scored, strict=True)],
    }


def _gas(agreed: int, reached: int) -> str:
    return "|".join([*_GAS_REACHED[:reached], *_GAS_MISSED[: agreed - reached]])


def _scores_and_hours(rows: Help, outcome: Outcome) -> dict[str, Sequence[str]]:
    measured = (~np.isnan(outcome.score_start)).tolist()
    instruments = ["ZRM" if wmo else "SDQ" for wmo in rows.is_wmo.tolist()]
    return {
        "instrument": [name if m else "" for name, m in zip(instruments, measured, strict=True)],
        "score_begin": _numbers(outcome.score_start),
        "score_eind": _numbers(outcome.score_end),
        "uren_toegewezen": _numbers(outcome.granted),
        "uren_geleverd": _numbers(outcome.delivered),
    }


def _package(partners: Sequence[Partner], rows: Help) -> dict[str, Sequence[str]]:
    return {
        "hulppakket": [f"HP-{number:07d}" if number else "" for number in rows.package.tolist()],
        "evaluator": [partners[p].code if p >= 0 else "" for p in rows.evaluator.tolist()],
    }


def _dates(days: Days) -> list[str]:
    return ["" if day == "NaT" else day for day in np.datetime_as_string(days).tolist()]


def _numbers(values: Numbers) -> list[str]:
    return [number(value) for value in values.tolist()]


def number(value: float) -> str:
    """The number as a Dutch spreadsheet writes it; empty for NaN."""
    if value != value:
        return ""
    return f"{value:.0f}" if value == int(value) else f"{value:.4f}".rstrip("0").replace(".", ",")
