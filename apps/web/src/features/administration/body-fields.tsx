import { Checkbox, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { supportBodyInput } from '#contracts/identity.js';
import type { FormState } from '../../forms/form-state';
import { useTaxonomy } from '../../parts/taxonomy';

/** The fields of a support body, new or changed. */
export function BodyFields({ form }: { form: FormState<z.input<typeof supportBodyInput>> }) {
  const { t } = useTranslation('administration');
  const taxonomy = useTaxonomy();
  return (
    <>
      <TextInput label={t('body.name')} required {...form.text('name')} />
      <TextInput label={t('body.nameEn')} required lang="en" {...form.text('nameEn')} />
      <Select
        label={t('body.prefecture')}
        description={t('body.prefectureHint')}
        placeholder={t('body.nationwide')}
        data={taxonomy.options('prefectures')}
        searchable
        clearable
        {...form.input('prefecture')}
      />
      <Checkbox
        label={t('body.mayProposeLabel')}
        description={t('body.mayProposeHint')}
        {...form.check('orderersMayPropose')}
      />
    </>
  );
}
