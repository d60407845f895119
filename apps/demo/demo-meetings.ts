import type { MeetingNeed } from '#contracts/meeting-participants.js';

const need = (
  title: string,
  text: string,
  processes: string[] = [],
  materials: string[] = [],
): MeetingNeed => ({
  ...{ title, text, processes, materials },
});

/** What the orderers of the demonstration bring to a meeting event. */
export const demoNeeds: Readonly<Record<string, MeetingNeed[]>> = {
  orderer: [
    need(
      '分析装置の流路部品',
      'SUS316Lの小物切削。試作3個のあと月産50個を見込みます。深穴のバリ取りと三次元測定の実績がある会社を探しています。',
      ['five-axis-machining', 'turning'],
      ['sus316l'],
    ),
    need(
      '真空チャンバーの溶接と研磨',
      '内面の電解研磨とリーク試験まで任せられる会社。',
      ['electropolishing'],
      ['sus304'],
    ),
  ],
  'orderer-food': [
    need('低糖質の和菓子', '介護食向けの小ロット商品を一緒に開発できる会社。初回5,000個。'),
    need(
      '充填ラインの治具と搬送',
      '洗浄しやすいステンレス製の治具と、小型の搬送装置。',
      ['sheet-metal'],
      ['sus304'],
    ),
  ],
  'orderer-ev': [
    need(
      'アルミ水冷プレート',
      '摩擦攪拌接合による水冷プレートの量産。圧損と気密を保証できる会社。',
      ['friction-stir-welding'],
      ['a6063'],
    ),
    need('小型ギヤの歯研', 'モジュール1以下の歯車の研削と検査。月1,000個。', ['gear-grinding']),
  ],
};

/** The same of the orderers' sheets. */
export const demoBuyers: Readonly<Record<string, readonly [headline: string, pitch: string]>> = {
  orderer: [
    '分析装置の部品を一緒に作れる会社を探しています',
    '半導体製造装置と医療用分析装置を作っています。設計の早い段階からのご提案を歓迎します。',
  ],
  'orderer-food': [
    '小さな食品会社との商品づくり',
    '介護食と和菓子を全国に届けています。ラインの治具や搬送のご提案もお待ちしています。',
  ],
  'orderer-ev': [
    'EVの冷却と駆動の部品を任せられる会社を',
    '量産の立ち上げまで二年、試作の段階から品質保証の担当者が一緒に進めます。',
  ],
};

/** Headline and text of each supplier's sheet. */
export const demoPitches: Readonly<Record<string, readonly [headline: string, pitch: string]>> = {
  supplier: [
    'SUSとチタンの小物精密切削を10日で',
    '5軸と複合旋盤で1個から200個まで。三次元測定の成績書を全数お付けします。',
  ],
  kenma: ['Ra0.02までの鏡面研磨', '切削の後の鏡面研磨とバフ仕上げを一貫でお受けします。'],
  plating: ['精密部品の表面処理', '治具から設計し、寸法公差を守っためっきをご提案します。'],
  sheet: ['薄板の精密板金', '試作1個から。溶接ひずみを抑える工程をご提案します。'],
  cooling: [
    '摩擦攪拌接合の水冷プレート',
    'IATF 16949の工程管理で量産に対応します。気密試験まで社内で行います。',
  ],
  gear: ['小モジュールの歯研', 'モジュール0.3から研削し、歯形の測定データをお付けします。'],
  vacuum: ['真空容器の溶接からリーク試験まで', '溶接、電解研磨、ヘリウムリーク試験を一括でお受けします。'],
  keihin: ['短納期の機械加工', '図面から最短3日で試作をお届けします。'],
  supplier2: ['低糖質の和菓子を小ロットで', 'HACCPに沿った工程で、5,000個からご一緒に商品を作ります。'],
  mould: ['試作用の樹脂型', '簡易型で50個から成形し、量産の型へつなぎます。'],
  robot: ['小型の搬送と組立の自動化', '食品工場の治具と搬送装置を、洗浄しやすい設計でご提案します。'],
  freeze: ['急速冷凍と食品加工', '試作から冷凍での保存試験までお手伝いします。'],
};
