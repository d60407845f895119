import type { Prefecture } from './taxonomy.types.js';

export const prefectures: Prefecture[] = [
  { code: '14', ja: '神奈川県', en: 'Kanagawa', latitude: 35.4478, longitude: 139.6425 },
];
