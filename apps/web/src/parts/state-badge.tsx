import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Colour by what a state asks of its reader: blue goes on, green is good, yellow waits, red is over, grey rests. */
const colours = {
  company: { pending: 'yellow', approved: 'green', rejected: 'red', suspended: 'red' },
  order: { draft: 'gray', published: 'ai', closed: 'green', cancelled: 'red' },
  patent: { draft: 'gray', published: 'ai', licensed: 'green', withdrawn: 'red' },
  introduction: {
    proposed: 'yellow',
    consented: 'ai',
    negotiating: 'ai',
    agreed: 'green',
    declined: 'red',
    expired: 'gray',
    withdrawn: 'gray',
    ended: 'gray',
  },
  team: { draft: 'gray', asked: 'yellow', complete: 'green', broken: 'red' },
  dispute: {
    opened: 'yellow',
    short: 'red',
    listed: 'yellow',
    asking: 'yellow',
    hearing: 'ai',
    voting: 'ai',
    opening: 'ai',
    deciding: 'ai',
    decided: 'green',
    withdrawn: 'gray',
    settled: 'green',
    lapsed: 'red',
  },
  consent: { waiting: 'yellow', consented: 'green', declined: 'red' },
  outcome: { deal: 'green', likely: 'ai', continuing: 'yellow', 'no-deal': 'gray' },
  room: { open: 'ai', agreed: 'green', closed: 'gray' },
  appointment: { proposed: 'yellow', confirmed: 'green', cancelled: 'gray' },
  offer: {
    open: 'ai',
    accepted: 'green',
    superseded: 'gray',
    withdrawn: 'gray',
    declined: 'red',
    expired: 'gray',
  },
  import: { uploaded: 'gray', running: 'yellow', finished: 'green', failed: 'red' },
  match: { waiting: 'yellow', running: 'yellow', finished: 'green', failed: 'red', never: 'gray' },
  verdict: { met: 'green', partly: 'yellow', missed: 'red', unknown: 'gray' },
  meeting: {
    draft: 'gray',
    open: 'ai',
    wishes: 'ai',
    planning: 'yellow',
    published: 'ai',
    running: 'green',
    finished: 'gray',
    cancelled: 'red',
  },
  fair: {
    draft: 'gray',
    open: 'ai',
    published: 'ai',
    running: 'green',
    finished: 'gray',
    cancelled: 'red',
  },
  exhibitor: { applied: 'yellow', approved: 'green', declined: 'red', withdrawn: 'gray' },
  meetingOf: { planned: 'ai', held: 'green', 'no-show': 'red', cancelled: 'gray' },
  participant: {
    applied: 'yellow',
    approved: 'green',
    waitlisted: 'yellow',
    declined: 'red',
    withdrawn: 'gray',
  },
  minutes: { draft: 'yellow', confirmed: 'green' },
  signing: { drafted: 'gray', 'confirmed-by-one': 'yellow', 'in-force': 'green' },
  licence: { offered: 'green', negotiable: 'yellow', 'not-offered': 'gray' },
} as const;

type Colours = typeof colours;
export type StateKind = keyof Colours;
export type StateOf<K extends StateKind> = keyof Colours[K] & string;

/** The word for a state in the reader's language. */
export function useStateText(): <K extends StateKind>(kind: K, state: StateOf<K>) => string {
  const { t } = useTranslation('states');
  return (kind, state) => t(`${kind}.${state}` as 'order.draft');
}

/** A state in words, on a quiet colour. */
export function StateBadge<K extends StateKind>({ kind, state }: { kind: K; state: StateOf<K> }) {
  const text = useStateText();
  const colour = (colours[kind] as Record<string, string>)[state];
  return (
    <Badge color={colour} variant="light" radius="sm" tt="none" fw={600} miw="max-content">
      {text(kind, state)}
    </Badge>
  );
}
