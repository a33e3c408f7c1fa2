// Answers of the server that take their time.

// Returns a function that asks as `ask` does, but whose answer is nothing where it was called again meanwhile.
export function latest(ask) {
  let turns = 0;
  return async (...what) => {
    const turn = ++turns;
    const answer = await ask(...what);
    return turn === turns ? answer : null;
  };
}

// Returns the page in an answer, or fails where it is a refusal or another page.
export async function pageOf(answer) {
  if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}
