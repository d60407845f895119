import type { Context } from '#platform/context.js';
import { companies } from '#companies/index.js';
import { identity } from '#identity/index.js';

/** Every part of the business. A process role loads what each of them has for it. */
export const contexts: readonly Context[] = [identity, companies];
