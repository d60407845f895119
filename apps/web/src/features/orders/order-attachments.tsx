import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ordersApi, type Order } from '#contracts/orders.js';
import { urlOf } from '../../api/client';
import { useCommand } from '../../api/use-endpoint';
import { FileUpload } from '../../forms/file-upload';
import { ConfirmButton } from '../../parts/confirm-button';
import { Panel } from '../../parts/panel';
import { formatFileSize } from '../negotiations/file-size';

/** Drawings and other files; the own company adds and removes them while the order is open. */
export function OrderAttachments({ order, masked }: { order: Order; masked: boolean }) {
  const { t } = useTranslation(['orders', 'common']);
  const detach = useCommand(ordersApi.detach);
  const { id, attachments } = order;
  const mayChange = order.can.edit || order.can.amend;
  return (
    <Panel title={t('section.attachments')}>
      <Stack gap="sm">
        {attachments.length === 0 && (
          <Text size="sm" c="dimmed">
            {t(masked ? 'attachments.masked' : 'attachments.none')}
          </Text>
        )}
        {attachments.map((file) => (
          <Group key={file.id} justify="space-between" wrap="nowrap" gap="sm">
            <Text size="sm" miw={0} style={{ overflowWrap: 'anywhere' }}>
              <Anchor
                href={urlOf(ordersApi.attachment, { params: { id, fileId: file.id } })}
                target="_blank"
                rel="noreferrer"
                inherit
              >
                {file.name}
              </Anchor>{' '}
              <Text span inherit c="dimmed" style={{ whiteSpace: 'nowrap' }}>
                {formatFileSize(file.size)}
              </Text>
            </Text>
            {mayChange && (
              <ConfirmButton
                size="compact-sm"
                variant="subtle"
                danger
                label={t('attachments.remove')}
                aria-label={t('attachments.removeOf', { name: file.name })}
                title={t('attachments.removeTitle', { name: file.name })}
                text={t('attachments.removeText')}
                onConfirm={() => detach.mutateAsync({ params: { id, fileId: file.id } })}
              />
            )}
          </Group>
        ))}
        {mayChange && (
          <FileUpload
            endpoint={ordersApi.attach}
            input={{ params: { id } }}
            label={t('attachments.drop')}
            hint={t('attachments.kinds')}
            maxMegabytes={20}
            onUploaded={() => undefined}
          />
        )}
      </Stack>
    </Panel>
  );
}
