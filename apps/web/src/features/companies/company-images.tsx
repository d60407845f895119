import { useTranslation } from 'react-i18next';
import { companiesApi, type Company } from '#contracts/companies.js';
import { urlOf } from '../../api/client';
import { Panel } from '../../parts/panel';
import classes from './company.module.css';

/** The company's pictures; each opens in full. */
export function CompanyImages({ company }: { company: Company }) {
  const { t } = useTranslation('companies');
  const address = (fileId: string, size: 'small' | 'large') =>
    urlOf(companiesApi.image, { params: { id: company.id, fileId }, query: { size } });
  if (company.images.length === 0) return null;
  return (
    <Panel title={t('section.images')}>
      <ul className={classes.images}>
        {company.images.map((image) => (
          <li key={image.id}>
            <figure>
              <a href={address(image.id, 'large')} target="_blank" rel="noreferrer">
                <img src={address(image.id, 'small')} alt={image.caption || image.name} loading="lazy" />
              </a>
              {image.caption && <figcaption>{image.caption}</figcaption>}
            </figure>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
