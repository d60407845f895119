import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { companiesApi, companyProfile, type Company } from '#contracts/companies.js';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { Form } from '../../forms/form';
import { tell } from '../../forms/tell';
import { useForm } from '../../forms/use-form';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Basics, Place, Words } from './edit-basics';
import { EditCapabilities } from './edit-capabilities';
import { EditImages } from './edit-images';
import { SaveBar, SectionLinks } from './edit-layout';
import { EditRecords } from './edit-records';
import { useProfileWords } from './profile-words';
import classes from './edit.module.css';

export default function CompanyEditScreen() {
  const { id } = useParams({ from: '/companies/$id/edit' });
  const query = useEndpoint(companiesApi.get, { params: { id } });
  return <Loaded query={query}>{(company) => <Editor company={company} />}</Loaded>;
}

/** The contract leaves both open; a company that neither makes nor orders has no use for the platform. */
const schema = companyProfile.refine((profile) => profile.isSupplier || profile.isOrderer, {
  path: ['isSupplier'],
  error: 'company-role',
});

/** The whole profile as one document; pictures are stored at once, beside the form. */
function Editor({ company }: { company: Company }) {
  const { t } = useTranslation(['companies', 'common']);
  const navigate = useNavigate();
  const words = useProfileWords();
  const update = useCommand(companiesApi.updateProfile);
  const { id } = company;
  const form = useForm({
    schema,
    initial: company.profile,
    version: company.version,
    draft: `company.${id}`,
    save: (body, version) => update.mutateAsync({ params: { id }, body, version }),
    saved: (stored: Company) => {
      tell(t('common:saved'));
      void navigate({ to: '/companies/$id', params: { id: stored.id } });
    },
    valueFrom: (stored) => stored.profile,
  });
  const show = {
    label: words.label,
    value: (field: string, value: unknown) => words.lines(field, value).join('\n') || undefined,
  };
  return (
    <>
      <PageHeader
        title={t('edit.title', { name: company.profile.name })}
        lead={t('edit.lead')}
        back={{ to: `/companies/${id}`, label: t('toCompany') }}
      />
      <div className={classes.layout}>
        <SectionLinks errors={form.errors} />
        <div className={classes.main}>
          <Form form={form} show={show}>
            <Basics form={form} />
            <Place form={form} />
            <Words form={form} />
            <EditCapabilities form={form} />
            <EditRecords form={form} />
            <SaveBar form={form} />
          </Form>
          <EditImages company={company} />
        </div>
      </div>
    </>
  );
}
