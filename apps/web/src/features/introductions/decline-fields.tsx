import { Radio, Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { declineCodes, introductionsApi } from '#contracts/introductions.js';
import type { FormState } from '../../forms/form-state';

export const declineSchema = introductionsApi.decline.body;
type Decline = z.input<typeof declineSchema>;

/** Nothing is chosen beforehand; the schema then asks for it. */
export const noReasonYet: Decline = { code: null as unknown as 'other', text: '' };

/** One of twelve reasons, in the words in which one would say it oneself; the other side reads it kindly put. */
export function DeclineFields({ form }: { form: FormState<Decline> }) {
  const { t } = useTranslation('introductions');
  return (
    <>
      <Radio.Group label={t('answer.reason')} required {...form.input('code')} value={form.value.code ?? ''}>
        <Stack gap={8} mt={6}>
          {declineCodes.map((code) => (
            <Radio key={code} value={code} label={t(`decline.${code}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('answer.more')}
        description={t('answer.moreHint')}
        autosize
        minRows={2}
        maxLength={1_000}
        {...form.text('text')}
      />
    </>
  );
}
