import { companies } from '#companies/index.js';
import { disputes } from '#disputes/index.js';
import { fairs } from '#fairs/index.js';
import { gaps } from '#gaps/index.js';
import { identity } from '#identity/index.js';
import { introductions } from '#introductions/index.js';
import { learning } from '#learning/index.js';
import { matching } from '#matching/index.js';
import { negotiations } from '#negotiations/index.js';
import { notifications } from '#notifications/index.js';
import { orders } from '#orders/index.js';
import { patents } from '#patents/index.js';
import type { Context } from '#platform/context.js';
import { reporting } from '#reporting/index.js';
import { search } from '#search/index.js';
import { statutory } from '#statutory/index.js';
import { teams } from '#teams/index.js';
import { vocabulary } from '#vocabulary/index.js';

/** Every part of the business, each after those it builds on. A process role loads what each has for it. */
export const contexts: readonly Context[] = [
  identity,
  companies,
  orders,
  patents,
  vocabulary,
  matching,
  introductions,
  learning,
  gaps,
  teams,
  statutory,
  negotiations,
  disputes,
  fairs,
  notifications,
  reporting,
  search,
];
