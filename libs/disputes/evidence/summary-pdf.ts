import type { EvidencePiece } from '#contracts/council-votes.js';
import type { Dispute } from '#contracts/disputes.js';
import type { BothLanguages, Language } from '#contracts/shapes.js';
import { heading, keyValues, paragraph, renderPdf, table } from '#platform/pdf/index.js';
import { lotCaveats } from '../council/lot.js';
import { caveatWords } from '../council/lot-words.js';
import { findingWords, kindWords, outcomeWords, stateWords, summaryWords as words } from './summary-words.js';

type Summary = Omit<Dispute, 'can' | 'step'>;

/** A dispute on paper: parties, claim, what was said, evidence by its hashes, and the council's opinion. */
export function summaryPdf(
  dispute: Summary,
  evidence: readonly EvidencePiece[],
  language: Language,
  printedAt: Date,
): Promise<Buffer> {
  const say = (text: BothLanguages) => text[language];
  const nameOf = (side: 'owner' | 'candidate' | null) =>
    side ? dispute.parties[side] : say(words.coordinator);
  const other = dispute.claimant === 'owner' ? 'candidate' : 'owner';
  return renderPdf({
    title: say(words.title),
    subtitle: `${fill(words.no, language, { no: dispute.no })}　${dispute.title}`,
    ...{ language, printedAt },
    content: [
      keyValues([
        [say(words.kind), say(kindWords[dispute.kind])],
        [say(words.claimant), dispute.parties[dispute.claimant]],
        [say(words.respondent), dispute.parties[other]],
        [
          say(words.amount),
          dispute.amountYen === null ? say(words.unknown) : yenIn(dispute.amountYen, language),
        ],
        [say(words.openedAt), timeIn(dispute.createdAt, language)],
        [say(words.state), say(stateWords[dispute.state])],
        ...(dispute.state === 'withdrawn' ? [[say(words.endReason), dispute.endReason] as const] : []),
      ]),
      paragraph(say(words.noCourt)),
      heading(say(words.statements)),
      ...dispute.statements.flatMap(({ side, by, at, text }) => [
        keyValues([[nameOf(side), `${by}　${timeIn(at, language)}`]]),
        paragraph(text),
      ]),
      ...lotParts(dispute, language),
      ...challengeParts(dispute, language),
      ...tieParts(dispute, language),
      heading(say(words.evidence)),
      evidenceTable(evidence, language),
      ...decisionParts(dispute, language),
      ...settlementParts(dispute, language),
    ],
  });
}

/** The lots that were drawn, and what they do not prove; all that is needed to draw them again is beside this summary. */
function lotParts({ lots }: Summary, language: Language) {
  const drawn = lots.flatMap(({ drawnAt, addition, ...lot }) =>
    drawnAt && addition ? [{ ...lot, drawnAt, addition }] : [],
  );
  if (drawn.length === 0) return [];
  return [
    heading(words.lots[language]),
    ...drawn.flatMap(({ no, seats, candidates, drawnBy, drawnAt, format, addition }) => [
      keyValues([
        [
          fill(words.lot, language, { no }),
          [
            fill(words.candidates, language, { n: candidates ?? 0, seats }),
            drawnBy ? fill(words.drawnBy, language, { name: drawnBy }) : words.drawnUnasked[language],
            timeIn(drawnAt, language),
          ].join('　'),
        ],
      ]),
      ...lotCaveats({ format, addition }).map((caveat) => paragraph(caveatWords[caveat][language])),
    ]),
  ];
}

/** Who was replaced because a side challenged them, and why. */
function challengeParts({ panel, parties }: Summary, language: Language) {
  const rows = panel.flatMap(({ name, organisation, challengedBy, challengeReason }) =>
    challengedBy
      ? [[parties[challengedBy], [name, organisation, challengeReason].filter(Boolean).join('\n')] as const]
      : [],
  );
  return rows.length === 0 ? [] : [heading(words.challenges[language]), keyValues(rows)];
}

/** Who made a tie to whom. */
function tieParts({ panel, parties }: Summary, language: Language) {
  const rows = panel.flatMap(({ name, organisation, tiedBy }) =>
    tiedBy.map((side) => [parties[side], [name, organisation].filter(Boolean).join('\n')] as const),
  );
  return rows.length === 0 ? [] : [heading(words.ties[language]), keyValues(rows)];
}

/** The chosen entries, by their number and hash in the room's record. */
function evidenceTable(evidence: readonly EvidencePiece[], language: Language) {
  if (evidence.length === 0) return paragraph(words.none[language]);
  return table(
    [
      { label: '#', width: 30 },
      { label: words.when[language], width: 90 },
      { label: words.what[language] },
      { label: 'SHA-256', width: 130 },
    ],
    evidence.map(({ position, at, what, who, text, hash }) => [
      ...[String(position), timeIn(at, language), [what, who, text].filter(Boolean).join('\n'), hash],
    ]),
  );
}

function decisionParts({ outcome, decision, opinions, compliance, parties }: Summary, language: Language) {
  const say = (text: BothLanguages) => text[language];
  if (!outcome || !decision) return [];
  const owed =
    outcome.amountYen === null ? [] : [[say(words.owed), yenIn(outcome.amountYen, language)] as const];
  return [
    heading(say(words.decision)),
    keyValues([
      [say(words.finding), say(findingWords[outcome.finding])],
      ...owed,
      [say(words.remedy), decision.remedy],
      [say(words.dueOn), decision.dueOn],
      [say(words.by), `${decision.by}　${timeIn(decision.at, language)}`],
      ['SHA-256', decision.sha256],
    ]),
    paragraph(decision.reasons),
    ...opinions.flatMap(({ by, text }) => [keyValues([[say(words.opinion), by]]), paragraph(text)]),
    ...(compliance.length === 0
      ? []
      : [
          heading(say(words.compliance)),
          keyValues(
            compliance.map(({ side, outcome: came, note, at }) => [
              `${parties[side]}　${timeIn(at, language)}`,
              [say(outcomeWords[came]), note].filter(Boolean).join('\n'),
            ]),
          ),
        ]),
  ];
}

function settlementParts({ settlement, parties }: Summary, language: Language) {
  if (!settlement) return [];
  const { side, by, at, text, sha256, confirmed } = settlement;
  return [
    heading(words[confirmed ? 'settlement' : 'proposed'][language]),
    keyValues([
      [parties[side], `${by}　${timeIn(at, language)}`],
      ...(confirmed
        ? [[words.confirmedBy[language], `${confirmed.by}　${timeIn(confirmed.at, language)}`] as const]
        : []),
      ['SHA-256', sha256],
    ]),
    paragraph(text),
  ];
}

const yenIn = (value: number, language: Language): string =>
  language === 'ja' ? `${value.toLocaleString('ja-JP')}円` : `¥${value.toLocaleString('ja-JP')}`;

const timeIn = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    ...{ timeZone: 'Asia/Tokyo', dateStyle: 'medium', timeStyle: 'short' },
  }).format(new Date(at));

const fill = (
  text: BothLanguages,
  language: Language,
  values: Readonly<Record<string, string | number>>,
): string => text[language].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
