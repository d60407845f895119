import { Button, Checkbox, Collapse, Group, Paper, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Facet } from '#contracts/shapes.js';

/** Values of a screen's filters, kept in its address, so that back, reload and a sent link show the same. */
export interface Filters<S extends z.ZodObject> {
  value: z.output<S>;
  /** Changes some; an empty value leaves the address. */
  set: (patch: Partial<z.output<S>>) => void;
  /** Takes the filters off, and changes what `also` says; words, order and view stay. */
  clear: (also?: Partial<z.output<S>>) => void;
  /** How many filters are set: words, order and view are none. */
  active: number;
  /** Whether filters or words leave less than everything. */
  isNarrowed: boolean;
}

/** What is asked for beside the filters, and is taken off where it is put. */
const BESIDE: readonly string[] = ['q', 'sort', 'view'];

/** One value of the address as the filter's schema reads it; one that it refuses counts as not set. */
function read(schema: z.ZodType, raw: string | undefined): unknown {
  const parsed = schema.safeParse(raw);
  return parsed.success ? parsed.data : schema.safeParse(undefined).data;
}

type Written = string | number | boolean | readonly string[] | null | undefined;
const written = (value: Written): string | undefined => {
  if (value === undefined || value === null || value === '' || value === false) return undefined;
  if (typeof value === 'object') return value.length > 0 ? value.join(',') : undefined;
  return String(value);
};

const writtenAll = (values: object): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, written(value as Written)]));

/**
 * The filters of this screen by their schema, e.g. `companyQuery.omit({ cursor: true, limit: true })`. `beside`: what of
 * it is no filter, beside words, order and view.
 */
export function useFilters<S extends z.ZodObject>(schema: S, beside: readonly string[] = []): Filters<S> {
  const search: Record<string, string | undefined> = useSearch({ strict: false });
  const navigate = useNavigate();
  const names = Object.keys(schema.shape);
  const value = Object.fromEntries(
    names.map((name) => [name, read(schema.shape[name] as z.ZodType, search[name])]),
  );
  const go = (next: Record<string, string | undefined>) =>
    void navigate({ to: '.', search: next, replace: true, resetScroll: false });
  const chosen = names.filter(
    (name) => search[name] !== undefined && !BESIDE.includes(name) && !beside.includes(name),
  );
  return {
    value: value as z.output<S>,
    set: (patch) => go({ ...search, ...writtenAll(patch) }),
    clear: (also = {}) =>
      go({
        ...Object.fromEntries(Object.entries(search).filter(([name]) => !chosen.includes(name))),
        ...writtenAll(also),
      }),
    active: chosen.length,
    isNarrowed: chosen.length > 0 || (names.includes('q') && search['q'] !== undefined),
  };
}

/** Filters beside their results; above them, folded, on a narrow screen. */
export function WithFilters({ filters, children }: { filters: ReactNode; children: ReactNode }) {
  return (
    <div className="with-filters">
      {filters}
      <div style={{ minWidth: 0 }}>{children}</div>
    </div>
  );
}

export function FilterPanel({
  filters,
  children,
}: {
  filters: { active: number; clear: () => void };
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const [opened, { toggle }] = useDisclosure(false);
  return (
    <Paper
      component="section"
      aria-label={t('filter.title')}
      withBorder
      p="md"
      bg="white"
      className="no-print"
    >
      <Group justify="space-between" mb={wide || opened ? 'sm' : 0}>
        {wide ? (
          <Text fw={650}>{t('filter.title')}</Text>
        ) : (
          <Button variant="subtle" size="compact-md" onClick={toggle} aria-expanded={opened}>
            {t(opened ? 'filter.hide' : 'filter.show')}
            {filters.active > 0 && ` (${filters.active})`}
          </Button>
        )}
        {filters.active > 0 && (
          <Button variant="subtle" size="compact-sm" onClick={() => filters.clear()}>
            {t('filter.clear')}
          </Button>
        )}
      </Group>
      {wide ? (
        <Stack gap="lg">{children}</Stack>
      ) : (
        <Collapse expanded={opened}>
          <Stack gap="lg">{children}</Stack>
        </Collapse>
      )}
    </Paper>
  );
}

/** Free words to search for; takes effect on Enter, on the button, or half a second after typing. */
export function SearchBox({
  value,
  onSearch,
  label,
}: {
  value: string;
  onSearch: (q: string) => void;
  label: string;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => onSearch(typed.trim()), 500);
    return () => clearTimeout(timer);
  });
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(typed.trim());
      }}
    >
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <TextInput
          type="search"
          label={label}
          value={typed}
          maxLength={200}
          onChange={(event) => setTyped(event.currentTarget.value)}
          flex={1}
        />
        <Button type="submit" variant="default">
          {t('search')}
        </Button>
      </Group>
    </form>
  );
}

interface FacetFilterProps {
  label: string;
  facet: Facet | undefined;
  value: string[];
  onChange: (value: string[]) => void;
  nameOf: (value: string) => string;
}

/** Values of a facet with their counts, to tick. Chosen ones stay although they have no hits. */
export function FacetFilter({ label, facet = [], value, onChange, nameOf }: FacetFilterProps) {
  const { t } = useTranslation();
  const counts = new Map(facet.map((hit) => [hit.value, hit.count]));
  const options = [...value.filter((v) => !counts.has(v)), ...counts.keys()];
  if (options.length === 0) return null;
  return (
    <Checkbox.Group label={label} value={value} onChange={onChange}>
      <ScrollArea.Autosize mah={240} mt={6} type="auto" offsetScrollbars>
        <Stack gap={6}>
          {options.map((option) => (
            <Checkbox
              key={option}
              value={option}
              size="sm"
              label={
                <>
                  {nameOf(option)}{' '}
                  <Text span size="xs" c="dimmed">
                    {t('filter.hits', { count: counts.get(option) ?? 0 })}
                  </Text>
                </>
              }
            />
          ))}
        </Stack>
      </ScrollArea.Autosize>
    </Checkbox.Group>
  );
}
