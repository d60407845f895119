import type { LearningReport, WeightFeature } from '#contracts/learning.js';
import type { Language } from '#contracts/shapes.js';
import type { ExportHeader, ExportRow } from '#platform/spreadsheet/index.js';

const words = {
  ja: {
    headings: { part: '区分', name: '項目', before: '変更前', after: '変更後' },
    figures: '集計',
    weights: '重み（出荷時＝1）',
    examples: '先頭10社の例',
    outcomes: '学べる結果の件数',
    needed: '必要な件数',
    subjects: '対象の案件・特許',
    heldOut: 'うち検証用',
    metric: '検証用の正しい順番の割合',
    result: '結論',
    results: { adopted: '採用', kept: '据え置き', held: '人が選んだ版を維持', 'too-few': '件数不足' },
    place: '位',
    features: {
      process: '工程',
      material: '材料',
      envelope: '大きさ',
      mass: '質量',
      tolerance: '公差',
      lot: 'ロット',
      quantity: '数量',
      certificate: '認証',
      region: '所在地',
      delivery: '納期・空き',
      theme: 'テーマ',
      text: '言葉の近さ',
    },
  },
  en: {
    headings: { part: 'Part', name: 'Item', before: 'Before', after: 'After' },
    figures: 'Figures',
    weights: 'Weights (1 as shipped)',
    examples: 'First ten, examples',
    outcomes: 'Outcomes to learn from',
    needed: 'Outcomes needed',
    subjects: 'Orders or patents',
    heldOut: 'of them held out',
    metric: 'Share of held-out pairs in the right order',
    result: 'Result',
    results: {
      adopted: 'adopted',
      kept: 'kept as they were',
      held: 'held the version that a person chose',
      'too-few': 'too few outcomes',
    },
    place: '',
    features: {
      process: 'Process',
      material: 'Material',
      envelope: 'Size',
      mass: 'Mass',
      tolerance: 'Tolerance',
      lot: 'Lot',
      quantity: 'Quantity',
      certificate: 'Certificate',
      region: 'Location',
      delivery: 'Delivery and room',
      theme: 'Theme',
      text: 'Nearness of words',
    },
  },
} as const;

/** A report as a table of figures, weights and example lists, before and after. */
export function reportTable(
  report: LearningReport,
  language: Language,
): { headers: ExportHeader[]; rows: ExportRow[] } {
  const t = words[language];
  const figure = (name: string, before: ExportRow['before'], after: ExportRow['after'] = before) => ({
    part: t.figures,
    ...{ name, before, after },
  });
  const features = Object.keys(t.features) as WeightFeature[];
  return {
    headers: Object.entries(t.headings).map(([key, label]) => ({ key, label })),
    rows: [
      figure(t.result, null, report.result && t.results[report.result]),
      figure(t.outcomes, null, report.outcomes),
      figure(t.needed, null, report.outcomesNeeded),
      figure(t.subjects, null, report.subjects),
      figure(t.heldOut, null, report.heldOut),
      figure(t.metric, report.before, report.after),
      ...features.map((feature) => ({
        ...{ part: t.weights, name: t.features[feature] },
        ...{ before: report.weightsBefore[feature], after: report.weightsAfter[feature] },
      })),
      ...report.examples.flatMap(({ title, before, after }) =>
        Array.from({ length: Math.max(before.length, after.length) }, (_, i) => ({
          ...{ part: t.examples, name: `${title} ${i + 1}${t.place}` },
          ...{ before: before[i]?.name ?? null, after: after[i]?.name ?? null },
        })),
      ),
    ],
  };
}
