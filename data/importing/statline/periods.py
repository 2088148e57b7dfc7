"""The period of a StatLine row, as SQL: codes, labels with asterisks, and reference dates."""

_MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def period_code(text: str) -> str:
    """SQL: the period in our notation; NULL when it is none."""
    bare = f"lower(trim(replace({text}, '*', '')))"
    months = " ".join(
        f"WHEN regexp_full_match({bare}, '({month} [0-9]{{4}}|[0-9]{{4}} {month})') "
        f"THEN regexp_extract({bare}, '[0-9]{{4}}') || '-{number:02d}'"
        for number, month in enumerate(_MONTHS, start=1)
    )
    return f"""CASE
        WHEN regexp_full_match({bare}, '[0-9]{{4}}') THEN {bare}
        WHEN regexp_full_match({bare}, '[0-9]{{4}}jj00') THEN left({bare}, 4)
        WHEN regexp_full_match({bare}, '[0-9]{{4}}hj0[12]') THEN left({bare}, 4) || '-H' || right({bare}, 1)
        WHEN regexp_full_match({bare}, '[0-9]{{4}}kw0[1-4]') THEN left({bare}, 4) || '-Q' || right({bare}, 1)
        WHEN regexp_full_match({bare}, '[0-9]{{4}}mm(0[1-9]|1[0-2])')
            THEN left({bare}, 4) || '-' || right({bare}, 2)
        WHEN regexp_full_match({bare}, '([12]e halfjaar [0-9]{{4}}|[0-9]{{4}} [12]e halfjaar)')
            THEN regexp_extract({bare}, '[0-9]{{4}}') || '-H' || regexp_extract({bare}, '([12])e ', 1)
        WHEN regexp_full_match({bare}, '([1-4]e kwartaal [0-9]{{4}}|[0-9]{{4}} [1-4]e kwartaal)')
            THEN regexp_extract({bare}, '[0-9]{{4}}') || '-Q' || regexp_extract({bare}, '([1-4])e ', 1)
        WHEN {reference_date(text)} IS NOT NULL THEN CAST(year({reference_date(text)}) AS VARCHAR)
        {months}
    END"""


def reference_date(text: str) -> str:
    """SQL: the day of a reference date such as '1-1-2022', which stands for its year."""
    return (
        f"CASE WHEN regexp_full_match(trim({text}), '[0-9]{{1,2}}-[0-9]{{1,2}}-[0-9]{{4}}') "
        f"THEN CAST(try_strptime(trim({text}), '%d-%m-%Y') AS DATE) "
        f"WHEN regexp_full_match(trim({text}), '[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}') "
        f"THEN try_cast(trim({text}) AS DATE) END"
    )


def status(text: str) -> str:
    """SQL: one or two asterisks mean that CBS may still revise the figure."""
    return f"CASE WHEN contains({text}, '*') THEN 'voorlopig' ELSE 'definitief' END"
