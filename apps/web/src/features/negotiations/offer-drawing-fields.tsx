import { Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Room } from '#contracts/negotiations.js';
import { roomFilesApi } from '#contracts/room-files.js';
import type { OfferLine } from '#contracts/term-sheet.js';
import { useEndpoint } from '../../api/use-endpoint';
import { NdaNote } from './files/nda-note';
import { revisionName } from './files/revision-name';
import { drawingKey, nameableRevisions, onDrawing } from './offer-drawing';

export interface DrawingFieldsProps {
  room: Room;
  line: OfferLine;
  put: (line: OfferLine) => void;
  error: (field: keyof OfferLine) => string | undefined;
}

/** Which drawing a line was made for: a revision of the room's documents, or what one types where none fits. */
export function OfferDrawingFields({ room, line, put, error }: DrawingFieldsProps) {
  const { t } = useTranslation('offers');
  return (
    <Stack gap="xs">
      <WhichDocument {...{ room, line, put, error }} />
      <NdaNote room={room} apart />
      <SimpleGrid cols={2} spacing="sm">
        <TextInput
          label={t('line.drawing')}
          value={line.drawing}
          error={error('drawing')}
          onChange={(event) => put({ ...line, drawing: event.currentTarget.value })}
        />
        <TextInput
          label={t('line.drawingRevision')}
          value={line.drawingRevision}
          error={error('drawingRevision')}
          onChange={(event) => put({ ...line, drawingRevision: event.currentTarget.value })}
        />
      </SimpleGrid>
    </Stack>
  );
}

function WhichDocument({ room, line, put, error }: DrawingFieldsProps) {
  const { t } = useTranslation('offers');
  const { t: tFiles } = useTranslation('files');
  const { data } = useEndpoint(roomFilesApi.list, { params: { id: room.id } });
  const offered = data ? nameableRevisions(data) : [];
  const chosen = line.document ? drawingKey(line.document) : null;
  const isOffered = offered.some(({ key }) => key === chosen);
  if (offered.length === 0 && !chosen)
    return data ? (
      <Text size="sm" c="dimmed">
        {t('line.noDocument')}
      </Text>
    ) : null;
  const options = offered.map(({ key, document, revision }) => ({
    value: key,
    label: `No.${document.no} ${document.title} ${revisionName(revision, tFiles)}`,
  }));
  const goneName = `${line.drawing} ${tFiles('revision.plain', { no: line.document?.revision ?? 0 })}`.trim();
  // What the last round was made on stays to be seen where it is open to both no longer.
  const gone =
    line.document && !isOffered
      ? [{ value: drawingKey(line.document), label: goneName, disabled: true }]
      : [];
  return (
    <Select
      label={t('line.document')}
      description={t('line.documentHint')}
      placeholder={t('line.documentNone')}
      data={[...options, ...gone]}
      value={chosen}
      error={error('document') ?? (data && gone.length > 0 ? t('line.documentGone') : undefined)}
      clearable
      clearButtonProps={{ 'aria-label': t('line.documentClear') }}
      searchable={options.length > 8}
      nothingFoundMessage={t('line.documentNotFound')}
      onChange={(key) => put(onDrawing(line, offered.find((one) => one.key === key) ?? null))}
    />
  );
}
