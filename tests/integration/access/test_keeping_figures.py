"""The administration of figures: rules for small groups, versions, and the plan before it is taken in."""

import io
import re
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from werkzeug.test import TestResponse

from access.administration import policy as policy_pages
from access.reader import EXTENSION as DOOR
from access.reader import Role
from data.pointers import current_version, point_to
from data.store import StoreUnavailable
from register.accounts import find_account
from register.audit import Event, entries
from register.policy_changes import policy_changes
from tests.builders import TODAY, ambition, publication, published
from tests.installation import PROJECT, manage
from tests.integration.access.conftest import ADDRESS, TOKEN, Browser, Office, office_in, prepared

YESTERDAY = datetime.combine(TODAY, datetime.min.time()) - timedelta(days=1)
PLAN = PROJECT / "data" / "samples" / "plan"


@pytest.fixture
def own(tmp_path: Path, quick_passwords: None) -> Office:
    """An installation that a test may change: two versions, of which partners already read the second."""
    home = prepared(tmp_path)
    rows = [ambition(reply_days=14), publication(version="000002", published_at=YESTERDAY)]
    published(home, rows, audiences=("steering", "partner-P01", "partner-P02"), version="000002")
    office = office_in(home)
    point_to(office.settings, "000001", ("current",))
    point_to(office.settings, "000002", ("partners",))
    return office


def proven(office: Office, role: Role) -> Browser:
    browser = office.browser()
    office.server.extensions[DOOR]._sessions.prove(office.begin_session(browser, office.name(role)))
    return browser


def told(office: Office, event: Event) -> list[tuple[int | None, str]]:
    return [(one.account, one.about) for one in entries(office.register, event=event)]


def decide(browser: Browser, **fields: str) -> TestResponse:
    return browser.send("/beheer/regels/wijzigen", fields, of="/beheer/regels/wijzigen")


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The commands that would be started beside the server."""
    commands: list[str] = []
    monkeypatch.setattr(policy_pages, "begin", lambda _settings, *words: commands.extend(words))
    return commands


def test_a_stricter_rule_closes_what_shows_too_much_at_once_and_makes_it_again(
    own: Office, begun: list[str]
) -> None:
    keeper, reader = proven(own, Role.ADMINISTRATOR), own.signed_in(Role.STEERING)
    assert ";104;" in reader.get("/csv/verloop?indicator=uitval").text
    assert "van 10 naar 15 cliënten?" in decide(keeper, least="15", reason="").text
    assert begun == []  # asked first
    assert decide(keeper, least="15", reason="", sure="1").status_code == 303
    assert begun == ["republish"]
    shown = reader.ask("/").get_data(as_text=True)
    assert "Minder" not in shown
    assert reader.get("/csv/verloop?indicator=uitval").status_code != 200
    me = find_account(own.register, "administrator").id
    assert told(own, Event.POLICY_CHANGED) == [(me, "kleinste groep van 10 naar 15")]
    page = keeper.get("/beheer/regels").text
    assert "tonen meer dan mag en zijn dicht: 000001" in page
    assert keeper.send("/beheer/regels/opnieuw", {}, of="/beheer/regels").status_code == 303


def test_a_looser_rule_needs_a_written_reason_and_never_goes_below_the_setting(
    own: Office, begun: list[str]
) -> None:
    keeper = proven(own, Role.ADMINISTRATOR)
    decide(keeper, least="20", reason="", sure="1")
    for fields in (
        {"least": "12", "reason": ""},
        {"least": "12", "reason": "omdat het kan"},
        {"least": "9", "reason": "een lange reden die toch niet mag"},
        {"least": "20", "reason": "niets verandert er door dit besluit"},
        {"least": "x", "reason": ""},
        {"least": "٣", "reason": ""},
        {"least": "99999", "reason": ""},
    ):
        assert decide(keeper, sure="1", **fields).status_code == 400, fields
    reason = "De raad vroeg om cijfers per kern, de FG is akkoord."
    assert decide(keeper, least="12", reason=reason, sure="1").status_code == 303
    assert [(one.least_clients, one.reason) for one in policy_changes(own.register)] == [
        (12, reason),
        (20, ""),
    ]
    assert begun == ["republish"]  # only for the stricter one
    assert reason in keeper.get("/beheer/regels").text
    assert reason not in str(told(own, Event.POLICY_CHANGED))


def test_a_decision_that_cannot_be_read_closes_the_figures(own: Office) -> None:
    (own.settings.home / "policy.toml").write_text("min_clients = 'x'")
    told = proven(own, Role.ADMINISTRATOR).get("/beheer/regels")
    assert told.status_code == 503
    assert "policy.toml is onleesbaar" in told.text
    assert own.signed_in(Role.STEERING).get("/csv/verloop?indicator=uitval").status_code == 503
    assert office_in(own.settings.home).signed_in(Role.STEERING).ask("/").status_code == 200  # which says so
    assert ";104;" not in own.signed_in(Role.STEERING).get("/csv/verloop?indicator=uitval").get_data(
        as_text=True
    )


def test_the_word_of_the_data_officer_releases_a_version_once(own: Office) -> None:
    officer = proven(own, Role.DATA_OFFICER)
    page = officer.get("/beheer/versies").text
    assert "Versie 000002 lezen alleen partners nog" in page
    place = "/beheer/versies/vrijgeven"
    assert "Vrijgeven kan eerder" in officer.get(place).text
    stale = officer.send(place, {"version": "000001"}, of=place)
    assert stale.status_code == 409  # published anew since the page was opened
    assert current_version(own.settings) == "000001"
    other_tab = officer.get(place)
    assert officer.send(place, {"version": "000002"}, of=place).status_code == 303
    assert current_version(own.settings) == "000002"
    token = TOKEN.search(other_tab.text)
    assert token
    again = officer.post(
        place,
        data={"csrf_token": token[1], "version": "000002"},
        headers={"Origin": ADDRESS, "Referer": f"{ADDRESS}{place}"},
    )
    assert again.status_code == 404
    me = find_account(own.register, "data_officer").id
    assert told(own, Event.RELEASED) == [(me, "000002")]


def test_the_data_officer_sees_what_a_version_holds_and_goes_back_to_it(own: Office) -> None:
    officer = proven(own, Role.DATA_OFFICER)
    assert "<dt>Cijfers</dt>" in officer.get("/beheer/versies/000001").text
    assert officer.get("/beheer/versies/000009").status_code == 404
    assert officer.get("/beheer/versies/..%2f000001").status_code == 404
    place = "/beheer/versies/000001/terug"
    assert "Niets wijzigen" in officer.get(place).text
    assert officer.send(place, {}, of=place).status_code == 303
    assert current_version(own.settings, "partners") == "000001"
    assert told(own, Event.ROLLED_BACK)[0][1] == "000001"


def test_nobody_goes_back_to_a_version_that_shows_too_much(own: Office, begun: list[str]) -> None:
    decide(proven(own, Role.ADMINISTRATOR), least="30", reason="", sure="1")
    officer = proven(own, Role.DATA_OFFICER)
    assert "kan niet worden getoond" in officer.get("/beheer/versies/000001").text
    place = "/beheer/versies/000001/terug"
    assert officer.send(place, {}, of=place).status_code == 409
    assert told(own, Event.ROLLED_BACK) == []


def test_readers_do_not_move_to_another_version_without_an_entry_in_the_record(
    own: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise StoreUnavailable("De gegevens zijn niet te schrijven.")

    officer, place = proven(own, Role.DATA_OFFICER), "/beheer/versies/vrijgeven"
    with monkeypatch.context() as patch:
        patch.setattr("register.audit.record_in", broken)
        assert officer.send(place, {"version": "000002"}, of=place).status_code == 503
    assert current_version(own.settings) == "000001"
    with monkeypatch.context() as patch:
        patch.setattr("access.administration.versions.release", broken)
        assert officer.send(place, {"version": "000002"}, of=place).status_code == 503
    assert told(own, Event.RELEASED) == []


def send_plan(browser: Browser, files: list[Path], names: list[str] | None = None) -> TestResponse:
    token = TOKEN.search(browser.get("/beheer/plan").text)
    assert token
    named = zip(files, names or [path.name for path in files], strict=True)
    return browser.post(
        "/beheer/plan",
        data={
            "csrf_token": token[1],
            "plan": [(io.BytesIO(path.read_bytes()), name) for path, name in named],
        },
        headers={"Origin": ADDRESS, "Referer": f"{ADDRESS}/beheer/plan"},
        content_type="multipart/form-data",
    )


def waits(officer: Browser) -> dict[str, str]:
    """What the form holds that takes in the plan as this officer saw it."""
    found = re.search(r'name="sending" value="([0-9a-f]+)"', officer.get("/beheer/plan/overnemen").text)
    assert found
    return {"sending": found[1]}


@pytest.fixture
def changed_plan(tmp_path: Path) -> list[Path]:
    """The plan of the samples, with one goal named otherwise and one milestone left out."""
    folder = shutil.copytree(PLAN, tmp_path / "plan")
    goals = folder / "doelen.csv"
    lines = goals.read_text("utf-8-sig").splitlines()
    goals.write_text(
        "\n".join([lines[0], lines[1].replace("Netwerk versterken", "Sociale kring", 1), *lines[2:]]), "utf-8"
    )
    stones = folder / "mijlpalen.csv"
    stones.write_text("\n".join(stones.read_text("utf-8-sig").splitlines()[:-1]), "utf-8")
    return sorted(folder.glob("*.csv"))


def test_a_new_plan_is_compared_first_and_taken_in_at_the_word(own: Office, changed_plan: list[Path]) -> None:
    manage("import", str(PLAN), home=own.settings.home)
    officer = proven(own, Role.DATA_OFFICER)
    page = send_plan(officer, changed_plan)
    assert page.status_code == 200
    assert "<h3>doelen</h3>" in page.text
    assert "Sociale kring" in page.text
    assert "gaat eruit" in page.text
    assert "<h3>partners</h3>" not in page.text
    assert officer.get("/beheer/plan").text.count("Sociale kring") == page.text.count("Sociale kring")
    place = "/beheer/plan/overnemen"
    assert "mijlpalen: 0 erbij, 1 eruit, 0 anders" in officer.get(place).text
    assert officer.send(place, waits(officer), of=place).headers["Location"] == "/beheer/plan?klaar=1"
    me = find_account(own.register, "data_officer").id
    assert (me, "plan overgenomen in beheer") in told(own, Event.DELIVERED)
    assert "verandert niets" in manage("planverschil", *map(str, changed_plan), home=own.settings.home)
    assert officer.get(place).status_code == 404  # nothing waits any more


def test_nobody_takes_in_a_plan_that_somebody_else_sent_a_moment_later(
    own: Office, changed_plan: list[Path]
) -> None:
    manage("import", str(PLAN), home=own.settings.home)
    officer, place = proven(own, Role.DATA_OFFICER), "/beheer/plan/overnemen"
    send_plan(officer, changed_plan)
    seen = waits(officer)
    goals = next(path for path in changed_plan if path.name == "doelen.csv")
    goals.write_text(goals.read_text("utf-8").replace("Sociale kring", "Iets anders"), "utf-8")
    send_plan(officer, changed_plan)
    answer = officer.send(place, seen, of=place)
    assert answer.status_code == 409
    assert "Er is net een ander plan gestuurd" in answer.text
    assert "Iets anders" in answer.text
    assert [one for one in told(own, Event.DELIVERED) if one[0] is not None] == []
    assert officer.send("/beheer/plan/weg", {}, of="/beheer/plan").status_code == 303
    assert not (own.settings.home / "plan-in-wacht").exists()


def test_what_is_no_plan_is_refused_and_leaves_nothing(own: Office, changed_plan: list[Path]) -> None:
    officer = proven(own, Role.DATA_OFFICER)
    goals = [path for path in changed_plan if path.name == "doelen.csv"]
    for names in (["doelen.exe"], ["=cmd.csv"], ["plan.xlsx"], ["../../doelen.csv.sh"]):
        answer = send_plan(officer, goals, names)
        assert answer.status_code in {200, 400}, names
        assert 'href="/beheer/plan/overnemen"' not in answer.text
    assert send_plan(officer, [*goals, *goals]).status_code == 400
    refused = send_plan(officer, goals)  # one sheet of many
    assert "Dit plan kan niet worden overgenomen" in refused.text
    assert officer.send("/beheer/plan/overnemen", {}, of="/beheer/plan").status_code == 404
    assert officer.send("/beheer/plan/weg", {}, of="/beheer/plan").status_code == 303
    assert [path.name for path in own.settings.home.iterdir() if "wacht" in path.name] == []


def test_a_plan_beyond_the_limit_is_refused(own: Office) -> None:
    officer = proven(own, Role.DATA_OFFICER)
    answer = officer.post(
        "/beheer/plan",
        data=b"--x" + b"y" * (9 * 1024 * 1024),
        headers={"Origin": ADDRESS},
        content_type="multipart/form-data; boundary=x",
    )
    assert answer.status_code == 413


def test_in_a_demonstration_the_administration_can_only_be_looked_at(tmp_path: Path) -> None:
    from app import create_app
    from settings import Settings

    home = prepared(tmp_path)
    client = create_app(Settings(home=home, today=TODAY, key_file=home / "client.key")).server.test_client()
    for role, places in (
        ("administrator", ("accounts", "sleutels", "regels", "instellingen", "logboek")),
        ("data_officer", ("plan", "versies", "versies/000001")),
    ):
        token = TOKEN.search(client.get("/kijken-als").text)
        assert token
        client.post("/kijken-als", data={"csrf_token": token[1], "reader": role})
        for place in ("", *(f"/{one}" for one in places)):
            page = client.get(f"/beheer{place}")
            assert page.status_code == 200, place
            assert "kijkt u alleen" in page.text
            assert '<form method="post"' not in page.text
        for place in ("accounts/nieuw", "regels/wijzigen", "versies/vrijgeven", "plan/overnemen"):
            assert client.get(f"/beheer/{place}").status_code == 403
            assert client.post(f"/beheer/{place}", data={"csrf_token": token[1]}).status_code in {400, 403}
