import { companyProfile } from '#contracts/companies.js';
import { corporateNumberOf } from '../companies.js';
import type { People } from './people.js';
import type { Request } from './request.js';
import type { Things } from './things.js';

/** A table of one company that nobody has yet. */
export const aTable = () => ({
  name: 'a.csv',
  bytes: Buffer.from(`法人番号,企業名\n${corporateNumberOf()},取込製作所\n`),
});

export function companyRequests({ firm, waiting, ownBody }: People, things: Things): Record<string, Request> {
  const company = { params: { id: firm.id } };
  const applicant = { params: { id: waiting.id } };
  const image = { params: { id: firm.id, fileId: things.imageId } };
  const upload = { params: { id: things.importId } };
  const profile = companyProfile.parse({ name: '自社', isOrderer: true, isSupplier: true });
  const registration = { isOrderer: true, isSupplier: false, prefecture: '13', bodyId: ownBody };
  const mapping = { corporateNumber: '法人番号', name: '企業名' };
  return {
    'companies.taxonomy': {},
    'companies.list': {},
    'companies.register': () => ({
      body: { ...registration, name: '新興', corporateNumber: corporateNumberOf() },
    }),
    'companies.get': company,
    // The picture was a change of the company.
    'companies.updateProfile': { ...company, version: 2, body: profile },
    'companies.tellCapacity': {
      ...company,
      body: { items: [{ process: 'turning', weeks4: 50, weeks8: null, weeks12: null }] },
    },
    'companies.changes': company,
    'companies.approve': applicant,
    'companies.reject': { ...applicant, body: { reason: '確認できない' } },
    'companies.verify': company,
    'companies.addImage': {
      ...company,
      body: { caption: '' },
      file: { name: 'b.png', bytes: things.picture },
    },
    'companies.removeImage': image,
    'companies.image': image,
    'companies.sheet': company,
    'companies.export': { query: { format: 'csv' } },
    'companies.imports': {},
    'companies.upload': { file: aTable() },
    'companies.getImport': upload,
    'companies.runImport': { ...upload, body: { mapping, dryRun: true } },
    'companies.importErrors': upload,
  };
}
