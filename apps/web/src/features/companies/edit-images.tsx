import { SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { companiesApi, type Company } from '#contracts/companies.js';
import { urlOf } from '../../api/client';
import { useCommand } from '../../api/use-endpoint';
import { FileUpload } from '../../forms/file-upload';
import { ConfirmButton } from '../../parts/confirm-button';
import { Section } from './edit-layout';
import classes from './company.module.css';

/** Pictures are stored and removed at once, outside the form. */
export function EditImages({ company }: { company: Company }) {
  const { t } = useTranslation(['companies', 'common']);
  const [caption, setCaption] = useState('');
  const remove = useCommand(companiesApi.removeImage);
  return (
    <Section name="images" lead={t('edit.imagesHint')}>
      <Stack gap="md">
        {company.images.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('empty.images')}
          </Text>
        ) : (
          <ul className={classes.images}>
            {company.images.map((image) => (
              <li key={image.id}>
                <figure>
                  <img
                    src={urlOf(companiesApi.image, {
                      params: { id: company.id, fileId: image.id },
                      query: { size: 'small' },
                    })}
                    alt={image.caption || image.name}
                  />
                  {image.caption && <figcaption>{image.caption}</figcaption>}
                </figure>
                <ConfirmButton
                  size="compact-sm"
                  variant="subtle"
                  danger
                  label={t('common:remove')}
                  aria-label={`${t('edit.imageRemove')} ${image.caption || image.name}`}
                  title={t('edit.imageRemoveTitle')}
                  text={t('edit.imageRemoveText')}
                  onConfirm={() => remove.mutateAsync({ params: { id: company.id, fileId: image.id } })}
                />
              </li>
            ))}
          </ul>
        )}
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={t('edit.caption')}
            description={t('edit.captionHint')}
            value={caption}
            maxLength={200}
            onChange={(event) => setCaption(event.currentTarget.value)}
          />
        </SimpleGrid>
        <FileUpload
          endpoint={companiesApi.addImage}
          input={{ params: { id: company.id }, body: { caption } }}
          label={t('edit.imageDrop')}
          hint={t('edit.imageKinds')}
          accept="image/jpeg,image/png,image/webp,image/gif"
          maxMegabytes={20}
          onUploaded={() => setCaption('')}
        />
      </Stack>
    </Section>
  );
}
