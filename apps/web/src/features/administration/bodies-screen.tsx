import { Anchor, Button, Modal, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { identityApi, supportBodyInput } from '#contracts/identity.js';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { Form, FormButtons } from '../../forms/form';
import { tell } from '../../forms/tell';
import { useForm } from '../../forms/use-form';
import { EmptyState } from '../../parts/empty-state';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { useTaxonomy } from '../../parts/taxonomy';
import { BodyFields } from './body-fields';

export default function BodiesScreen() {
  const { t } = useTranslation(['administration', 'common']);
  const taxonomy = useTaxonomy();
  const [opened, { open, close }] = useDisclosure(false);
  const query = useEndpoint(identityApi.bodies, {});
  return (
    <>
      <PageHeader
        title={t('bodies.title')}
        lead={t('bodies.lead')}
        action={<Button onClick={open}>{t('bodies.create')}</Button>}
      />
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('bodies.none')} text={t('bodies.noneText')} />
          ) : (
            <Table.ScrollContainer minWidth={480}>
              <Table withTableBorder bg="white" verticalSpacing="sm">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('body.name')}</Table.Th>
                    <Table.Th>{t('body.prefecture')}</Table.Th>
                    <Table.Th>{t('body.mayPropose')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items.map((body) => (
                    <Table.Tr key={body.id}>
                      <Table.Td>
                        <Anchor component={Link} to={`/admin/body/${body.id}`} fw={600}>
                          {body.name}
                        </Anchor>
                      </Table.Td>
                      <Table.Td>
                        {taxonomy.name('prefectures', body.prefecture) || t('body.nationwide')}
                      </Table.Td>
                      <Table.Td>{t(body.orderersMayPropose ? 'common:yes' : 'common:no')}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )
        }
      </Loaded>
      <Modal opened={opened} onClose={close} title={t('bodies.create')} size="lg">
        <NewBody />
      </Modal>
    </>
  );
}

function NewBody() {
  const { t } = useTranslation('administration');
  const navigate = useNavigate();
  const create = useCommand(identityApi.createBody);
  const form = useForm({
    schema: supportBodyInput,
    initial: { name: '', nameEn: '', prefecture: null, orderersMayPropose: false },
    save: (body) => create.mutateAsync({ body }),
    saved: (body) => {
      tell(t('bodies.created', { body: body.name }));
      void navigate({ to: '/admin/body/$id', params: { id: body.id } });
    },
  });
  return (
    <Form form={form} leaveFreely>
      <BodyFields form={form} />
      <FormButtons form={form} label={t('bodies.create')} />
    </Form>
  );
}
