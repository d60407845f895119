import { Anchor, Badge, Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { councilVotesApi, type EvidencePiece } from '#contracts/council-votes.js';
import type { Dispute } from '#contracts/disputes.js';
import { urlOf } from '../../api/client';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { tellProblem } from '../../forms/tell';
import { DateTime } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { Panel } from '../../parts/panel';
import { RecordList, RecordRow } from '../../parts/record-list';

/** 証拠: what the sides chose of their room's record; the panel reads nothing else of the room. */
export function DisputeEvidence({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const query = useEndpoint(councilVotesApi.evidence, { params: { id: dispute.id } });
  return (
    <Panel
      title={t('evidence.title')}
      lead={t('evidence.lead')}
      action={dispute.can.choose && <Choose dispute={dispute} />}
    >
      <Loaded query={query} lines={3}>
        {({ items }) => (
          <Stack gap="md">
            {items.length === 0 ? (
              <Text size="sm">{t('evidence.none')}</Text>
            ) : (
              <RecordList>
                {items.map((piece) => (
                  <RecordRow key={piece.position}>
                    <Piece dispute={dispute} piece={piece} />
                  </RecordRow>
                ))}
              </RecordList>
            )}
            <Group gap="md">
              {items.length > 0 && (
                <Anchor
                  href={urlOf(councilVotesApi.pack, { params: { id: dispute.id } })}
                  download
                  size="sm"
                  underline="always"
                >
                  {t('evidence.download')}
                </Anchor>
              )}
              {dispute.can.export && (
                <Anchor
                  href={urlOf(councilVotesApi.export, { params: { id: dispute.id } })}
                  download
                  size="sm"
                  underline="always"
                >
                  {t('evidence.export')}
                </Anchor>
              )}
            </Group>
          </Stack>
        )}
      </Loaded>
    </Panel>
  );
}

/** For members once the dispute is over. */
export function EvidenceOver() {
  const { t } = useTranslation('disputes');
  return (
    <Panel title={t('evidence.title')}>
      <Text size="sm">{t('evidence.over')}</Text>
    </Panel>
  );
}

function Piece({ dispute, piece }: { dispute: Dispute; piece: EvidencePiece }) {
  const { t } = useTranslation('disputes');
  return (
    <>
      <Group gap="xs">
        <Text size="sm" fw={650}>
          {t('evidence.no', { no: piece.position, what: piece.what })}
        </Text>
        {piece.chosenBy.map((side) => (
          <Badge key={side} size="sm" variant="light" color="gray" tt="none" miw="max-content">
            {dispute.parties[side]}
          </Badge>
        ))}
      </Group>
      {piece.text && (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {piece.text}
        </Text>
      )}
      <Text size="xs" c="gray.7">
        {piece.who} <DateTime at={piece.at} />
      </Text>
    </>
  );
}

function Choose({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation(['disputes', 'common']);
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" size="sm" onClick={open}>
        {t('evidence.choose')}
      </Button>
      <Modal opened={opened} onClose={close} title={t('evidence.choose')} size="lg">
        <Text size="sm" mb="md">
          {t('evidence.chooseText')}
        </Text>
        <Choices dispute={dispute} before={undefined} />
        <Group justify="flex-end" mt="md">
          <Button onClick={close}>{t('common:close')}</Button>
        </Group>
      </Modal>
    </>
  );
}

/** One page of the record; the next one comes below it when it is asked for. */
function Choices({ dispute, before }: { dispute: Dispute; before: number | undefined }) {
  const { t } = useTranslation('common');
  const [more, setMore] = useState(false);
  const query = useEndpoint(councilVotesApi.choices, {
    params: { id: dispute.id },
    query: before === undefined ? {} : { before },
  });
  return (
    <Loaded query={query} lines={4}>
      {({ items, next }) => (
        <Stack gap="sm">
          {items.map((piece) => (
            <Choice key={piece.position} dispute={dispute} piece={piece} />
          ))}
          {next !== null &&
            (more ? (
              <Choices dispute={dispute} before={next} />
            ) : (
              <Button variant="default" onClick={() => setMore(true)}>
                {t('loadMore')}
              </Button>
            ))}
        </Stack>
      )}
    </Loaded>
  );
}

function Choice({ dispute, piece }: { dispute: Dispute; piece: EvidencePiece }) {
  const choose = useCommand(councilVotesApi.choose);
  const isChosen = piece.chosenBy.some((side) => side === dispute.viewer);
  return (
    <Checkbox
      checked={isChosen}
      disabled={choose.isPending}
      onChange={(event) =>
        choose.mutate(
          {
            params: { id: dispute.id },
            body: { positions: [piece.position], chosen: event.currentTarget.checked },
          },
          { onError: tellProblem },
        )
      }
      label={<Piece dispute={dispute} piece={{ ...piece, chosenBy: [] }} />}
    />
  );
}
