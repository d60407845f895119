import { useTranslation } from 'react-i18next';
import { LinkList, LinkListItem } from '../../parts/link-list';
import { Panel } from '../../parts/panel';

/** Where an administrator works. */
export function AdministrationPanel() {
  const { t } = useTranslation('home');
  return (
    <Panel title={t('administration.title')}>
      <LinkList>
        <LinkListItem
          to="/admin/bodies"
          title={t('administration.bodies')}
          detail={t('administration.bodiesText')}
        />
        <LinkListItem
          to="/admin/accounts"
          title={t('administration.accounts')}
          detail={t('administration.accountsText')}
        />
        <LinkListItem
          to="/company-imports"
          title={t('administration.imports')}
          detail={t('administration.importsText')}
        />
      </LinkList>
    </Panel>
  );
}
