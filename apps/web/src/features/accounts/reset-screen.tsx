import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../parts/page-header';

export default function ResetScreen() {
  const { t } = useTranslation();
  return <PageHeader title={t('navigation.home')} />;
}
