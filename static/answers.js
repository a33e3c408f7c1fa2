// Functions for answers that the server may send late.

// Returns a function that calls `ask`, but returns nothing if it was called again before the answer came.
export function latest(ask) {
  let turns = 0;
  return async (...what) => {
    const turn = ++turns;
    const answer = await ask(...what);
    return turn === turns ? answer : null;
  };
}

// Returns the page in an answer, or throws if it is a refusal or another page.
export async function pageOf(answer) {
  if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}
