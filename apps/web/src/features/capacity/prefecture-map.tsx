import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import type { Balance } from '#contracts/capacity-balance.js';
import { useTaxonomy } from '../../parts/taxonomy';
import { balanceOf, levelOf } from './balance';
import classes from './capacity.module.css';
import { tiles } from './tile-map';

interface PrefectureMapProps {
  label: string;
  prefectures: readonly Balance[];
  chosen: string | undefined;
  onChoose: (code: string | undefined) => void;
  /** What a tile says to a screen reader. */
  describe: (name: string, balance: Balance) => string;
}

const isLatin = (name: string) => /^[A-Z]/.test(name);
const shortOf = (name: string) => (isLatin(name) ? name.slice(0, 4) : name.replace(/[都府県]$/, ''));

/** The prefectures as buttons; one chosen narrows the table beside it, chosen again it lets go. */
export function PrefectureMap({ label, prefectures, chosen, onChoose, describe }: PrefectureMapProps) {
  const taxonomy = useTaxonomy();
  return (
    <div role="group" aria-label={label} className={classes.map}>
      {prefectures.map((each) => {
        const [column, row] = tiles[each.code] ?? [0, 0];
        const name = taxonomy.name('prefectures', each.code);
        const told = each.firms > 0 || each.orders > 0;
        return (
          <UnstyledButton
            key={each.code}
            className={classes.tile}
            style={{ gridColumn: column + 1, gridRow: row + 1 }}
            data-level={told ? levelOf(each) : undefined}
            aria-pressed={chosen === each.code}
            title={describe(name, each)}
            onClick={() => onChoose(chosen === each.code ? undefined : each.code)}
          >
            <VisuallyHidden>{describe(name, each)}</VisuallyHidden>
            <span className={classes.tileName} data-long={shortOf(name).length > 2 || undefined} aria-hidden>
              {shortOf(name)}
            </span>
            <span className={classes.tileInitial} aria-hidden>
              {name.slice(0, isLatin(name) ? 2 : 1)}
            </span>
            {told && (
              <span className={classes.tileValue} aria-hidden>
                {balanceOf(each)}
              </span>
            )}
          </UnstyledButton>
        );
      })}
    </div>
  );
}
