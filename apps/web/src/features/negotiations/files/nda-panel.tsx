import { Badge, Button, Checkbox, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room } from '#contracts/negotiations.js';
import { roomFilesApi, type RoomNda } from '#contracts/room-files.js';
import { language, type Language } from '#contracts/shapes.js';
import { urlOf } from '../../../api/client';
import { useCommand, useEndpoint } from '../../../api/use-endpoint';
import { tell } from '../../../forms/tell';
import { shownLanguage } from '../../../i18n';
import { DateTime } from '../../../parts/format';
import { Loaded } from '../../../parts/loaded';
import { Panel } from '../../../parts/panel';
import classes from './files.module.css';

/** The confidentiality terms: who has accepted them, the text to read and accept, and the same on paper. */
export function NdaPanel({ room }: { room: Room }) {
  const { t } = useTranslation('files');
  const query = useEndpoint(roomFilesApi.nda, { params: { id: room.id } });
  return (
    <Panel title={t('nda.title')} lead={t('nda.lead')}>
      <Loaded query={query} lines={3}>
        {(nda) => <Nda room={room} nda={nda} />}
      </Loaded>
    </Panel>
  );
}

function Nda({ room, nda }: { room: Room; nda: RoomNda }) {
  const { t } = useTranslation('files');
  const [opened, { open, close }] = useDisclosure(false);
  const pdf = (language: Language) =>
    urlOf(roomFilesApi.ndaPdf, { params: { id: room.id }, query: { language } });
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <Badge color={nda.inForceSince ? 'green' : 'yellow'} variant="light" tt="none">
          {t(nda.inForceSince ? 'nda.inForce' : 'nda.notYet')}
        </Badge>
        <Text size="sm" c="gray.7">
          {t('nda.version', { version: nda.document.version })}
        </Text>
      </Group>
      {(['owner', 'candidate'] as const).map((side) => {
        const done = nda.acceptances.find((one) => one.side === side);
        return (
          <Text key={side} size="sm">
            <Text span inherit fw={600}>
              {nda.document.parties[side]}
            </Text>
            {'　'}
            {done ? (
              <>
                {t('nda.acceptedBy', { by: done.by })}{' '}
                <span style={{ whiteSpace: 'nowrap' }}>
                  <DateTime at={done.at} />
                </span>
              </>
            ) : (
              t('nda.waiting')
            )}
          </Text>
        );
      })}
      <Group gap="sm">
        <Button variant={nda.can.accept ? 'filled' : 'default'} onClick={open}>
          {t(nda.can.accept ? 'nda.readAndAccept' : 'nda.read')}
        </Button>
        <Button component="a" href={pdf('ja')} target="_blank" rel="noreferrer" variant="subtle">
          {t('nda.pdfJa')}
        </Button>
        <Button component="a" href={pdf('en')} target="_blank" rel="noreferrer" variant="subtle">
          {t('nda.pdfEn')}
        </Button>
      </Group>
      <Modal opened={opened} onClose={close} size="xl" title={nda.document.title[shownLanguage()]}>
        <NdaText room={room} nda={nda} close={close} />
      </Modal>
    </Stack>
  );
}

function NdaText({ room, nda, close }: { room: Room; nda: RoomNda; close: () => void }) {
  const { t } = useTranslation('files');
  const [shown, setShown] = useState<Language>(shownLanguage());
  const [isRead, setRead] = useState(false);
  const accept = useCommand(roomFilesApi.acceptNda);
  const { document } = nda;
  const send = () =>
    accept.mutate(
      { params: { id: room.id }, body: { sha256: nda.sha256 } },
      {
        onSuccess: () => {
          tell(t('nda.accepted'));
          close();
        },
      },
    );
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label={t('nda.language')}
        value={shown}
        onChange={(value) => setShown(language.parse(value))}
        data={[
          { value: 'ja', label: '日本語' },
          { value: 'en', label: 'English' },
        ]}
        style={{ alignSelf: 'flex-start' }}
      />
      <div
        className={classes.text}
        tabIndex={0}
        lang={shown}
        role="region"
        aria-label={document.title[shown]}
      >
        <Text size="sm" mb="sm">
          {document.preamble[shown]}
        </Text>
        {document.clauses[shown].map(({ title, text }, i) => (
          <div key={title}>
            <Text component="h3" size="sm" fw={650} mt="sm">
              {shown === 'ja' ? `第${i + 1}条（${title}）` : `${i + 1}. ${title}`}
            </Text>
            <Text size="sm">{text}</Text>
          </div>
        ))}
      </div>
      <Text size="sm" c="gray.7">
        {t('nda.template')}
      </Text>
      <Text size="xs" c="gray.7" style={{ overflowWrap: 'anywhere' }}>
        {t('nda.hash')} {nda.sha256}
      </Text>
      {nda.can.accept && (
        <>
          <Checkbox
            label={t('nda.iHaveRead')}
            checked={isRead}
            onChange={(event) => setRead(event.currentTarget.checked)}
          />
          {accept.error && (
            <Text size="sm" c="red.7" role="alert">
              {accept.error.message}
            </Text>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('nda.later')}
            </Button>
            <Button disabled={!isRead} loading={accept.isPending} onClick={send}>
              {t('nda.accept')}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}
