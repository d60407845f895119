import type { BothLanguages } from '#contracts/shapes.js';
import type { LotCaveat } from './lot.js';

/** What a lot that is right does not prove, in words: they go with its record wherever it is taken. */
export const caveatWords: Readonly<Record<LotCaveat, BothLanguages>> = {
  'nobody-added': {
    ja: '誰も乱数を加えていません。順番は、運用者が用意した種と名簿だけで決まりました。運用者が順番を操作しなかったことは、この記録だけでは確かめられません。',
    en: "Nobody added a random number when it was drawn. The order comes from the operator's seed and list alone, and this record cannot show that the operator did not arrange it.",
  },
  'names-not-committed': {
    ja: '順番を左右する名簿の鍵は、先に公開したハッシュに含まれていません（nakadachi-lot/2）。',
    en: 'The key of the names, on which the order depends, was not committed to before the list was fixed (nakadachi-lot/2).',
  },
  'names-are-accounts': {
    ja: '名簿の名前は利用者の番号そのものです（nakadachi-lot/1）。',
    en: "The names on its list are accounts' ids (nakadachi-lot/1).",
  },
};
