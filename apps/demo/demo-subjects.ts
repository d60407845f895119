import type { z } from 'zod';
import { orderContent, type OrderContent } from '#contracts/orders.js';
import { patentContent, type PatentContent } from '#contracts/patents.js';
import { inDays } from './in-days.js';

const orders: readonly (z.input<typeof orderContent> & { key: string; by: string; answerInDays: number })[] =
  [
    {
      key: 'flow-block',
      by: 'orderer',
      title: '分析装置用流路ブロックの5軸加工（SUS316L）',
      summary:
        '医療用分析装置の流路ブロック。深穴と交差穴のバリは不可、内面Ra0.8以下。試作3個のあと月産50個を予定。洗浄と三次元測定の成績書が必要です。',
      budgetYen: 4_800_000,
      answerInDays: 21,
      requirements: [
        { id: 'r1', level: 'must', kind: 'process', code: 'machining' },
        { id: 'r2', level: 'must', kind: 'material', code: 'sus316l' },
        { id: 'r3', level: 'must', kind: 'envelope', x: 180, y: 120, z: 60 },
        { id: 'r4', level: 'must', kind: 'tolerance', mm: 0.01 },
        { id: 'r5', level: 'want', kind: 'certificate', certificate: 'iso-9001' },
        { id: 'r6', level: 'want', kind: 'region', prefectures: ['13', '14', '11'] },
        { id: 'r7', level: 'want', kind: 'lot', pieces: 50 },
      ],
    },
    {
      key: 'chamber',
      by: 'orderer',
      title: '小型真空チャンバーの製作と電解研磨',
      summary:
        '内径400mm、高さ350mmの円筒チャンバー。溶接後に内面電解研磨、ヘリウムリーク試験まで一括で希望します。',
      budgetYen: 9_500_000,
      answerInDays: 30,
      requirements: [
        { id: 'r1', level: 'must', kind: 'process', code: 'vacuum-equipment' },
        { id: 'r2', level: 'want', kind: 'process', code: 'electropolishing' },
        { id: 'r3', level: 'must', kind: 'material', code: 'stainless-steel' },
        { id: 'r4', level: 'want', kind: 'theme', code: 'semiconductor' },
      ],
    },
    {
      key: 'cold-plate',
      by: 'orderer-ev',
      title: 'EVインバータ用アルミ水冷プレートの量産',
      summary:
        '摩擦攪拌接合またはろう付けによる水冷プレート。圧損と気密の保証、IATF 16949に沿った工程管理が必要です。',
      budgetYen: 36_000_000,
      answerInDays: 40,
      visibility: 'open',
      requirements: [
        { id: 'r1', level: 'must', kind: 'process', code: 'friction-stir-welding' },
        { id: 'r2', level: 'must', kind: 'certificate', certificate: 'iatf-16949' },
        { id: 'r3', level: 'must', kind: 'lot', pieces: 2000 },
        { id: 'r4', level: 'want', kind: 'theme', code: 'ev' },
        { id: 'r5', level: 'want', kind: 'material', code: 'a6063' },
      ],
    },
    {
      key: 'sweets',
      by: 'orderer-food',
      title: '健康志向の和菓子OEM（低糖質・常温3か月）',
      summary:
        'ドラッグストア向けの個包装和菓子。低糖質で常温3か月の日持ち、初回5,000個。栄養成分の表示まで含めて相談したい。',
      budgetYen: 6_000_000,
      answerInDays: 25,
      requirements: [
        { id: 'r1', level: 'must', kind: 'process', code: 'confectionery' },
        { id: 'r2', level: 'must', kind: 'certificate', certificate: 'haccp' },
        { id: 'r3', level: 'must', kind: 'lot', pieces: 5000 },
        { id: 'r4', level: 'want', kind: 'region', prefectures: ['14', '13'] },
      ],
    },
    {
      key: 'inspection',
      by: 'orderer-ev',
      title: '鋳造部品の外観検査を自動化したい',
      summary: 'アルミ鋳物の巣、欠け、打痕を画像で判定。月6万個、いまは目視4名。照明の選定から設備まで。',
      budgetYen: 15_000_000,
      answerInDays: 45,
      requirements: [
        { id: 'r1', level: 'must', kind: 'process', code: 'machine-vision' },
        { id: 'r2', level: 'want', kind: 'process', code: 'automation-equipment' },
        { id: 'r3', level: 'want', kind: 'theme', code: 'dx' },
      ],
    },
    {
      key: 'assembly',
      by: 'orderer',
      title: '検体容器ユニットのクリーンルーム組立',
      summary: '樹脂部品12点の組立、リーク試験、滅菌包装。ISO 13485の下で月3,000セット。',
      budgetYen: 18_000_000,
      answerInDays: 35,
      requirements: [
        { id: 'r1', level: 'must', kind: 'process', code: 'clean-room-assembly' },
        { id: 'r2', level: 'must', kind: 'certificate', certificate: 'iso-13485' },
        { id: 'r3', level: 'must', kind: 'lot', pieces: 3000 },
      ],
    },
    {
      key: 'housing',
      by: 'orderer',
      title: '検出部ハウジングの切削加工（A5052・白アルマイト）',
      summary: '分析装置の検出部を収める箱。20個。外観見本あり、三次元測定の成績書が必要です。',
      budgetYen: 500_000,
      answerInDays: 14,
      requirements: [
        { id: 'r1', level: 'must', kind: 'process', code: 'machining' },
        { id: 'r2', level: 'want', kind: 'region', prefectures: ['13', '14'] },
      ],
    },
    {
      key: 'gearbox',
      by: 'orderer',
      title: '小型減速機の歯車一式（モジュール0.5）',
      summary: '歯研仕上げ、騒音を抑えたい。試作20台分。',
      budgetYen: 3_200_000,
      answerInDays: 18,
      requirements: [
        { id: 'r1', level: 'must', kind: 'process', code: 'gear-grinding' },
        { id: 'r2', level: 'must', kind: 'tolerance', mm: 0.005 },
        { id: 'r3', level: 'want', kind: 'theme', code: 'robotics' },
      ],
    },
    {
      key: 'sensor-housing',
      by: 'orderer',
      title: 'センサーハウジングの切削・鏡面研磨・めっき一式（SUS304）',
      summary:
        '切削のあと、のぞき窓の面を鏡面に研磨し、外側に無電解ニッケルめっき。50個を完成品で納めていただける窓口を1社にまとめたい。',
      budgetYen: 3_600_000,
      answerInDays: 28,
      requirements: [
        { id: 'r1', level: 'must', kind: 'process', code: 'milling' },
        { id: 'r2', level: 'must', kind: 'process', code: 'mirror-polishing' },
        { id: 'r3', level: 'must', kind: 'process', code: 'electroless-nickel' },
        { id: 'r4', level: 'must', kind: 'material', code: 'sus304' },
        { id: 'r5', level: 'must', kind: 'envelope', x: 180, y: 120, z: 80 },
        { id: 'r6', level: 'must', kind: 'tolerance', mm: 0.01 },
        { id: 'r7', level: 'must', kind: 'lot', pieces: 50 },
        { id: 'r8', level: 'must', kind: 'certificate', certificate: 'iso-9001' },
        { id: 'r9', level: 'must', kind: 'delivery', date: inDays(75) },
      ],
    },
  ];

/** Orders of the demonstration's large firms, all fictional; answers are wanted some days from now. */
export const demoOrders = (): readonly { key: string; by: string; content: OrderContent }[] =>
  orders.map(({ key, by, answerInDays, ...content }) => ({
    key,
    by,
    content: orderContent.parse({ ...content, answerBy: inDays(answerInDays) }),
  }));

/** Open patents, all fictional. */
export const demoPatents: readonly { key: string; by: string; content: PatentContent }[] = [
  {
    key: 'damper',
    by: 'orderer',
    number: 'DEMO-2026-0001',
    title: '磁性流体を用いた小型制振機構',
    registrationNumber: '特許第0000001号（架空）',
    holder: '東都精機株式会社',
    purpose: '卓上装置の微小な振動を、電源なしで抑える。',
    effect: '部品点数を3点に減らし、振動の減衰時間を従来の4分の1にする。',
    summary: '磁性流体を封入した容器と弾性体を組み合わせ、振動の向きによらず減衰させる構造。',
    applicableProducts: '計測器の脚、棚、カメラ台、音響機器、福祉用具',
    technicalFields: ['機械・加工'],
    functions: ['機械・部品の製造'],
    themes: ['medical-welfare', 'disaster-prevention'],
    terms: '通常実施権、売上の3％を目安に相談。試作期間6か月は無償。',
  },
  {
    key: 'coating',
    by: 'orderer',
    number: 'DEMO-2026-0002',
    title: '付着防止コーティングとその形成方法',
    holder: '東都精機株式会社',
    purpose: '粘着物や食品が表面に残ることを防ぐ。',
    effect: '拭き取り回数を減らし、洗浄水を半分にする。',
    summary: '微細な凹凸とフッ素を含まない被膜により、水と油の両方をはじく。',
    applicableProducts: '調理器具、食品製造ライン、容器、医療用トレイ',
    technicalFields: ['化学・薬品', '食品・バイオ'],
    functions: ['表面処理'],
    themes: ['food', 'sdgs'],
    terms: '実施許諾、一時金なしも相談可。',
  },
  {
    key: 'jelly',
    by: 'orderer-food',
    number: 'DEMO-2026-0003',
    title: '咀嚼しやすいゲル状食品の製造方法',
    holder: '光和フーズ株式会社',
    purpose: 'かむ力が弱い人が、安全に飲み込める食品を作る。',
    effect: '離水を防ぎ、常温で60日間かたさを保つ。',
    summary: '多糖類の配合と二段階の加熱により、なめらかでまとまりのよいゲルを得る。',
    applicableProducts: '介護食、和菓子、ゼリー飲料',
    technicalFields: ['食品・バイオ'],
    functions: ['食品・飲料の製造'],
    themes: ['food', 'medical-welfare'],
    terms: '県内企業を優先。製造ノウハウも提供します。',
  },
  {
    key: 'heatsink',
    by: 'orderer-ev',
    title: '樹脂一体型放熱部材',
    holder: '関東モビリティ部品株式会社',
    purpose: '放熱部品の組立を減らし、軽くする。',
    effect: '質量を35％減らし、ねじ止めをなくす。',
    summary: 'アルミ板の表面に微細な孔を作り、樹脂を射出して直接接合する。',
    applicableProducts: '照明器具、電源、通信機器の筐体',
    technicalFields: ['機械・加工', '電気・電子'],
    functions: ['機械・部品の製造'],
    themes: ['ev', 'carbon-neutral'],
    terms: '通常実施権。条件は相談。',
  },
].map(({ key, by, ...content }) => ({ key, by, content: patentContent.parse(content) }));
