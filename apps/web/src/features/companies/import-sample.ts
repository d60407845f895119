import { importColumns } from '#contracts/companies.js';
import { useProfileWords } from './profile-words';

/** One fictional company, with what may stand in each column. */
const example: Record<(typeof importColumns)[number], string> = {
  corporateNumber: '9999999999999',
  name: '株式会社見本製作所',
  nameKana: 'カブシキガイシャミホンセイサクショ',
  nameEn: 'Mihon Seisakusho Co., Ltd.',
  industry: '金属製品',
  prefecture: '神奈川県',
  municipality: '横浜市',
  address: '鶴見区見本町1-2-3',
  staff: '24',
  capitalYen: '10000000',
  founded: '1968',
  website: 'https://www.example.co.jp/',
  phone: '045-000-0000',
  contactName: '見本 太郎',
  summary: 'ステンレスの小物切削を1個から',
  description: '難削材の切削加工を中心に、試作から量産まで対応します。',
  processes: '旋盤加工;マシニング加工',
  materials: 'SUS304;A5052',
  certificates: 'ISO 9001',
  themes: 'SDGs;DX',
  products: '精密シャフト;継手',
  awards: '医療機器部品の試作',
  equipment: 'NC旋盤;マシニングセンタ',
  isOrderer: 'いいえ',
  isSupplier: 'はい',
};

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Saves a CSV with all headings in the reader's language and one example line. */
export function useSampleFile(): () => void {
  const { label } = useProfileWords();
  return () => {
    const lines = [
      importColumns.map((column) => label(column)),
      importColumns.map((column) => example[column]),
    ];
    const csv = lines.map((cells) => cells.map(quoted).join(',')).join('\r\n');
    // The mark tells Excel that it is UTF-8.
    const address = URL.createObjectURL(new Blob([`\uFEFF${csv}\r\n`], { type: 'text/csv' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = 'nakadachi-companies.csv';
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1_000);
  };
}
