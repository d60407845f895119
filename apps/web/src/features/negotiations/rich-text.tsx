import { Anchor, Popover, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tradeTermsApi, type TradeTerm } from '#contracts/trade-terms.js';
import { call } from '../../api/client';
import { keyOf } from '../../api/use-endpoint';
import { Glossary } from './glossary';
import { textParts, type Named } from './text-parts';
import classes from './talk.module.css';

/** The words of the trade; null until they have been read. Read once. */
export function useGlossary(): Glossary | null {
  const { data } = useQuery({
    queryKey: keyOf(tradeTermsApi.list),
    queryFn: async ({ signal }) => new Glossary((await call(tradeTermsApi.list, { signal })).data.items),
    staleTime: Infinity,
    gcTime: Infinity,
    structuralSharing: false,
  });
  return data ?? null;
}

interface RichTextProps {
  text: string;
  mentioned: readonly Named[];
  glossary: Glossary | null;
}

/** A text whose addresses can be followed, whose people stand out, and whose words of the trade open as a pair. */
export function RichText({ text, mentioned, glossary }: RichTextProps) {
  return textParts(text, mentioned, glossary).map((part, i) => {
    if (part.kind === 'term') return <Term key={i} text={part.text} term={part.term} />;
    if (part.kind === 'mention')
      return (
        <span key={i} className={classes.mention}>
          {part.text}
        </span>
      );
    if (part.kind === 'text') return part.text;
    return (
      <Anchor
        key={i}
        href={part.text}
        target="_blank"
        rel="noopener noreferrer nofollow"
        inherit
        underline="always"
      >
        {part.text}
      </Anchor>
    );
  });
}

/** The pair is only made when it is asked for: a conversation has hundreds of words. */
function Term({ text, term }: { text: string; term: TradeTerm }) {
  const { t } = useTranslation('talk');
  const [opened, setOpened] = useState(false);
  const word = (
    <button
      type="button"
      className={classes.term}
      aria-expanded={opened}
      title={t('glossary.term', { term: text })}
      onClick={() => setOpened(!opened)}
    >
      {text}
    </button>
  );
  if (!opened) return word;
  return (
    <Popover opened onChange={setOpened} width={320} position="top" withArrow shadow="md" trapFocus={false}>
      <Popover.Target>{word}</Popover.Target>
      <Popover.Dropdown>
        <TermPair term={term} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** A word in both languages, side by side. */
export function TermPair({ term }: { term: TradeTerm }) {
  const { t } = useTranslation('talk');
  return (
    <div className={classes.pair}>
      <Text size="xs" c="gray.7" className={classes.pairKind}>
        {t(`glossary.kind.${term.kind}`)}
      </Text>
      {(['ja', 'en'] as const).map((language) => (
        <div key={language} lang={language}>
          <Text size="xs" c="gray.7">
            {t(`glossary.${language}`)}
          </Text>
          <Text size="sm" fw={650}>
            {term[language]}
          </Text>
          {term.note && <Text size="xs">{term.note[language]}</Text>}
        </div>
      ))}
    </div>
  );
}
