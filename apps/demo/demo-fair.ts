import type { FairProduct } from '#contracts/fair-exhibitors.js';

const product = (name: string, text: string): FairProduct => ({ kind: 'product', name, text, mark: '' });
const brand = (name: string, mark: string): FairProduct => ({ kind: 'brand', name, text: '', mark });
const licensed = (name: string, text: string, mark: string): FairProduct => ({
  kind: 'licensed',
  name,
  text,
  mark,
});

/** Who exhibits at the demonstration's fair: booths wished, headline, products; in the pavilion or alone. */
export const demoBooths: Readonly<
  Record<string, { booths?: number; inPavilion?: true; headline: string; products: FairProduct[] }>
> = {
  supplier: {
    booths: 2,
    headline: 'SUSとチタンの小物精密切削を10日で',
    products: [
      product('分析装置の流路ブロック', 'SUS316L、深穴φ0.8のバリなし加工。'),
      brand('極細ねじの鏡面仕上げ', '城南ものづくりブランド2026（架空）'),
    ],
  },
  kenma: {
    inPavilion: true,
    headline: 'Ra0.02までの鏡面研磨',
    products: [
      product('真空部品の鏡面研磨サンプル', 'SUS304、Ra0.02。'),
      brand('曲面研磨', '城南ものづくりブランド2025（架空）'),
    ],
  },
  plating: {
    inPavilion: true,
    headline: '寸法公差を守るめっき',
    products: [product('無電解ニッケルめっき', '膜厚±1µm。治具から設計します。')],
  },
  sheet: {
    inPavilion: true,
    headline: '薄板の精密板金、試作1個から',
    products: [product('食品機械のカバー', 'SUS304 t1.0')],
  },
  cooling: {
    booths: 2,
    headline: '摩擦攪拌接合の水冷プレート',
    products: [
      licensed(
        '高放熱の水冷プレート',
        'EV用。圧損を下げた流路です。',
        '開放特許「放熱フィンの形状」（関東モビリティ部品（架空））',
      ),
    ],
  },
  gear: {
    headline: 'モジュール0.3からの歯研',
    products: [product('小型減速機の歯車', '歯形の測定データ付き。')],
  },
  vacuum: {
    headline: '真空容器の溶接からリーク試験まで',
    products: [product('小型真空チャンバー', '電解研磨まで一括。')],
  },
  supplier2: {
    headline: '低糖質の和菓子を小ロットで',
    products: [
      brand('低糖質ようかん', '城南の味2026（架空）'),
      product('介護食の和菓子', '舌でつぶせるかたさ。'),
    ],
  },
  mould: { headline: '試作用の樹脂型', products: [product('50個からの簡易型', 'ABS、POM。')] },
  robot: {
    booths: 2,
    headline: '小型の搬送と組立の自動化',
    products: [
      product('洗浄できる小型搬送機', '食品工場向け。'),
      licensed('滑らない把持爪', '', '開放特許「粘着把持」（架空）'),
    ],
  },
  optics: {
    headline: '検査用レンズの試作',
    products: [product('検査カメラの光学系', '1個から設計します。')],
  },
  software: {
    headline: '図面から見積の下書きを作るソフト',
    products: [product('見積の下書き', '過去の図面から似た部品を探します。')],
  },
};

/** Firms that take part online only. */
export const demoOnline: readonly string[] = ['software', 'optics'];

const person = (name: string, organisation: string, job: string, need: string, code: string) => ({
  ...{ name, organisation, job, need, code },
});

/** Visitors of the fair, none of them with an account. */
export const demoVisitors = [
  person('青木 ひかる', '架空精密機械', '購買課', 'ステンレスの小物切削', 'DEM22345'),
  person('石田 まもる', '北斗分析（架空）', '開発部', '流路部品の試作', 'DEM32345'),
  person('上野 さくら', '港町食品（架空）', '商品企画', '低糖質の菓子', 'DEM42345'),
  person('江口 たけし', '個人', '', '小型の搬送機', 'DEM52345'),
  person('小川 なぎさ', '湾岸モータ（架空）', '生産技術', '小モジュールの歯車', 'DEM62345'),
  person('加藤 いずみ', '南風薬品（架空）', '設備課', '真空容器', 'DEM72345'),
  person('木村 あゆむ', '東雲光学（架空）', '設計', 'レンズの試作', 'DEM82345'),
  person('久保 みのり', '山手工機（架空）', '資材', '鏡面研磨', 'DEM92345'),
  person('小林 つばさ', '川沿い市役所（架空）', '産業振興課', '', 'DEMA2345'),
  person('斎藤 めぐみ', '城北重工（架空）', '調達', '板金カバー', 'DEMB2345'),
];

/** The programme of the fair's first day. */
export const demoSessions = [
  {
    ...{
      title: '小さな工場の自動化',
      titleEn: 'Automation for small shops',
      place: '講演会場A',
      capacity: 6,
    },
    ...{ text: '1台から始める自動化の進め方を、実例で紹介します。', from: '11:00', until: '12:00' },
    ...{
      streamUrl: 'https://stream.example/automation',
      speakers: [{ name: '自動 進', organisation: '架空大学' }],
    },
  },
  {
    ...{ title: '開放特許の使い方', titleEn: 'Using open patents', place: '講演会場B', capacity: 40 },
    ...{ text: '大手企業の開放特許から製品を作った企業の話です。', from: '13:30', until: '14:30' },
    ...{ streamUrl: '', speakers: [{ name: '特許 ひらく', organisation: '相模産業振興機構（架空）' }] },
  },
  {
    ...{ title: '価格転嫁の進め方', titleEn: 'Passing on costs', place: '講演会場A', capacity: 60 },
    ...{ text: '労務費の上昇を取引価格に反映する手順を説明します。', from: '15:00', until: '16:00' },
    ...{ streamUrl: '', speakers: [] },
  },
];
