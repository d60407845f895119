import { Alert, Button, Menu, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vocabularyApi, type VocabularyImport } from '#contracts/vocabulary.js';
import { urlOf, type CallInput } from '../../api/client';
import { FileUpload } from '../../forms/file-upload';
import { shownLanguage } from '../../i18n';
import { formatNumber } from '../../parts/words';

const formats = ['xlsx', 'csv', 'csv-sjis'] as const;
type Query = Omit<CallInput<typeof vocabularyApi.export>['query'], 'format'>;

/** The entries that are found as a file. */
export function VocabularyExport({ query }: { query: Query }) {
  const { t } = useTranslation('vocabulary');
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default">{t('file.export')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map((format) => (
          <Menu.Item
            key={format}
            component="a"
            href={urlOf(vocabularyApi.export, { query: { ...query, format } })}
            download
          >
            {t(`file.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Takes entries in from a file in the columns of the export; tells row by row what cannot be taken. */
export function VocabularyImportButton() {
  const { t } = useTranslation('vocabulary');
  const [opened, { open, close }] = useDisclosure(false);
  const [result, setResult] = useState<VocabularyImport | null>(null);
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          setResult(null);
          open();
        }}
      >
        {t('file.import')}
      </Button>
      <Modal opened={opened} onClose={close} title={t('file.importTitle')} size="lg">
        <Stack gap="md">
          <Text size="sm">{t('file.help')}</Text>
          {result && <ImportResult result={result} />}
          {(['check', 'take'] as const).map((what) => (
            <FileUpload
              key={what}
              endpoint={vocabularyApi.import}
              input={{ body: { dryRun: String(what === 'check') } }}
              label={t(`file.${what}`)}
              hint={t('file.kinds')}
              accept=".csv,.tsv,.txt,.xlsx"
              maxMegabytes={20}
              onUploaded={setResult}
            />
          ))}
        </Stack>
      </Modal>
    </>
  );
}

function ImportResult({ result }: { result: VocabularyImport }) {
  const { t } = useTranslation('vocabulary');
  const { dryRun, added, changed, unchanged, failed, problems } = result;
  const counts = {
    added: formatNumber(added),
    changed: formatNumber(changed),
    unchanged: formatNumber(unchanged),
    failed: formatNumber(failed),
  };
  return (
    <Alert
      color={failed > 0 ? 'yellow' : 'green'}
      role="status"
      title={t(dryRun ? 'file.checked' : 'file.taken')}
    >
      <Text size="sm">{t('file.counts', counts)}</Text>
      <ul>
        {problems.map(({ line, reasonJa, reasonEn }) => (
          <li key={line}>
            {t('file.line', { line, reason: shownLanguage() === 'ja' ? reasonJa : reasonEn })}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
