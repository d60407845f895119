import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useTaxonomy } from '../taxonomy';
import { tiles } from './tiles';
import classes from './tile-map.module.css';

export interface TileOf {
  /** The prefecture's code. */
  code: string;
  /** The number on it; empty where there is nothing to tell. */
  value: string;
  level: 'none' | 'few' | 'some' | 'many' | 'short' | 'even' | 'spare';
  isChosen: boolean;
  /** What it says to a screen reader, and where one points at it. */
  describe: (name: string) => string;
}

interface TileMapProps {
  label: string;
  prefectures: readonly TileOf[];
  onPress: (code: string) => void;
}

const isLatin = (name: string) => /^[A-Z]/.test(name);

/** Japan with one button per prefecture; where there is no room for its shape, those that have something to tell in a list. */
export function TileMap({ label, prefectures, onPress }: TileMapProps) {
  const taxonomy = useTaxonomy();
  return (
    <div className={classes.frame}>
      <div className={classes.map} role="group" aria-label={label}>
        {prefectures.map(({ code, value, level, isChosen, describe }) => {
          const [column, row] = tiles[code] ?? [14, 13];
          const name = taxonomy.name('prefectures', code);
          return (
            <UnstyledButton
              key={code}
              className={classes.tile}
              style={{ '--column': column, '--row': row }}
              data-level={level}
              aria-pressed={isChosen}
              disabled={level === 'none' && !isChosen}
              title={describe(name)}
              onClick={() => onPress(code)}
            >
              <VisuallyHidden>{describe(name)}</VisuallyHidden>
              <span className={classes.name} aria-hidden>
                {name.replace(/[都府県]$/, '')}
              </span>
              <span className={classes.short} aria-hidden>
                {isLatin(name) ? name.slice(0, 4) : name.replace(/[都府県]$/, '')}
              </span>
              <b aria-hidden>{value}</b>
            </UnstyledButton>
          );
        })}
      </div>
    </div>
  );
}
