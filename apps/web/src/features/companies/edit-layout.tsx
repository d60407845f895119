import { Button, Group, Text, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { companyProfile } from '#contracts/companies.js';
import type { z } from 'zod';
import type { FormState } from '../../forms/form-state';
import { Panel } from '../../parts/panel';
import classes from './edit.module.css';

export type ProfileForm = FormState<z.input<typeof companyProfile>>;

/** The sections, and the fields in them. */
const sections = {
  basics: [
    'name',
    'nameKana',
    'nameEn',
    'isOrderer',
    'isSupplier',
    'industry',
    'staff',
    'capitalYen',
    'founded',
  ],
  place: [
    'prefecture',
    'municipality',
    'address',
    'latitude',
    'longitude',
    'website',
    'phone',
    'contactName',
  ],
  words: ['summary', 'description', 'themes'],
  processes: ['processes'],
  materials: ['materials'],
  equipment: ['equipment'],
  certificates: ['certificates'],
  products: ['products'],
  awards: ['awards'],
  images: [],
} as const;
export type SectionName = keyof typeof sections;

/** A panel that the list of sections leads to. */
export function Section({ name, lead, children }: { name: SectionName; lead?: string; children: ReactNode }) {
  const { t } = useTranslation('companies');
  return (
    <div id={`section-${name}`} tabIndex={-1} className={classes.section}>
      <Panel title={t(`section.${name}`)} lead={lead}>
        {children}
      </Panel>
    </div>
  );
}

/** The way to each section; those with something wrong are marked. */
export function SectionLinks({ errors }: { errors: Record<string, string> }) {
  const { t } = useTranslation(['companies', 'parts']);
  const wrong = new Set(Object.keys(errors).map((path) => path.split('.')[0]));
  return (
    <nav className={classes.links} aria-label={t('edit.sections')}>
      <ul>
        {(Object.keys(sections) as SectionName[]).map((name) => {
          const isWrong = sections[name].some((field) => wrong.has(field));
          return (
            <li key={name}>
              <UnstyledButton
                data-wrong={isWrong || undefined}
                onClick={() => {
                  const section = document.getElementById(`section-${name}`);
                  section?.scrollIntoView();
                  section?.focus({ preventScroll: true });
                }}
              >
                {t(`section.${name}`)}
                {isWrong && (
                  <Text span size="xs" display="block">
                    {t('parts:rows.wrong')}
                  </Text>
                )}
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Saving is always in reach. */
export function SaveBar({ form }: { form: Pick<ProfileForm, 'busy' | 'dirty' | 'reset'> }) {
  const { t } = useTranslation(['companies', 'common']);
  return (
    <div className={classes.bar}>
      <Text size="sm" c={form.dirty ? undefined : 'dimmed'} role="status">
        {t(form.dirty ? 'edit.unsaved' : 'edit.allSaved')}
      </Text>
      <Group gap="sm">
        <Button type="submit" loading={form.busy}>
          {t('common:save')}
        </Button>
      </Group>
    </div>
  );
}
