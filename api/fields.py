"""What each field of an answer means, as the description says it; a field without one is an error."""

MEANINGS = {
    "ambition": "Code van de ambitie.",
    "baseline": "Nulwaarde, in de eenheid van de indicator.",
    "baseline_year": "Jaar van de nulmeting.",
    "clients": "Unieke cliënten; null als het cijfer verborgen is of niet over cliënten gaat.",
    "code": "Code, zoals in het plan.",
    "computation": "De ingebouwde berekening, of cijfers als de waarde wordt aangeleverd.",
    "context": "Wat er over de cliënten van deze partner te weten is.",
    "context_en": "Hetzelfde in het Engels.",
    "cut_off": "Vanaf welke score het voldoende is.",
    "decimals": "Decimalen op het scherm.",
    "definition": "Wat wel en niet meetelt.",
    "definition_en": "Hetzelfde in het Engels.",
    "definition_version": "Versie van de definitie; een nieuwe versie is een breuk in de reeks.",
    "denominator": "Noemer; null als het cijfer verborgen is of geen noemer heeft.",
    "direction": "Wat beter is: hoger, lager of geen.",
    "domain": "jeugd of wmo; null als het voor beide geldt.",
    "hidden_since": (
        "Sinds welke dag een verborgen cijfer verborgen is, als lezers het eerder wel zagen; anders null."
    ),
    "indicator": "Code van de indicator.",
    "kind": "Soort resultaat: inhoudelijk, proces of overig.",
    "level": "bevolking: alle inwoners; partner: cliënten van partners.",
    "lower": (
        "Ondergrens van het interval van 95 %, in dezelfde eenheid als value; null als er geen interval is."
    ),
    "movement": (
        "Waar de reeks heen gaat: improving, worsening, higher, lower, no_change, too_few of suppressed."
        " Alleen bij het nieuwste cijfer van een reeks; anders null."
    ),
    "n": "Aantal waarnemingen achter een gemiddelde of mediaan.",
    "name": "Naam; van een partner alleen als is afgesproken dat die bij cijfers staat.",
    "name_en": "Naam in het Engels.",
    "numerator": "Teller; null als het cijfer verborgen is of geen teller heeft.",
    "outcome_criterion": "Het uitkomstcriterium waar de indicator bij hoort.",
    "partner": "Code van de partner; null voor alle partners samen en voor de bevolking.",
    "partners": "Hoeveel partners samen, van wie het cijfer niet apart te zien is.",
    "path": (
        "Het cijfer naast het pad naar het doel: reached, on_path, behind, undecided, not_measured, "
        "no_target of suppressed."
    ),
    "period": "Periode: 2025, 2025-H1, 2025-Q3, 2025-09 of 2023/2026.",
    "period_end": "Laatste dag van de periode.",
    "period_kind": "Soort periode: month, quarter, half_year, year of horizon.",
    "period_start": "Eerste dag van de periode.",
    "position": "Volgnummer binnen de ambitie.",
    "provisional": "Het cijfer is voorlopig en kan nog veranderen.",
    "question": "De vraag over kwaliteit waarop de indicator antwoord geeft.",
    "question_en": "Hetzelfde in het Engels.",
    "scale": "Schaal van de score, zoals 1-10.",
    "sd": "Standaardafwijking bij een gemiddelde.",
    "sector": "Sector van de partner.",
    "small": "Klein aantal: het cijfer gaat over minder dan 30 cliënten.",
    "split": "Waarnaar is uitgesplitst; null voor het totaal.",
    "split_value": "Code binnen de uitsplitsing; null voor het totaal.",
    "status": (
        "Het cijfer naast de norm aan het eind van de periode: met, not_met, undecided, not_measured, "
        "not_agreed, suppressed of no_criterion."
    ),
    "strong": "Of met of not_met ook bij 99,8 % zekerheid geldt.",
    "suppressed": "Het cijfer is verborgen omdat de groep klein is; teller, noemer en waarde zijn dan null.",
    "svd": (
        "Het dichtstbijzijnde aandeel voorbij de norm dat met dit aantal te zien zou zijn; alleen bij "
        "aandelen met een norm."
    ),
    "target": "Streefwaarde, in de eenheid van de indicator.",
    "target_year": "Jaar van de streefwaarde.",
    "text": "Het doel in een zin.",
    "text_en": "Hetzelfde in het Engels.",
    "unit": "Eenheid; bij procent is een waarde een aandeel van 0 tot en met 1.",
    "upper": "Bovengrens van het interval van 95 %.",
    "value": "De waarde; een percentage is een aandeel van 0 tot en met 1. Null als het cijfer verborgen is.",
    "window_months": "Hoeveel maanden er na het einde wordt gevolgd.",
}
