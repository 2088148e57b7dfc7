"""The national code lists say what the field says, each code once."""

from collections import Counter

from data.codelists import CodeLabel, end_reason_meaning, labels, national_labels
from data.schema import AGE_GROUPS


def test_a_code_stands_once_in_its_list_and_domain() -> None:
    counted = Counter(label.identity for label in national_labels())
    assert [identity for identity, times in counted.items() if times > 1] == []


def test_code_31_means_two_things() -> None:
    meaning = {(code_list, domain, code): means for code_list, domain, code, means in end_reason_meaning()}
    assert meaning["ijw", "jeugd", "31"] == "volgens_plan"
    assert meaning["iwmo", "wmo", "31"] == "omstandigheden"


def test_the_reasons_of_the_national_jeugd_list_are_the_five_of_the_field() -> None:
    bij = [means for code_list, _, _, means in end_reason_meaning() if code_list == "bij"]
    assert bij == ["volgens_plan", "in_overeenstemming", "client", "aanbieder", "omstandigheden"]


def test_what_ends_for_administration_is_no_dropout() -> None:
    administrative = {
        (code_list, code) for code_list, _, code, means in end_reason_meaning() if means == "administratief"
    }
    codes = ("20", "36", "37", "38", "39")
    assert administrative == {(code_list, code) for code_list in ("ijw", "iwmo") for code in codes}


def test_the_age_groups_are_those_of_the_contract() -> None:
    assert tuple(label.code for label in national_labels() if label.list == "leeftijdsgroep") == AGE_GROUPS


def test_a_plan_renames_a_code_and_adds_its_own() -> None:
    own = [
        CodeLabel("hulpvorm", "01", "Buurtteam Noord", domain="jeugd"),
        CodeLabel("kleur", "r", "Rood"),
    ]
    merged = {label.identity: label.label for label in labels(own)}
    assert merged["hulpvorm", "jeugd", None, "01"] == "Buurtteam Noord"
    assert merged["hulpvorm", "wmo", None, "01"] == "Hulp bij het huishouden"
    assert merged["kleur", None, None, "r"] == "Rood"
