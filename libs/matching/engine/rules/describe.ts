import type { BothLanguages, Requirement } from '../match.types.js';
import { both, type Names } from './judged.js';
import { dayInJapanese, figure } from './numbers.js';

/** A requirement in a few words: 公差 0.01mm, ISO 13485, 所在地 東京都・神奈川県. */
export function describe(requirement: Requirement, names: Names): BothLanguages {
  switch (requirement.kind) {
    case 'process':
      return names('process', requirement.code);
    case 'material':
      return names('material', requirement.code);
    case 'theme':
      return names('theme', requirement.code);
    case 'certificate':
      return names('certificate', requirement.certificate);
    case 'envelope': {
      const size = [requirement.x, requirement.y, requirement.z].map(figure).join('×');
      return both(`大きさ ${size}mm`, `Size ${size} mm`);
    }
    case 'mass':
      return both(`質量 ${figure(requirement.kg)}kg`, `Mass ${figure(requirement.kg)} kg`);
    case 'tolerance':
      return both(`公差 ${figure(requirement.mm)}mm`, `Tolerance ${figure(requirement.mm)} mm`);
    case 'lot':
      return both(`ロット ${figure(requirement.pieces)}個`, `Lot of ${figure(requirement.pieces)}`);
    case 'quantity':
      return both(`数量 ${figure(requirement.pieces)}個`, `Quantity ${figure(requirement.pieces)}`);
    case 'region': {
      const places = requirement.prefectures.map((code) => names('prefecture', code));
      return both(
        `所在地 ${places.map(({ ja }) => ja).join('・')}`,
        `Location ${places.map(({ en }) => en).join(', ')}`,
      );
    }
    case 'delivery':
      return both(`納期 ${dayInJapanese(requirement.date)}`, `Delivery by ${requirement.date}`);
  }
}
