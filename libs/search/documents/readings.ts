/** How the trade's words in Chinese characters are read: who types `senban` or せんばん finds 旋盤. */
const WORDS = `旋盤 センバン 旋削 センサク 加工 カコウ 切削 セッサク 研削 ケンサク 研磨 ケンマ 溶接 ヨウセツ 板金 バンキン 鋳造 チュウゾウ 鍛造 タンゾウ
熱処理 ネツショリ 表面処理 ヒョウメンショリ 処理 ショリ 塗装 トソウ 成形 セイケイ 成型 セイケイ 射出 シャシュツ 金型 カナガタ 樹脂 ジュシ 組立 クミタテ 検査 ケンサ
設計 セッケイ 開発 カイハツ 試作 シサク 精密 セイミツ 微細 ビサイ 放電 ホウデン 歯車 ハグルマ 歯切り ハギリ 焼入れ ヤキイレ 焼き入れ ヤキイレ 焼結 ショウケツ
焼鈍 ショウドン 浸炭 シンタン 窒化 チッカ 粉末 フンマツ 冶金 ヤキン 圧延 アツエン 引抜 ヒキヌキ 押出 オシダシ 曲げ マゲ 絞り シボリ 切断 セツダン 穴あけ アナアケ
深穴 フカアナ 中ぐり ナカグリ 接着 セッチャク 接合 セツゴウ 金属 キンゾク 鋼板 コウハン 炭素鋼 タンソコウ 合金 ゴウキン 鋳鉄 チュウテツ 黄銅 オウドウ 真鍮 シンチュウ
純銅 ジュンドウ 木材 モクザイ 木工 モッコウ 食品 ショクヒン 印刷 インサツ 縫製 ホウセイ 包装 ホウソウ 物流 ブツリュウ 電子 デンシ 電気 デンキ 基板 キバン 実装 ジッソウ
配線 ハイセン 光学 コウガク 医療 イリョウ 機器 キキ 機械 キカイ 半導体 ハンドウタイ 航空 コウクウ 宇宙 ウチュウ 自動車 ジドウシャ 自動 ジドウ 部品 ブヒン 環境 カンキョウ
福祉 フクシ 製缶 セイカン 鈑金 バンキン 鏡面 キョウメン 彫刻 チョウコク 刻印 コクイン 測定 ソクテイ 三次元 サンジゲン 洗浄 センジョウ 陽極酸化 ヨウキョクサンカ
塑性 ソセイ 冷間 レイカン 熱間 ネッカン 複合 フクゴウ 大型 オオガタ 門型 モンガタ 平面 ヘイメン 円筒 エントウ 内面 ナイメン 超音波 チョウオンパ 高周波 コウシュウハ
真空 シンクウ 蒸着 ジョウチャク 織物 オリモノ 染色 センショク 紙器 シキ 発酵 ハッコウ 醸造 ジョウゾウ 冷凍 レイトウ 乾燥 カンソウ 殺菌 サッキン 充填 ジュウテン`;

const items = WORDS.split(/\s+/);
const readings = new Map<string, string>();
for (let i = 0; i + 1 < items.length; i += 2) readings.set(items[i] ?? '', items[i + 1] ?? '');
const known = new RegExp([...readings.keys()].sort((a, b) => b.length - a.length).join('|'), 'g');

/** Readings of a term's words in katakana; empty where none is known. */
export function readingOf(term: string): string {
  if (!known.test(term)) return '';
  known.lastIndex = 0;
  return term.replace(known, (word) => readings.get(word) ?? word);
}
