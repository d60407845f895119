/**
 * A function that keeps what it answered: for what the same few arguments ask again and again, and is dear to make. It
 * must depend on its argument alone. Forgets everything where it has kept so many answers.
 */
export function remembered<Argument extends string | number, Answer extends NonNullable<unknown>>(
  most: number,
  make: (argument: Argument) => Answer,
): (argument: Argument) => Answer {
  const known = new Map<Argument, Answer>();
  return (argument) => {
    let answer = known.get(argument);
    if (answer === undefined) {
      if (known.size >= most) known.clear();
      known.set(argument, (answer = make(argument)));
    }
    return answer;
  };
}
