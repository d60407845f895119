/** Codes that answer a requirement for one code. */
export interface Scope {
  /** The code itself and all narrower ones: who does turning does cutting. */
  meets: ReadonlySet<string>;
  /** All broader ones: who states only cutting may or may not do turning. */
  broader: ReadonlySet<string>;
}

/**
 * Makes a function that gives the scope of a code in a tree.
 * @param parents code → broader code, null at the top; a code that is not in it stands alone
 */
export function scopes(parents: Readonly<Record<string, string | null>>): (code: string) => Scope {
  const children = new Map<string, string[]>();
  for (const [code, parent] of Object.entries(parents))
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), code]);
  return (code) => ({ meets: downFrom(code, children), broader: upFrom(code, parents) });
}

function downFrom(code: string, children: Map<string, string[]>): Set<string> {
  const found = new Set([code]);
  for (const each of found) for (const child of children.get(each) ?? []) found.add(child);
  return found;
}

function upFrom(code: string, parents: Readonly<Record<string, string | null>>): Set<string> {
  const found = new Set<string>();
  let parent = parents[code] ?? null;
  while (parent !== null && parent !== code && !found.has(parent)) {
    found.add(parent);
    parent = parents[parent] ?? null;
  }
  return found;
}
