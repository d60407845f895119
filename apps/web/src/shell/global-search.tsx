import { Button, Combobox, Kbd, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#contracts/endpoint.js';
import { searchApi } from '#contracts/search.js';
import { useEndpoint } from '../api/use-endpoint';
import { addressOf } from '../features/search/kinds';
import { Marked } from '../features/search/marked';
import { formatNumber } from '../parts/words';

type Quick = OutputOf<typeof searchApi.quick>;

/** One box for everything: the best hits while typing, all of them on Enter. `/` leads to it from anywhere. */
export function GlobalSearch() {
  const { t } = useTranslation('search');
  const input = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 150);
  const { data } = useEndpoint(searchApi.quick, { query: { q: asked } }, { enabled: asked !== '' });
  useHotkeys([['/', () => input.current?.focus()]]);
  const showAll = () => {
    combobox.closeDropdown();
    void navigate({ to: '/search', search: { q: typed.trim() || undefined } });
  };
  const pick = (value: string) => {
    if (value === ALL) return showAll();
    combobox.closeDropdown();
    setTyped('');
    void navigate({ to: value.slice(value.indexOf(' ') + 1) });
  };
  const open = asked !== '' && typed.trim() !== '' && data !== undefined;
  return (
    <search aria-label={t('global')}>
      <Combobox store={combobox} onOptionSubmit={pick} width={420} position="bottom-start" shadow="md">
        <Combobox.Target withExpandedAttribute>
          <TextInput
            ref={input}
            role="combobox"
            enterKeyHint="search"
            aria-label={t('global')}
            placeholder={t('globalPlaceholder')}
            maxLength={200}
            w={{ sm: 220, lg: 320 }}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              combobox.openDropdown();
            }}
            onFocus={() => typed !== '' && combobox.openDropdown()}
            onBlur={() => combobox.closeDropdown()}
            onKeyDown={(event) => {
              const isComposing = event.nativeEvent.isComposing;
              if (event.key === 'Enter' && !isComposing && combobox.getSelectedOptionIndex() < 0) showAll();
            }}
            rightSection={
              typed === '' ? (
                <Kbd size="xs" aria-hidden>
                  /
                </Kbd>
              ) : undefined
            }
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={!open}>{data && <QuickHits found={data} />}</Combobox.Dropdown>
      </Combobox>
    </search>
  );
}

const ALL = 'all';

function QuickHits({ found }: { found: Quick }) {
  const { t } = useTranslation('search');
  return (
    <Combobox.Options mah={480} style={{ overflowY: 'auto' }}>
      {found.groups.map(({ kind, total, items }) => (
        <Combobox.Group key={kind} label={`${t(`kind.${kind}`)} ${formatNumber(total)}`}>
          {items.map((hit) => {
            const title = hit.highlights.find(({ field }) => field === 'title');
            const reason = hit.highlights.find(({ field }) => field !== 'title');
            return (
              <Combobox.Option key={hit.key} value={`${hit.key} ${addressOf(hit)}`}>
                <Text size="sm" fw={600} truncate>
                  {title ? <Marked texts={title.texts} /> : hit.title}
                </Text>
                {reason && (
                  <Text size="xs" c="dimmed" truncate>
                    <Marked texts={reason.texts} />
                  </Text>
                )}
              </Combobox.Option>
            );
          })}
        </Combobox.Group>
      ))}
      {found.groups.length === 0 && <Combobox.Empty>{t('none')}</Combobox.Empty>}
      <Combobox.Option value={ALL}>
        {found.suggestion ? t('allFor', { words: found.suggestion }) : t('all')}
      </Combobox.Option>
    </Combobox.Options>
  );
}

/** On a narrow screen the box has a screen of its own. */
export function SearchLink() {
  const { t } = useTranslation();
  return (
    <Button component={Link} to="/search" variant="subtle" size="compact-md" hiddenFrom="sm">
      {t('search')}
    </Button>
  );
}
