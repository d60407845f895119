import { importColumns, type ImportColumn, type ImportMapping } from '#contracts/companies.js';

interface ColumnNames {
  readonly ja: string;
  readonly en: string;
  /** Other headings that people give it. */
  readonly synonyms: readonly string[];
}

const column = (ja: string, en: string, ...synonyms: string[]): ColumnNames => ({ ja, en, synonyms });

/** What the columns of an import are called, in files of ours and of others. */
export const columnNames: Record<ImportColumn, ColumnNames> = {
  corporateNumber: column(
    '法人番号',
    'Corporate number',
    '法人No',
    '法人ナンバー',
    'houjin bangou',
    'corporate id',
  ),
  name: column(
    '企業名',
    'Name',
    '会社名',
    '社名',
    '商号',
    '商号又は名称',
    '名称',
    '法人名',
    '事業者名',
    'company',
    'company name',
  ),
  nameKana: column(
    '企業名カナ',
    'Name (kana)',
    'フリガナ',
    'ふりがな',
    'カナ',
    '会社名カナ',
    '会社名フリガナ',
    '企業名フリガナ',
    '商号カナ',
    'kana',
  ),
  nameEn: column(
    '英文名',
    'Name (English)',
    '英語名',
    '会社名英語',
    '企業名英語',
    '英語表記',
    'english name',
  ),
  industry: column('業種', 'Industry', '主業種', '業界'),
  prefecture: column('都道府県', 'Prefecture', '県', '県名', '都道府県名'),
  municipality: column('市区町村', 'Municipality', '市町村', '市区町村名', 'city'),
  address: column('住所', 'Address', '所在地', '本社所在地', '本社住所', '番地'),
  staff: column('従業員数', 'Employees', '従業員', '社員数', '人数', 'staff', 'number of employees'),
  capitalYen: column('資本金', 'Capital (yen)', '資本金額', 'capital'),
  founded: column('設立年', 'Founded', '設立', '創業', '創業年', '設立年月', '設立年月日', '創立'),
  website: column('ウェブサイト', 'Website', 'ホームページ', 'HP', 'URL', 'Webサイト', 'web'),
  phone: column('電話番号', 'Phone', '電話', 'TEL', '代表電話', 'telephone'),
  contactName: column('担当者', 'Contact', '担当者名', '連絡先', 'ご担当者', '担当者氏名'),
  summary: column('概要', 'Summary', '事業概要', '企業概要', 'PR', '一言PR', 'PRポイント', 'キャッチコピー'),
  description: column('紹介文', 'Description', '事業内容', '会社紹介', '詳細', '説明', '特徴'),
  processes: column(
    '加工・工程',
    'Processes',
    '加工',
    '工程',
    '対応工程',
    '加工方法',
    '加工内容',
    '得意加工',
    '加工分野',
  ),
  materials: column('材料', 'Materials', '材質', '対応材料', '対応材質', '取扱材料', '素材'),
  certificates: column('認証', 'Certificates', '取得認証', '認証取得', '認証・資格', 'ISO', '資格'),
  themes: column('取り組みテーマ', 'Themes', 'テーマ', '取組', '取り組み', '重点テーマ'),
  products: column('製品', 'Products', '主要製品', '取扱製品', '製品名', '主な製品'),
  awards: column('受注実績', 'Past awards', '実績', '落札実績', '契約実績', '落札案件', '契約名', '取引実績'),
  equipment: column('設備', 'Equipment', '保有設備', '主要設備', '主な設備', '機械設備'),
  isOrderer: column('発注企業', 'Orderer', '発注', '発注希望'),
  isSupplier: column('受注企業', 'Supplier', '受注', '受注希望'),
};

/** A heading without width, case, blanks and punctuation. */
const bare = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');

/** Without what stands in brackets: 資本金（千円） is 資本金. */
const unbracketed = (heading: string): string =>
  bare(
    heading
      .slice(0, 200)
      .normalize('NFKC')
      .replace(/[([].*?[)\]]/g, ''),
  );

const namesOf = (name: ImportColumn): string[] =>
  [name, columnNames[name].ja, columnNames[name].en, ...columnNames[name].synonyms].map(bare);

/** Which heading is probably which column. Whole headings go before those without their brackets. */
export function guessMapping(headings: readonly string[]): ImportMapping {
  const mapping: ImportMapping = {};
  const free = new Set(headings);
  for (const read of [bare, unbracketed]) {
    for (const name of importColumns) {
      if (mapping[name]) continue;
      const names = namesOf(name);
      const heading = [...free].find((candidate) => names.includes(read(candidate)));
      if (heading === undefined) continue;
      mapping[name] = heading;
      free.delete(heading);
    }
  }
  return mapping;
}

/** Columns without which there is no company. */
export const neededColumns: readonly ImportColumn[] = ['corporateNumber', 'name'];

export const missingColumns = (mapping: ImportMapping): ImportColumn[] =>
  neededColumns.filter((name) => !mapping[name]);
