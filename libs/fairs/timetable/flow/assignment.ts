/**
 * Gives every row a column of its own at the least total cost: the Hungarian method with shortest augmenting paths
 * (Kuhn 1955, Munkres 1957, in the O(rows² × columns) form of Jonker and Volgenant 1987). There must be no more rows
 * than columns; `Infinity` forbids a pair, and a choice without forbidden pairs must exist.
 * @param cost by row and column, finite ones non-negative and small against 1e9
 * @returns by row its column
 */
export function assignment(
  rows: number,
  columns: number,
  cost: (row: number, column: number) => number,
): number[] {
  const rowPrice = new Float64Array(rows + 1);
  const columnPrice = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) augment(row, columns, cost, rowPrice, columnPrice, rowOf);
  const columnOf = Array.from({ length: rows }, () => -1);
  for (let column = 1; column <= columns; column++)
    if (rowOf[column]! > 0) columnOf[rowOf[column]! - 1] = column - 1;
  return columnOf;
}

const FORBIDDEN = 1e9;

function augment(
  row: number,
  columns: number,
  cost: (row: number, column: number) => number,
  rowPrice: Float64Array,
  columnPrice: Float64Array,
  rowOf: Int32Array,
): void {
  const least = new Float64Array(columns + 1).fill(Infinity);
  const from = new Int32Array(columns + 1);
  const done = new Uint8Array(columns + 1);
  rowOf[0] = row;
  let column = 0;
  do {
    done[column] = 1;
    const current = rowOf[column]!;
    let [next, step] = [0, Infinity];
    for (let j = 1; j <= columns; j++) {
      if (done[j]) continue;
      const reduced = Math.min(cost(current - 1, j - 1), FORBIDDEN) - rowPrice[current]! - columnPrice[j]!;
      if (reduced < least[j]!) {
        least[j] = reduced;
        from[j] = column;
      }
      if (least[j]! < step) {
        step = least[j]!;
        next = j;
      }
    }
    for (let j = 0; j <= columns; j++)
      if (done[j]) {
        rowPrice[rowOf[j]!]! += step;
        columnPrice[j]! -= step;
      } else least[j]! -= step;
    column = next;
  } while (rowOf[column] !== 0);
  while (column !== 0) {
    rowOf[column] = rowOf[from[column]!]!;
    column = from[column]!;
  }
}
