import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** 藍: the one colour that asks for attention. */
const ai: MantineColorsTuple = [
  '#f0f4f9',
  '#e1e9f3',
  '#bfcfe3',
  '#97b0cf',
  '#6f90b9',
  '#4b72a2',
  '#335a8c',
  '#234270',
  '#1a345b',
  '#122543',
];
/** Warm grey, from paper to ink. */
const gray: MantineColorsTuple = [
  '#faf8f4',
  '#f3f0e9',
  '#e7e2d8',
  '#d6cfc2',
  '#b7ae9f',
  '#8c8375',
  '#655d52',
  '#4c453c',
  '#352f28',
  '#221e19',
];
const red: MantineColorsTuple = [
  '#fdf3f1',
  '#fae3df',
  '#f2c2ba',
  '#e79a8e',
  '#db7262',
  '#cd4f3d',
  '#bd3a29',
  '#a62d1f',
  '#8a2418',
  '#6b1a11',
];
const green: MantineColorsTuple = [
  '#f1f7f2',
  '#dfeee2',
  '#bcdcc3',
  '#93c59e',
  '#67aa77',
  '#448f58',
  '#307845',
  '#246338',
  '#1b4f2c',
  '#123a1f',
];
const yellow: MantineColorsTuple = [
  '#fdf8ea',
  '#f9eecb',
  '#f1dc98',
  '#e6c45f',
  '#d5a834',
  '#b5891d',
  '#947013',
  '#78590d',
  '#5e4509',
  '#443206',
];

const sans =
  "'Hiragino Sans', 'Hiragino Kaku Gothic ProN', 'BIZ UDPGothic', 'Yu Gothic Medium', 'Noto Sans JP', 'Noto Sans CJK JP', Meiryo, system-ui, sans-serif";

/** Ink on warm white; every text colour used here keeps a contrast of 4.5 : 1 or more. */
export const theme = createTheme({
  colors: { ai, gray, red, green, yellow },
  primaryColor: 'ai',
  primaryShade: 7,
  black: gray[9],
  fontFamily: sans,
  headings: {
    fontFamily: sans,
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.4' },
      h2: { fontSize: '1.175rem', lineHeight: '1.45' },
      h3: { fontSize: '1.025rem', lineHeight: '1.5' },
    },
  },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  lineHeights: { xs: '1.5', sm: '1.55', md: '1.65', lg: '1.6', xl: '1.5' },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Modal: { styles: { title: { fontSize: '1.1rem', fontWeight: 650 } } },
    SegmentedControl: { styles: { root: { maxWidth: '100%' }, label: { whiteSpace: 'normal' } } },
    Drawer: { styles: { title: { fontWeight: 650 } } },
  },
});
