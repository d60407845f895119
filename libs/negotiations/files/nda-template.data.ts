import type { BothLanguages } from '#contracts/shapes.js';

export interface NdaTemplate {
  /** Named in the acceptance; a changed wording is a new version, put last. */
  readonly version: string;
  readonly title: BothLanguages;
  /** `{owner}`, `{candidate}` and `{subject}` are filled in. */
  readonly preamble: BothLanguages;
  readonly clauses: readonly {
    readonly ja: readonly [string, string];
    readonly en: readonly [string, string];
  }[];
}

/**
 * Mutual confidentiality terms, written for this product as a starting point for talks about an order or a patent. A
 * template: no legal advice. An earlier version stays, since rooms have accepted it.
 */
export const ndaTemplates: readonly NdaTemplate[] = [
  {
    version: '2026-11',
    title: { ja: '秘密保持に関する確認書', en: 'Mutual confidentiality terms' },
    preamble: {
      ja: '{owner}（以下「甲」）と{candidate}（以下「乙」）は、「{subject}」に関する商談（以下「本商談」）のために互いに開示する情報の取扱いについて、次のとおり確認する。',
      en: '{owner} (“Party A”) and {candidate} (“Party B”) confirm the following about the information that they disclose to each other for their talks on “{subject}” (the “Talks”).',
    },
    clauses: [
      {
        ja: [
          '秘密情報',
          '秘密情報とは、本商談のために一方が他方に開示する図面、仕様書、試作品、製造方法、価格その他の情報のうち、商談ルームで「秘密保持の後に開示」と指定されたもの、または開示の際に秘密である旨を示したものをいう。次の情報は含まない。(1) 開示の時に公知であったもの、または受領者の責めによらず公知となったもの。(2) 開示の前から受領者が正当に保有していたもの。(3) 秘密保持の義務を負わない第三者から正当に得たもの。(4) 秘密情報によらずに受領者が独自に得たもの。',
        ],
        en: [
          'Confidential information',
          'Confidential information means drawings, specifications, samples, methods of manufacture, prices and other information that one party discloses to the other for the Talks and that is either marked “after the NDA” in the negotiation room or stated to be confidential when it is disclosed. It does not include information that (1) was public when disclosed or became public through no fault of the receiver; (2) the receiver rightfully held before; (3) the receiver rightfully obtained from a third party under no duty of confidence; or (4) the receiver developed without using it.',
        ],
      },
      {
        ja: [
          '目的の限定',
          '受領者は、秘密情報を本商談における検討、見積りおよび試作の可否の判断のためにのみ用い、ほかの目的に用いない。',
        ],
        en: [
          'Use',
          'The receiver uses confidential information only to consider, quote for and judge the feasibility of what the Talks are about, and for nothing else.',
        ],
      },
      {
        ja: [
          '管理と開示の範囲',
          '受領者は、秘密情報を自己の重要な情報と同じ注意をもって管理し、本商談のために知る必要のある自己の役員および従業員にのみ開示して、同じ義務を守らせる。外注先その他の第三者に開示するときは、事前に開示者の書面（電磁的なものを含む）による承諾を得る。',
        ],
        en: [
          'Care and recipients',
          'The receiver keeps confidential information with the care it takes of its own important information, and gives it only to those of its officers and employees who need it for the Talks, who keep the same duties. Giving it to subcontractors or other third parties needs the prior written consent of the discloser; electronic form is enough.',
        ],
      },
      {
        ja: [
          '法令に基づく開示',
          '法令または裁判所もしくは官公庁の命令により開示を求められたときは、可能な限り事前に開示者に知らせ、求められた範囲に限り開示することができる。',
        ],
        en: [
          'Disclosure required by law',
          'Where a law, a court or an authority demands disclosure, the receiver may disclose what is demanded and no more, and tells the discloser beforehand where it can.',
        ],
      },
      {
        ja: [
          '複製と返還',
          '複製は本商談に必要な範囲にとどめる。本商談が終了したとき、または開示者が求めたときは、受領者は秘密情報およびその複製を返還または廃棄する。商談ルームに残る記録の保存は、この限りでない。',
        ],
        en: [
          'Copies and return',
          'Copies are made only as far as the Talks need them. When the Talks end, or the discloser asks for it, the receiver returns or destroys the confidential information and all copies. The record that the negotiation room itself keeps is not affected.',
        ],
      },
      {
        ja: [
          '権利',
          '秘密情報に関する特許権、ノウハウその他の権利は開示者にとどまり、この確認書は実施許諾その他の権利を与えない。秘密情報をもとに発明等をしたときは、出願の前に双方で取扱いを協議する。',
        ],
        en: [
          'Rights',
          'Patents, know-how and other rights in confidential information stay with the discloser; these terms grant no licence. Where an invention is made on its basis, the parties talk about how to treat it before anyone files for protection.',
        ],
      },
      {
        ja: [
          '契約の義務がないこと',
          'この確認書は、いずれの当事者にも、情報を開示する義務または取引の契約を結ぶ義務を負わせない。開示された情報は、その時の状態のまま示される。',
        ],
        en: [
          'No duty to contract',
          'These terms oblige neither party to disclose anything or to conclude a contract. Information is disclosed as it is.',
        ],
      },
      {
        ja: [
          '期間',
          'この確認書は、双方が商談ルームで承諾した日から効力を生じ、3年間有効とする。有効期間中に開示された秘密情報についての義務は、開示の日から3年間存続する。',
        ],
        en: [
          'Term',
          'These terms take effect on the day on which both parties have accepted them in the negotiation room and hold for three years. The duties for information disclosed within that time last three years from its disclosure.',
        ],
      },
      {
        ja: [
          '損害',
          'この確認書に違反して相手方に損害を与えた当事者は、違反により通常生ずべき損害を賠償する。',
        ],
        en: [
          'Damages',
          'A party that breaks these terms and thereby harms the other makes good the damage that ordinarily follows from the breach.',
        ],
      },
      {
        ja: [
          '準拠法と協議',
          'この確認書は日本法に従う。定めのない事項および疑義は、双方が誠実に協議して解決する。日本語と英語の文に違いがあるときは、日本語の文による。',
        ],
        en: [
          'Law and language',
          'The law of Japan applies. What is not settled here, and any doubt, the parties resolve by talking in good faith. Where the Japanese and the English text differ, the Japanese text decides.',
        ],
      },
    ],
  },
];
