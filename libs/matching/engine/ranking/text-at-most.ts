import { textPart } from '../scoring.js';
import { rootOf } from '../text/nearest.js';

/** Of a 32-bit floating-point number, those of its fraction after the first five. */
const LEFT_OUT_BITS = 18;
/** Rounding to 32 bits makes a number less by less than this. */
const ROUNDED = 1 + 1e-6;

const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/** By the first bits of the power: the part of the greatest one that begins with them. */
const parts = Float64Array.from({ length: (0x7f800000 >>> LEFT_OUT_BITS) + 1 }, (_, beginning) => {
  bits[0] = (beginning + 1) << LEFT_OUT_BITS;
  return Number.isFinite(float[0]!) ? textPart(rootOf(float[0]! * ROUNDED), 1) : 1;
});

/**
 * The text's part of the score, 0 to 1, and up to 1 % more, looked up: a root for each of thousands of firms takes too long.
 * @param power of the nearness as a share of the power of what a record that says everything scores
 */
export function textPartAtMost(power: number): number {
  float[0] = power;
  return parts[bits[0]! >>> LEFT_OUT_BITS]!;
}
