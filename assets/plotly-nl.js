/* Dutch names of days and months for Plotly, whichever bundle is loaded after this file. */
(function () {
  const locale = {
    moduleType: "locale",
    name: "nl",
    dictionary: {
      "Autoscale": "Alles tonen",
      "Double-click to zoom back out": "Dubbelklik om weer alles te zien",
      "Download plot as a PNG": "Bewaar als afbeelding",
      "Reset axes": "Beginstand",
      "Zoom": "Inzoomen",
      "Zoom in": "Inzoomen",
      "Zoom out": "Uitzoomen",
    },
    format: {
      days: ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"],
      shortDays: ["zo", "ma", "di", "wo", "do", "vr", "za"],
      months: [
        "januari", "februari", "maart", "april", "mei", "juni",
        "juli", "augustus", "september", "oktober", "november", "december",
      ],
      shortMonths: ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
      date: "%d-%m-%Y",
      decimal: ",",
      thousands: ".",
      year: "%Y",
      month: "%b %Y",
      dayMonth: "%-d %b",
      dayMonthYear: "%-d %b %Y",
    },
  };
  if (window.Plotly) {
    window.Plotly.register(locale);
  } else {
    (window.PlotlyLocales = window.PlotlyLocales || []).push(locale);
  }
})();
