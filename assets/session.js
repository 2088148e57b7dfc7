/* A session that is over answers 401: load the page again, so that its reader is led to the door and back. */
(function () {
  "use strict";

  const ask = window.fetch.bind(window);
  window.fetch = async function (...asked) {
    const answer = await ask(...asked);
    if (answer.status === 401 && answer.url.startsWith(`${window.location.origin}/_dash`)) window.location.reload();
    return answer;
  };
})();
