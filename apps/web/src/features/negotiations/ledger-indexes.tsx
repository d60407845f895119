import { Button, List, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room } from '#contracts/negotiations.js';
import { priceLedgerApi, type PriceIndex, type PriceLedger } from '#contracts/price-ledger.js';
import { FileUpload } from '../../forms/file-upload';
import { tell } from '../../forms/tell';
import { shownLanguage } from '../../i18n';
import { Panel } from '../../parts/panel';

/** The indexes that requests stand on, each with the rows that could not be read. */
export function LedgerIndexes({ room, ledger }: { room: Room; ledger: PriceLedger }) {
  const { t } = useTranslation('ledger');
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <Panel
      title={t('index.title')}
      lead={t('index.lead')}
      action={
        ledger.can.attach && (
          <Button variant="default" size="sm" onClick={open}>
            {t('index.attach')}
          </Button>
        )
      }
    >
      {ledger.indexes.length === 0 && <Text size="sm">{t('index.none')}</Text>}
      <Stack gap="sm">
        {ledger.indexes.map((index) => (
          <IndexEntry key={index.id} index={index} />
        ))}
      </Stack>
      <Modal opened={opened} onClose={close} title={t('index.attach')}>
        <AttachIndex room={room} onAttached={close} />
      </Modal>
    </Panel>
  );
}

function IndexEntry({ index }: { index: PriceIndex }) {
  const { t } = useTranslation('ledger');
  const { points, problems } = index;
  return (
    <div>
      <Text size="sm" fw={600}>
        {index.name}
      </Text>
      <Text size="sm" c="gray.7">
        {t('index.points', {
          from: points[0]?.period ?? '',
          to: points.at(-1)?.period ?? '',
          count: points.length,
        })}{' '}
        {index.source} {index.fileName}
      </Text>
      {problems.length > 0 && (
        <details>
          <summary>
            <Text span size="sm">
              {t('index.problems', { count: problems.length })}
            </Text>
          </summary>
          <List size="sm">
            {problems.slice(0, 50).map(({ line, reason }) => (
              <List.Item key={line}>
                {t('index.problem', { line, reason: reason[shownLanguage()] })}
              </List.Item>
            ))}
          </List>
        </details>
      )}
    </div>
  );
}

function AttachIndex({ room, onAttached }: { room: Room; onAttached: () => void }) {
  const { t } = useTranslation('ledger');
  const [name, setName] = useState('');
  const [source, setSource] = useState('');
  const isNamed = name.trim() !== '';
  return (
    <Stack gap="md">
      <TextInput
        label={t('index.name')}
        required
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('index.source')}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      {isNamed ? (
        <FileUpload
          endpoint={priceLedgerApi.attachIndex}
          input={{ params: { id: room.id }, body: { name: name.trim(), source: source.trim() } }}
          label={t('index.file')}
          hint={t('index.hint')}
          accept=".csv,.tsv,.xlsx,.txt"
          maxMegabytes={10}
          onUploaded={() => {
            tell(t('index.attached'));
            onAttached();
          }}
        />
      ) : (
        <Text size="sm">{t('index.nameFirst')}</Text>
      )}
    </Stack>
  );
}
