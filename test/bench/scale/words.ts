import type { Random } from './random.js';

const products = [
  'シャフト',
  'ブラケット',
  '筐体',
  '真空チャンバー',
  'フランジ',
  'ノズル',
  '治具',
  '検査装置',
  '搬送機',
  'バルブ部品',
  '歯車',
  'カバー',
  '基板',
  'コネクタ',
  'ヒートシンク',
  '金型',
  '配管',
  'タンク',
  '架台',
  'ハウジング',
  'ローラー',
  'ガイド',
  '包装資材',
  '化粧箱',
  '銘板',
  '看板',
  '家具部材',
  '建具',
  '菓子',
  '調味料',
  '冷凍食品',
  '健康食品',
  '縫製品',
  'フィルター',
  'パッキン',
  'レンズ',
  'ガラス部品',
  'センサー',
  'ハーネス',
  '制御盤',
  'ポンプ部品',
  'モーター部品',
  'ばね',
  'ねじ',
  'ピン',
] as const;
const fields = [
  '半導体製造装置',
  '医療機器',
  '航空機',
  '自動車',
  '鉄道車両',
  '建設機械',
  '食品機械',
  '産業用ロボット',
  '工作機械',
  '船舶',
  '電力設備',
  '水処理設備',
  '農業機械',
  '光学機器',
  '分析装置',
  '住宅設備',
  '物流設備',
  '化粧品',
  '玩具',
  '電池',
  '通信機器',
  '空調機器',
  '印刷機械',
  '繊維機械',
  '介護用品',
  '店舗什器',
  '公共施設',
  'エレベーター',
  '防災用品',
  '家電製品',
] as const;
const strengths = [
  '小ロット多品種に対応',
  '試作から量産まで一貫して対応',
  '短納期に対応',
  '材料調達から組立まで一括受注',
  '鏡面仕上げが得意',
  '難削材の加工実績多数',
  '三次元測定機による全数検査',
  '設計段階から相談可能',
  '24時間稼働の無人ライン',
  '環境に配慮した工程',
  '熟練技能者による手仕上げ',
  '大物部品の加工が可能',
  '微細加工を得意とする',
  'コストダウン提案',
  '長期の安定供給',
] as const;
const works = [
  '加工',
  '製作',
  '試作',
  '量産',
  '改良',
  '修理',
  '組立',
  '検査',
  '設計・製作',
  '表面処理',
] as const;

/** What a firm says of itself, in one paragraph. */
export function profileOf(process: string, material: string, random: Random): string {
  return `${material}の${process}を中心に、${random.pick(fields)}向け${random.pick(products)}の${random.pick(works)}を手がける。${random.pick(strengths)}。`;
}

/** The name of a product or of an order that was won. */
export function titleOf(process: string, material: string, random: Random): string {
  const thing = `${random.pick(fields)}用${random.pick(products)}`;
  switch (random.int(0, 3)) {
    case 0:
      return `${thing}の${random.pick(works)}`;
    case 1:
      return `${material} ${process} ${thing}`;
    case 2:
      return `${thing}の${process}（${material}）`;
    default:
      return `${process}による${random.pick(products)}${random.pick(works)} φ${random.int(1, 60) * 5} 一式`;
  }
}

/** The text of an order, in two sentences. */
export function summaryOf(process: string, material: string, random: Random): string {
  return `${random.pick(fields)}に用いる${random.pick(products)}を${material}から${process}で製作していただける企業を探しています。${random.pick(strengths)}の企業を希望し、${random.pick(works)}後の検査成績書の提出をお願いします。`;
}
