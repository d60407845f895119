import type { MeetingNeed } from '#contracts/meeting-participants.js';
import { demoBooths, demoVisitors } from '../demo-fair.js';
import { demoNeeds, demoPitches } from '../demo-meetings.js';

/** A visitor of the day, fictional, without an account. */
export interface DayVisitor {
  readonly name: string;
  readonly organisation: string;
  readonly job: string;
  readonly need: string;
  /** Registers on the day itself, by the page for visitors. */
  readonly isLate?: true;
}

const visitor = (name: string, organisation: string, job: string, need: string): DayVisitor => ({
  ...{ name, organisation, job, need },
});
const late = (...given: Parameters<typeof visitor>): DayVisitor => ({ ...visitor(...given), isLate: true });

/** In the order in which they come. */
export const dayVisitors: readonly DayVisitor[] = [
  ...demoVisitors.map(({ name, organisation, job, need }) => visitor(name, organisation, job, need)),
  late('清水 ことは', '南台化学（架空）', '研究所', '小型反応器の試作'),
  visitor('須田 まこと', '多摩計測（架空）', '購買', '光学部品'),
  late('関 ゆうと', '三浦水産加工（架空）', '工場長', '洗浄しやすい搬送機'),
  visitor('高木 りん', '架空信用金庫', '法人営業部', '取引先の販路'),
  late('田村 はると', '平塚電装（架空）', '設計', 'ハーネスの試作'),
  visitor('千葉 みお', '江東リース（架空）', '設備課', '真空容器'),
  visitor('戸田 そら', '厚木自動機（架空）', '開発', '把持爪'),
  late('中野 あかり', '学校法人架空学園', '産学連携室', '学生の見学先'),
  visitor('西田 かける', '横浜船用品（架空）', '資材', 'めっき'),
  late('野口 なお', '個人', '', '金属の小物'),
  visitor('橋本 えみ', '川崎断熱（架空）', '技術', '薄板の溶接'),
  visitor('福井 こう', '品川試験機（架空）', '製造', '歯車の研削'),
  late('松本 ひな', '湘南菓子（架空）', '商品開発', '低糖質の和菓子'),
  visitor('吉岡 りく', '架空新聞社', '経済部', '取材'),
];

/** Firms that exhibit, by their keys in the demonstration. */
export const dayExhibitors: readonly string[] = Object.keys(demoBooths);

const need = (title: string, text: string): MeetingNeed => ({ title, text, processes: [], materials: [] });
/** What the orderers of the day's meetings bring. */
export const dayNeeds: Readonly<Record<string, MeetingNeed[]>> = {
  ...demoNeeds,
  'orderer-medical': [need('検査装置の筐体', '月30台。板金、塗装、組立まで一貫で頼める会社を探しています。')],
  'orderer-rail': [need('空調の配管部品', '溶接と気密試験まで。1ロット200個。')],
  'orderer-farm': [need('収穫ロボットの把持部', '軽く、水洗いできるもの。試作5台から。')],
};
export const daySuppliers: readonly string[] = Object.keys(demoPitches);
/** The supplier that does not come, and one that comes without having registered. */
export const ABSENT = 'mould';
export const WALK_IN = 'spring';
/** The orderer that wishes for a few only, so that it has a round free for whoever walks in. */
export const HAS_TIME = 'orderer-farm';

export interface DaySession {
  readonly title: string;
  readonly titleEn: string;
  readonly place: string;
  readonly from: string;
  readonly until: string;
  readonly speaker: string;
  readonly questions: readonly string[];
  readonly poll: { readonly question: string; readonly options: readonly string[] };
}

export const daySessions: readonly DaySession[] = [
  {
    ...{ title: '小さな工場の自動化', titleEn: 'Automation for small shops', place: '講演会場A' },
    ...{ from: '11:00', until: '12:00', speaker: '自動 進' },
    questions: [
      '小さな工場でも、導入費用は何年で回収できますか。',
      '多品種少量でもロボットは使えますか。',
      '操作を覚えるまで、どのくらいかかりますか。',
    ],
    poll: { question: '自動化でいちばん知りたいことは', options: ['費用', '人材', '品質'] },
  },
  {
    ...{ title: '開放特許の使い方', titleEn: 'Using open patents', place: '講演会場B' },
    ...{ from: '13:30', until: '14:30', speaker: '特許 ひらく' },
    questions: ['実施料はどのように決まりますか。', '改良した部分の権利はだれのものですか。'],
    poll: { question: '開放特許を使ったことがありますか', options: ['ある', '検討中', 'まだない'] },
  },
  {
    ...{ title: '価格転嫁の進め方', titleEn: 'Passing on costs', place: '講演会場A' },
    ...{ from: '15:00', until: '16:00', speaker: '適正 価子' },
    questions: ['労務費の根拠は、どこまで示せばよいですか。', '断られたあとの相談先はありますか。'],
    poll: { question: 'この1年で価格を見直せましたか', options: ['見直せた', '一部だけ', 'まだ'] },
  },
];

/** What visitors ask at booths, and what the booth answers. */
export const talkLines: readonly (readonly [topic: string, question: string, answer: string])[] = [
  ['試作の納期', '3個の試作はいつできますか。', '図面をいただければ10日でお届けします。'],
  ['材質の相談', 'SUS316Lでも同じ精度が出ますか。', 'はい、測定成績書をお付けします。'],
  ['量産の見積', '月500個だと単価はどうなりますか。', '治具を作れば3割ほど下げられます。'],
];
