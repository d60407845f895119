import { p, type TaxonomyEntry } from './taxonomy.types.js';

/** Concerns by which trade fairs, support measures and requests are grouped. */
// prettier-ignore
export const themes: TaxonomyEntry[] = [
  p('sdgs', null, 'SDGs', 'SDGs', '持続可能な開発目標', 'サステナビリティ'),
  p('carbon-neutral', null, 'カーボンニュートラル', 'Carbon neutrality', '脱炭素', 'GX', 'ゼロカーボン', '省エネ'),
  p('dx', null, 'DX（デジタル化）', 'Digital transformation', 'DX', 'デジタル化', 'IT化', 'スマートファクトリー'),
  p('ev', null, 'EV・電動化', 'Electric vehicles', 'EV', '電気自動車', '電動化', 'CASE'),
  p('invoice', null, 'インボイス・電子帳簿保存', 'Invoice system and electronic records', 'インボイス', 'インボイス制度', '電子帳簿保存法', '電帳法'),
  p('price-pass-through', null, '価格転嫁・取引適正化', 'Price pass-through and fair trading', '価格転嫁', '取引適正化', '価格交渉', '下請法', '取適法'),
  p('medical-welfare', null, '医療・福祉機器', 'Medical and welfare equipment', '医療', '福祉', '介護', '医工連携'),
  p('new-manufacturing', null, '新しいものづくり', 'New manufacturing', 'ものづくり', '新製造技術', '先端加工'),
  p('environment', null, '環境・資源循環', 'Environment and circular economy', '環境', 'リサイクル', '循環経済', 'サーキュラーエコノミー'),
  p('energy', null, 'エネルギー・水素', 'Energy and hydrogen', 'エネルギー', '水素', '再生可能エネルギー', '蓄電池'),
  p('it', null, 'IT・ソフトウェア', 'Information technology', 'IT', 'ICT', '情報通信'),
  p('ai-iot', null, 'AI・IoT', 'AI and IoT', 'AI', 'IoT', '人工知能'),
  p('bio', null, 'バイオ・ライフサイエンス', 'Biotechnology and life science', 'バイオ', 'ライフサイエンス', '創薬'),
  p('semiconductor', null, '半導体', 'Semiconductors', '半導体製造装置', '半導体産業'),
  p('robotics', null, 'ロボット・自動化', 'Robotics and automation', 'ロボット', '自動化', '省力化'),
  p('aerospace', null, '航空宇宙', 'Aerospace', '航空', '宇宙', 'ドローン', '航空機'),
  p('food', null, '食・農', 'Food and agriculture', '食品', '農業', 'フードテック', '6次産業化'),
  p('disaster-prevention', null, '防災・事業継続', 'Disaster prevention and continuity', '防災', 'BCP', '減災', '事業継続'),
  p('infrastructure', null, 'インフラ・建設', 'Infrastructure and construction', 'インフラ', '建設', 'インフラ老朽化'),
  p('overseas', null, '海外展開', 'Overseas expansion', '輸出', '海外進出', '越境EC'),
  p('business-succession', null, '事業承継・人材', 'Business succession and people', '事業承継', '人材', '人手不足', '技能継承'),
  p('open-innovation', null, 'オープンイノベーション・産学連携', 'Open innovation', '産学連携', 'オープンイノベーション', '共同開発', '開放特許'),
];
