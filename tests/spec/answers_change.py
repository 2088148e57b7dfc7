"""Answers on the change of clients: reliable change, cut-offs, goal attainment."""

from typing import Any

from domain.change import (
    CutOff,
    Norm,
    UnusableGoals,
    UnusableInstrument,
    classify_change,
    count_changes,
    count_recoveries,
    cut_off,
    difference_error,
    goal_attainment,
    measurement_error,
    minimal_reliable_change,
    norm_of,
    reliable_change_index,
)
from tests.spec.answers_figures import DIRECTIONS


def reliable_change(inputs: dict[str, Any]) -> dict[str, Any]:
    sd, reliability = inputs["sd"], inputs["reliability"]
    try:
        index = reliable_change_index(inputs["pre"], inputs["post"], sd=sd, reliability=reliability)
    except UnusableInstrument:
        return {"rci": None, "error": True}
    return {
        "rci": index,
        "s_diff": difference_error(sd, reliability),
        "se_measurement": measurement_error(sd, reliability),
        "class": classify_change(index, DIRECTIONS[inputs["direction"]]),
        "error": False,
    }


def smallest_change(inputs: dict[str, Any]) -> dict[str, Any]:
    change = minimal_reliable_change(inputs["sd"], inputs["reliability"], inputs["confidence"])
    return {"minimal_reliable_change": change}


def change_class(inputs: dict[str, Any]) -> dict[str, Any]:
    return {
        name: classify_change(inputs["rci"], DIRECTIONS[name])
        for name in ("higher_is_better", "lower_is_better")
    }


def change_cut_off(inputs: dict[str, Any]) -> dict[str, Any]:
    clinical, functional = (
        Norm(inputs[f"mean_{group}"], inputs[f"sd_{group}"]) for group in ("clinical", "functional")
    )
    border = cut_off(CutOff(inputs["type"]), clinical, functional, DIRECTIONS[inputs["direction"]])
    return {"cutoff": border}


def group_change(inputs: dict[str, Any]) -> dict[str, Any]:
    sd = norm_of(inputs["pre"]).sd if inputs["sd"] == "from_pre" else inputs["sd"]
    counts = count_changes(
        inputs["pre"],
        inputs["post"],
        sd=sd,
        reliability=inputs["reliability"],
        direction=DIRECTIONS[inputs["direction"]],
    )
    return {
        "n": counts.assessed,
        "sd_pre": sd,
        "s_diff": difference_error(sd, inputs["reliability"]),
        "improved": counts.improved,
        "unchanged": counts.unchanged,
        "deteriorated": counts.deteriorated,
    }


def group_recovery(inputs: dict[str, Any]) -> dict[str, Any]:
    direction, clinical = DIRECTIONS[inputs["direction"]], norm_of(inputs["pre"])
    functional = Norm(inputs["mean_functional"], inputs["sd_functional"])
    border = cut_off(CutOff(inputs["cutoff_type"]), clinical, functional, direction)
    counts = count_recoveries(
        inputs["pre"],
        inputs["post"],
        sd=clinical.sd,
        reliability=inputs["reliability"],
        direction=direction,
        border=border,
    )
    return {"cutoff": border, **vars(counts)}


def goals(inputs: dict[str, Any]) -> dict[str, Any]:
    try:
        score = goal_attainment(inputs["scores"], inputs["weights"], correlation=inputs["rho"])
    except UnusableGoals:
        return {"t": None, "error": True}
    return {"t": score, "error": False}


SUITE = "rci_gas"
ANSWERS = {
    (SUITE, "rci"): (reliable_change, {"kind", "pre", "post", "sd", "reliability", "direction"}),
    (SUITE, "rci_criterion"): (smallest_change, {"kind", "sd", "reliability", "confidence"}),
    (SUITE, "rci_class"): (change_class, {"kind", "rci"}),
    (SUITE, "csc_cutoff"): (
        change_cut_off,
        {
            "kind",
            "type",
            "mean_clinical",
            "sd_clinical",
            "mean_functional",
            "sd_functional",
            "direction",
        },
    ),
    (SUITE, "rci_group"): (group_change, {"kind", "pre", "post", "reliability", "sd", "direction"}),
    (SUITE, "clinically_significant_group"): (
        group_recovery,
        {
            "kind",
            "pre",
            "post",
            "reliability",
            "cutoff_type",
            "mean_functional",
            "sd_functional",
            "direction",
        },
    ),
    (SUITE, "gas_t"): (goals, {"kind", "scores", "weights", "rho"}),
}
