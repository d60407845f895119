import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { companiesApi } from '#contracts/companies.js';
import { urlOf, type CallInput } from '../../api/client';

const formats = ['csv', 'csv-sjis', 'xlsx', 'jsonl'] as const;
type Query = Omit<CallInput<typeof companiesApi.export>['query'], 'format'>;

/** The search result as a file. */
export function ExportMenu({ query }: { query: Query }) {
  const { t } = useTranslation('companies');
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default">{t('export.button')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map((format) => (
          <Menu.Item
            key={format}
            component="a"
            href={urlOf(companiesApi.export, { query: { ...query, format } })}
            download
          >
            {t(`export.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
