import type { Balance } from '#contracts/capacity-balance.js';
import { TileMap } from '../../parts/tile-map/tile-map';
import { balanceOf, levelOf } from './balance';

interface PrefectureMapProps {
  label: string;
  prefectures: readonly Balance[];
  chosen: string | undefined;
  onChoose: (code: string | undefined) => void;
  /** What a tile says to a screen reader. */
  describe: (name: string, balance: Balance) => string;
}

/** Spare firms minus orders in each prefecture; one chosen narrows the table beside it, chosen again it lets go. */
export function PrefectureMap({ label, prefectures, chosen, onChoose, describe }: PrefectureMapProps) {
  const tiles = prefectures.map((each) => {
    const isTold = each.firms > 0 || each.orders > 0;
    return {
      ...{ code: each.code, isChosen: chosen === each.code },
      value: isTold ? balanceOf(each) : '',
      level: isTold ? levelOf(each) : ('none' as const),
      describe: (name: string) => describe(name, each),
    };
  });
  return (
    <TileMap
      label={label}
      prefectures={tiles}
      onPress={(code) => onChoose(chosen === code ? undefined : code)}
    />
  );
}
