import { createRequire } from 'node:module';
import pdfmake, { type CustomTableLayout } from 'pdfmake';

const require = createRequire(import.meta.url);
const font = (path: string) => require.resolve(`@expo-google-fonts/noto-sans-jp/${path}`);
const regular = font('400Regular/NotoSansJP_400Regular.ttf');
const bold = font('700Bold/NotoSansJP_700Bold.ttf');

/** Japanese type has no italics: both italic styles are the upright ones. */
pdfmake.setFonts({ NotoSansJP: { normal: regular, bold, italics: regular, bolditalics: bold } });
// Content may come from users: nothing is fetched, and no file but the two fonts is opened.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path === regular || path === bold);

const lines: CustomTableLayout = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  hLineColor: () => '#b5bcc4',
  vLineColor: () => '#b5bcc4',
  paddingTop: () => 3,
  paddingBottom: () => 3,
};
pdfmake.addTableLayouts({ lines });

/** pdfmake with our fonts and table lines. Large: loaded with the first PDF. */
export const pdfMaker = pdfmake;
