import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Patent, PatentContent } from '#contracts/patents.js';
import { shownLanguage } from '../../i18n';
import { Facts } from '../../parts/facts';
import { Day, formatDay } from '../../parts/format';
import { Panel } from '../../parts/panel';
import { StateBadge } from '../../parts/state-badge';
import { TermNames } from '../../parts/term-names';
import { dayInJapan, joinWords } from '../../parts/words';
import { shownWord } from './technical-words';

/** What one can do with it, before how it works: that is what a reader decides by. */
export function PatentUses({ content }: { content: PatentContent }) {
  const { t } = useTranslation('patents');
  const uses = (['purpose', 'effect', 'applicableProducts'] as const).filter((field) => content[field]);
  return (
    <>
      {uses.length > 0 && (
        <Panel title={t('section.uses')}>
          <Stack gap="md">
            {uses.map((field) => (
              <div key={field}>
                <Title order={3} size="h5" mb={4}>
                  {t(`field.${field}`)}
                </Title>
                <Prose text={content[field]} />
              </div>
            ))}
          </Stack>
        </Panel>
      )}
      {content.summary && (
        <Panel title={t('field.summary')}>
          <Prose text={content.summary} />
        </Panel>
      )}
    </>
  );
}

export function PatentTerms({ content }: { content: PatentContent }) {
  const { t } = useTranslation('patents');
  const told = (value: boolean | null) => value !== null && t(value ? 'told.yes' : 'told.no');
  return (
    <Panel title={t('section.terms')}>
      <Facts
        facts={[
          { label: t('field.licence'), value: <StateBadge kind="licence" state={content.licence} /> },
          { label: t('field.assignment'), value: <StateBadge kind="licence" state={content.assignment} /> },
          { label: t('field.terms'), value: content.terms && <Prose text={content.terms} /> },
          { label: t('field.implemented'), value: told(content.implemented) },
          { label: t('field.licensedBefore'), value: told(content.licensedBefore) },
        ]}
      />
    </Panel>
  );
}

/** Whose it is in the register, and what it is about. */
export function PatentFacts({ patent }: { patent: Patent }) {
  const { t } = useTranslation('patents');
  const language = shownLanguage();
  const { content } = patent;
  const words = (stored: string[]) => joinWords(stored.map((word) => shownWord(word, language)));
  return (
    <Panel title={t('section.facts')}>
      <Facts
        facts={[
          { label: t('field.holder'), value: content.holder },
          { label: t('field.technicalFields'), value: words(content.technicalFields) },
          { label: t('field.functions'), value: words(content.functions) },
          {
            label: t('field.themes'),
            value: content.themes.length > 0 && <TermNames list="themes" codes={content.themes} />,
          },
          {
            label: t('field.visibility'),
            value: patent.can.edit && t(`visibility.${content.visibility}`),
          },
          { label: t('published'), value: patent.publishedAt && <Day on={dayInJapan(patent.publishedAt)} /> },
          { label: t('updated'), value: <Day on={dayInJapan(patent.updatedAt)} /> },
        ]}
      />
    </Panel>
  );
}

/** The numbers by which it is found in the registers; they would tell whose it is. */
export function PatentNumbers({ content, masked }: { content: PatentContent; masked: boolean }) {
  const { t } = useTranslation('patents');
  const facts = [
    { label: t('field.number'), value: content.number },
    { label: t('field.registrationNumber'), value: content.registrationNumber },
    { label: t('field.applicationNumber'), value: content.applicationNumber },
    { label: t('field.publicationNumber'), value: content.publicationNumber },
    {
      label: t('field.applicationDate'),
      value: content.applicationDate && formatDay(content.applicationDate),
    },
    { label: t('field.ipc'), value: content.ipc },
  ];
  const none = facts.every(({ value }) => !value);
  return (
    <Panel title={t('section.numbers')}>
      <Stack gap="sm">
        {(masked || none) && (
          <Text size="sm" c="dimmed">
            {t(masked ? 'numbersMasked' : 'numbersNone')}
          </Text>
        )}
        {!none && <Facts facts={facts} />}
      </Stack>
    </Panel>
  );
}

function Prose({ text }: { text: string }) {
  return (
    <Text inherit style={{ whiteSpace: 'pre-wrap' }} maw="46rem">
      {text}
    </Text>
  );
}
