import { Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fair } from '#contracts/fair-exhibition.js';
import { BOOTH_METRES, boothsOf, sizeOf, type FairHall, type PlannedBooth } from '#contracts/fair-plan.js';
import { useNameOf } from '../meetings/meeting-words';
import { shortName } from './fair-words';
import classes from './hall-plan.module.css';

type Taken = Fair['booths'][number];

interface HallPlanProps {
  fair: Fair;
  hall: FairHall;
  /** Booths that are pointed out; all where it is null. */
  marked?: ReadonlySet<string> | null;
  /** Numbers of the walk, by booth. */
  steps?: ReadonlyMap<string, number>;
  /** Booths at which somebody talks or waits. */
  busy?: ReadonlySet<string>;
  /** Called with any booth, free ones too; without it a taken booth opens its page. */
  onPick?: (no: string) => void;
}

/** Pixels a metre. */
const SCALE = 22;

/** Where the arrow keys lead from a booth: the nearest one in that direction. */
function neighbour(
  booths: readonly PlannedBooth[],
  from: PlannedBooth,
  key: string,
): PlannedBooth | undefined {
  const ahead = ({ x, y }: PlannedBooth): boolean =>
    (key === 'ArrowRight' && x > from.x && y === from.y) ||
    (key === 'ArrowLeft' && x < from.x && y === from.y) ||
    (key === 'ArrowDown' && y > from.y) ||
    (key === 'ArrowUp' && y < from.y);
  const far = ({ x, y }: PlannedBooth): number => Math.abs(x - from.x) + 10 * Math.abs(y - from.y);
  return booths.filter(ahead).toSorted((a, b) => far(a) - far(b))[0];
}

/** A hall from above. Every booth that can be chosen is reached by the arrow keys. */
export function HallPlan({ fair, hall, marked = null, steps, busy, onPick }: HallPlanProps) {
  const { t } = useTranslation('fairs');
  const nameOf = useNameOf();
  const navigate = useNavigate();
  const plan = useRef<SVGSVGElement>(null);
  const taken = new Map(fair.booths.map((booth) => [booth.no, booth]));
  const booths = boothsOf(hall);
  const reachable = booths.filter(({ no }) => onPick || taken.has(no));
  const [current, setCurrent] = useState<string | undefined>();
  const entry = reachable.find(({ no }) => no === current)?.no ?? reachable[0]?.no;
  const { width, depth } = sizeOf(hall);
  const pick = (no: string) => {
    const here = taken.get(no);
    if (onPick) onPick(no);
    else if (here)
      void navigate({
        to: '/fairs/$id/booths/$exhibitorId',
        params: { id: fair.id, exhibitorId: here.exhibitorId },
      });
  };
  const onKey = (booth: PlannedBooth) => (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return pick(booth.no);
    }
    const next = neighbour(reachable, booth, event.key);
    if (!next) return;
    event.preventDefault();
    setCurrent(next.no);
    plan.current?.querySelector<SVGElement>(`[data-no="${next.no}"]`)?.focus();
  };
  return (
    <section>
      <Title order={3} size="h5">
        {t('plan.hall', { name: nameOf(hall), key: hall.key })}
        {hall.isOnline && (
          <Text span size="sm" c="dimmed" ml={8}>
            {t('plan.online')}
          </Text>
        )}
      </Title>
      <div className={classes.scroll}>
        <svg
          ref={plan}
          className={classes.plan}
          viewBox={`0 0 ${width * SCALE} ${depth * SCALE}`}
          style={{ minWidth: `${width * SCALE * 0.9}px`, maxWidth: `${width * SCALE}px` }}
          role="group"
          aria-label={nameOf(hall)}
        >
          <rect className={classes.floor} width={width * SCALE} height={depth * SCALE} />
          {!hall.isOnline && (
            <text x={6} y={16} className={classes.entrance}>
              ▼ {t('plan.entrance')}
            </text>
          )}
          {booths.map((booth) => (
            <Booth
              key={booth.no}
              booth={booth}
              taken={taken.get(booth.no)}
              pavilion={fair.content.pavilions.findIndex(
                ({ key }) => key === taken.get(booth.no)?.pavilionKey,
              )}
              isDim={marked !== null && !marked.has(booth.no)}
              step={steps?.get(booth.no)}
              isBusy={busy?.has(booth.no) ?? false}
              isEntry={booth.no === entry}
              canPick={onPick !== undefined || taken.has(booth.no)}
              isLink={!onPick}
              onFocus={() => setCurrent(booth.no)}
              onPick={() => pick(booth.no)}
              onKey={onKey(booth)}
            />
          ))}
        </svg>
      </div>
    </section>
  );
}

interface BoothProps {
  booth: PlannedBooth;
  taken: Taken | undefined;
  /** Which pavilion, from 0; -1 for none. */
  pavilion: number;
  isDim: boolean;
  step: number | undefined;
  isBusy: boolean;
  isEntry: boolean;
  canPick: boolean;
  isLink: boolean;
  onFocus: () => void;
  onPick: () => void;
  onKey: (event: KeyboardEvent) => void;
}

/** Characters of a line in a booth. */
const LINE = 6;

function Booth({
  booth,
  taken,
  pavilion,
  isDim,
  step,
  isBusy,
  isEntry,
  canPick,
  isLink,
  onFocus,
  onPick,
  onKey,
}: BoothProps) {
  const { t } = useTranslation('fairs');
  const side = BOOTH_METRES * SCALE;
  const name = taken ? [...shortName(taken.name)] : [];
  const label = taken
    ? t('plan.taken', { no: booth.no, name: taken.name })
    : t('plan.free', { no: booth.no });
  return (
    <g
      transform={`translate(${booth.x * SCALE} ${booth.y * SCALE})`}
      className={classes.booth}
      data-taken={taken ? true : undefined}
      data-dim={isDim || undefined}
      data-busy={isBusy || undefined}
      data-pavilion={pavilion >= 0 ? pavilion % 4 : undefined}
    >
      <rect width={side - 2} height={side - 2} x={1} y={1} rx={2} />
      <text x={5} y={14} className={classes.number}>
        {booth.no}
        {pavilion >= 0 && ` ${String.fromCodePoint(0x2460 + pavilion)}`}
      </text>
      <text className={classes.name}>
        <tspan x={5} y={32}>
          {name.slice(0, LINE).join('')}
        </tspan>
        <tspan x={5} y={45}>
          {name.slice(LINE, 2 * LINE - 1).join('')}
          {name.length > 2 * LINE - 1 && '…'}
        </tspan>
      </text>
      {step !== undefined && (
        <>
          <circle cx={side - 12} cy={side - 12} r={10} className={classes.step} />
          <text x={side - 12} y={side - 8} textAnchor="middle" className={classes.stepNo}>
            {step}
          </text>
        </>
      )}
      {canPick && (
        // Over what is drawn, so that its name is what is read out, in full.
        <rect
          className={classes.hit}
          width={side}
          height={side}
          data-no={booth.no}
          role={isLink ? 'link' : 'button'}
          tabIndex={isEntry ? 0 : -1}
          aria-label={label}
          onClick={onPick}
          onKeyDown={onKey}
          onFocus={onFocus}
        >
          <title>{label}</title>
        </rect>
      )}
    </g>
  );
}
