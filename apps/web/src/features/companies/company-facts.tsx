import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Company } from '#contracts/companies.js';
import { DateTime, formatDay, formatYen } from '../../parts/format';
import { Facts } from '../../parts/facts';
import { Panel } from '../../parts/panel';
import { useTaxonomy } from '../../parts/taxonomy';
import { TermNames } from '../../parts/term-names';
import { dayInJapan, formatPlace, formatQuantity } from '../../parts/words';
import classes from './company.module.css';

/** Who the company is: place, size, contact, themes, and how fresh this is. */
export function CompanyFacts({ company, own }: { company: Company; own: boolean }) {
  const { t } = useTranslation('companies');
  const taxonomy = useTaxonomy();
  const { profile } = company;
  const place = formatPlace(
    taxonomy.name('prefectures', profile.prefecture),
    taxonomy.name('municipalities', profile.municipality),
  );
  const role = profile.isOrderer ? (profile.isSupplier ? 'both' : 'orderer') : 'supplier';
  return (
    <Panel title={t('section.facts')}>
      <Stack gap="md">
        {(profile.summary || profile.description) && (
          <div>
            {profile.summary && <Text fw={600}>{profile.summary}</Text>}
            {profile.description && (
              <Text size="sm" className={classes.prose} mt={4}>
                {profile.description}
              </Text>
            )}
          </div>
        )}
        <Facts
          facts={[
            { label: t('place'), value: [place, profile.address].filter(Boolean).join(' ') },
            { label: t('field.industry'), value: taxonomy.name('industries', profile.industry) },
            { label: t('roles'), value: t(`role.${role}`) },
            {
              label: t('field.staff'),
              value: profile.staff === null ? null : formatQuantity(profile.staff, 'people'),
            },
            {
              label: t('field.capitalYen'),
              value: profile.capitalYen === null ? null : formatYen(profile.capitalYen),
            },
            {
              label: t('field.founded'),
              value: profile.founded && t('equipmentField.yearWords', { year: profile.founded }),
            },
            {
              label: t('field.website'),
              value: profile.website && (
                <Anchor
                  href={profile.website}
                  target="_blank"
                  rel="noreferrer noopener"
                  inherit
                  underline="always"
                >
                  {profile.website.replace(/^https?:\/\//, '')}
                </Anchor>
              ),
            },
            {
              label: t('field.phone'),
              value: profile.phone && (
                <Anchor href={`tel:${profile.phone.replace(/[^\d+]/g, '')}`} inherit underline="always">
                  {profile.phone}
                </Anchor>
              ),
            },
            { label: t('field.contactName'), value: profile.contactName },
            { label: t('field.acceptsVisits'), value: profile.acceptsVisits && t('visits') },
            {
              label: t('field.themes'),
              value: profile.themes.length > 0 && <TermNames list="themes" codes={profile.themes} />,
            },
            { label: t('number'), value: company.corporateNumber },
            { label: t('body'), value: company.body?.name },
            { label: t('field.verified'), value: <Verified company={company} /> },
            { label: t('updated'), value: <DateTime at={company.updatedAt} /> },
          ]}
        />
        {company.can.edit && (
          <Group gap="lg" className="no-print">
            <Anchor component={Link} to={`/companies/${company.id}/history`} size="sm" underline="always">
              {t('actions.history')}
            </Anchor>
            {own && (
              <Anchor component={Link} to={`/companies/${company.id}/members`} size="sm" underline="always">
                {t('actions.members')}
              </Anchor>
            )}
          </Group>
        )}
      </Stack>
    </Panel>
  );
}

function Verified({ company: { verifiedAt, verifiedBy } }: { company: Company }) {
  const { t } = useTranslation('companies');
  if (verifiedAt === null) return t('notVerified');
  const on = formatDay(dayInJapan(verifiedAt));
  return verifiedBy ? t('verifiedBy', { on, by: verifiedBy }) : t('verifiedOn', { on });
}
