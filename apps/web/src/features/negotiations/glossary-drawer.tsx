import { Drawer, Stack, Text, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TradeTerm } from '#contracts/trade-terms.js';
import { Loading } from '../../parts/loaded';
import { joinWords } from '../../parts/words';
import type { Glossary } from './glossary';
import { TermPair } from './rich-text';
import type { Said } from './said';
import { textParts } from './text-parts';
import classes from './talk.module.css';

/** More words than these are not shown at once: one looks further by typing more. */
const SHOWN = 50;

interface GlossaryDrawerProps {
  glossary: Glossary | null;
  said: ReadonlyMap<number, Said>;
  close: () => void;
}

/** Words of the trade in both languages: those of this conversation, and any that one looks up. */
export function GlossaryDrawer({ glossary, said, close }: GlossaryDrawerProps) {
  const { t } = useTranslation('talk');
  const [q, setQ] = useState('');
  const here = useMemo(() => (glossary ? termsOf(said, glossary) : []), [said, glossary]);
  const searching = q.trim() !== '';
  const found = searching ? (glossary?.search(q, SHOWN) ?? []) : here;
  return (
    <Drawer opened onClose={close} position="right" size="26rem" title={t('glossary.title')}>
      <Stack gap="sm">
        <Text size="sm">{t('glossary.lead')}</Text>
        <TextInput
          data-autofocus
          aria-label={t('glossary.search')}
          placeholder={t('glossary.search')}
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
        />
        <Text component="h3" size="sm" fw={650}>
          {t(searching ? 'glossary.all' : 'glossary.here')}
        </Text>
        {!glossary && <Loading lines={4} />}
        {glossary && found.length === 0 && (
          <Text size="sm">{searching ? t('glossary.none', { q: q.trim() }) : t('glossary.hereNone')}</Text>
        )}
        <ul className={classes.terms}>
          {found.map((term) => (
            <li key={term.code}>
              <TermPair term={term} />
              {searching && term.also.length > 0 && (
                <Text size="xs" c="gray.7">
                  {t('glossary.also')}: {joinWords(term.also)}
                </Text>
              )}
            </li>
          ))}
        </ul>
      </Stack>
    </Drawer>
  );
}

/** The words that were used, each once, in the order of their first use. */
function termsOf(said: ReadonlyMap<number, Said>, glossary: Glossary): TradeTerm[] {
  const terms = new Map<string, TradeTerm>();
  for (const { text, withdrawnAt } of said.values())
    if (withdrawnAt === null)
      for (const part of textParts(text, [], glossary))
        if (part.kind === 'term') terms.set(part.term.code, part.term);
  return [...terms.values()];
}
