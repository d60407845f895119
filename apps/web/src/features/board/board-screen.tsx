import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../parts/page-header';

export default function BoardScreen() {
  const { t } = useTranslation();
  return <PageHeader title={t('navigation.board')} />;
}
