type Growing = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array;

/** The array, or where it is too short one at least twice as long that begins with it. */
export function grown<T extends Growing>(array: T, length: number): T {
  if (length <= array.length) return array;
  const longer = new (array.constructor as new (n: number) => T)(Math.max(length, array.length * 2));
  longer.set(array);
  return longer;
}
