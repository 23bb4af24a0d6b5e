/** What is asked within one turn of the loop is asked together: a way to the database costs more than what is asked there. */
export function together<Asked, Answer>(
  askAll: (asked: readonly Asked[]) => Promise<readonly Answer[]>,
  most = 100,
): (asked: Asked) => Promise<Answer> {
  type Waiting = { asked: Asked; resolve: (answer: Promise<Answer>) => void };
  let waiting: Waiting[] = [];

  function ask(): void {
    const all = waiting;
    waiting = [];
    for (let from = 0; from < all.length; from += most) {
      const some = all.slice(from, from + most);
      const answers = askAll(some.map(({ asked }) => asked));
      for (const [i, { resolve }] of some.entries()) resolve(answers.then((list) => list[i] as Answer));
    }
  }
  return (asked) =>
    new Promise((resolve) => {
      if (waiting.push({ asked, resolve }) === 1) setImmediate(ask);
    });
}
