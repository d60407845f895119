/** Classes of letters, one bit each. */
export type Letters = number;

/** The bit of a letter that was looked up; the classes have those below it. */
const KNOWN = 1 << 30;

const classes: RegExp[] = [];
/** The classes of each UTF-16 unit, once it was met. */
const known = new Int32Array(1 << 16);

/**
 * A class of letters that texts are asked for.
 * @param pattern of one UTF-16 unit; not global
 */
export function lettersLike(pattern: RegExp): Letters {
  if (classes.length === 30) throw new Error('There are no more than 30 classes of letters.');
  known.fill(0);
  return 1 << (classes.push(pattern) - 1);
}

/** The classes that any letter of a text is of, by one pass over it. */
export function lettersIn(text: string): Letters {
  let found = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    found |= known[unit]! || classesOf(unit);
  }
  return found;
}

function classesOf(unit: number): Letters {
  const letter = String.fromCharCode(unit);
  const all = classes.reduce((sum, pattern, i) => (pattern.test(letter) ? sum | (1 << i) : sum), KNOWN);
  known[unit] = all;
  return all;
}
