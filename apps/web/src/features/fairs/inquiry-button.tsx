import { Button, Checkbox, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Fair } from '#contracts/fair-exhibition.js';
import { fairLeadsApi, newInquiry } from '#contracts/fair-leads.js';
import { useCommand } from '../../api/use-endpoint';
import { Form, FormButtons } from '../../forms/form';
import { tell } from '../../forms/tell';
import { useForm } from '../../forms/use-form';
import { ownTicket } from './own-ticket';

interface InquiryProps {
  exhibitorId: string;
  product: string;
  company: string;
}

/** 引き合い: asks about a product with the contact of the ticket; without one the way to get one. */
export function InquiryButton({ fair, ...about }: InquiryProps & { fair: Fair }) {
  const { t } = useTranslation('fairs');
  const [opened, { open, close }] = useDisclosure(false);
  const token = ownTicket(fair.id);
  if (!fair.can.visit) return null;
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        mt={4}
        onClick={open}
        aria-label={t('inquiry.of', { product: about.product })}
      >
        {t('inquiry.button')}
      </Button>
      <Modal opened={opened} onClose={close} title={t('inquiry.title', about)} centered>
        {token ? (
          <InquiryForm {...about} token={token} close={close} />
        ) : (
          <Stack align="flex-start">
            <Text size="sm">{t('inquiry.needTicket')}</Text>
            <Button component={Link} to={`/fairs/${fair.id}?tab=visit`}>
              {t('talk.register')}
            </Button>
          </Stack>
        )}
      </Modal>
    </>
  );
}

function InquiryForm({
  exhibitorId,
  product,
  company,
  token,
  close,
}: InquiryProps & { token: string; close: () => void }) {
  const { t } = useTranslation('fairs');
  const inquire = useCommand(fairLeadsApi.inquire);
  const empty: z.input<typeof newInquiry> = { exhibitorId, product, text: '', hasConsented: false };
  const form = useForm({
    schema: newInquiry,
    initial: empty,
    save: (body) => inquire.mutateAsync({ params: { token }, body }),
    saved: () => {
      tell(t('inquiry.sent'));
      close();
    },
  });
  return (
    <Form form={form} leaveFreely>
      <Textarea
        label={t('inquiry.text')}
        autosize
        minRows={3}
        maxLength={1_000}
        data-autofocus
        {...form.text('text')}
      />
      <Checkbox label={t('inquiry.consent', { company })} {...form.check('hasConsented')} />
      <Text size="sm" c="dimmed">
        {t('inquiry.hint')}
      </Text>
      <FormButtons form={form} label={t('inquiry.send')} />
    </Form>
  );
}
