import 'i18next';
import type accounts from './ja/accounts.json';
import type administration from './ja/administration.json';
import type appointments from './ja/appointments.json';
import type board from './ja/board.json';
import type calls from './ja/calls.json';
import type capacity from './ja/capacity.json';
import type common from './ja/common.json';
import type companies from './ja/companies.json';
import type dashboard from './ja/dashboard.json';
import type fairs from './ja/fairs.json';
import type fairness from './ja/fairness.json';
import type forms from './ja/forms.json';
import type gaps from './ja/gaps.json';
import type home from './ja/home.json';
import type introductions from './ja/introductions.json';
import type landing from './ja/landing.json';
import type learning from './ja/learning.json';
import type ledger from './ja/ledger.json';
import type matching from './ja/matching.json';
import type meetings from './ja/meetings.json';
import type negotiations from './ja/negotiations.json';
import type notifications from './ja/notifications.json';
import type offers from './ja/offers.json';
import type opportunities from './ja/opportunities.json';
import type orders from './ja/orders.json';
import type parts from './ja/parts.json';
import type patents from './ja/patents.json';
import type proof from './ja/proof.json';
import type search from './ja/search.json';
import type ranking from './ja/ranking.json';
import type states from './ja/states.json';
import type talk from './ja/talk.json';
import type statutory from './ja/statutory.json';
import type vocabulary from './ja/vocabulary.json';

/** A key that has no text is a type error. A new namespace gets a line here. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      accounts: typeof accounts;
      administration: typeof administration;
      appointments: typeof appointments;
      board: typeof board;
      calls: typeof calls;
      capacity: typeof capacity;
      common: typeof common;
      companies: typeof companies;
      dashboard: typeof dashboard;
      fairs: typeof fairs;
      fairness: typeof fairness;
      forms: typeof forms;
      gaps: typeof gaps;
      home: typeof home;
      introductions: typeof introductions;
      landing: typeof landing;
      learning: typeof learning;
      ledger: typeof ledger;
      matching: typeof matching;
      meetings: typeof meetings;
      negotiations: typeof negotiations;
      notifications: typeof notifications;
      offers: typeof offers;
      opportunities: typeof opportunities;
      orders: typeof orders;
      parts: typeof parts;
      patents: typeof patents;
      search: typeof search;
      proof: typeof proof;
      ranking: typeof ranking;
      states: typeof states;
      talk: typeof talk;
      statutory: typeof statutory;
      vocabulary: typeof vocabulary;
    };
  }
}
