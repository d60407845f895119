import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#contracts/shapes.js';

const stored = 'nakadachi.language';
const texts = {
  ja: () => import('./locales/ja'),
  en: () => import('./locales/en'),
};

/** The language last chosen here, else Japanese where the browser knows it, else English. */
function firstLanguage(): Language {
  const chosen = localStorage.getItem(stored);
  if (chosen === 'ja' || chosen === 'en') return chosen;
  return navigator.languages.some((tag) => tag.startsWith('ja')) ? 'ja' : 'en';
}

/** The language that the screens are shown in. */
export const shownLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'ja');

/** Loads the texts of a language and shows them. */
export async function showLanguage(language: Language): Promise<void> {
  const { default: namespaces } = await texts[language]();
  for (const [name, keys] of Object.entries(namespaces)) i18next.addResourceBundle(language, name, keys);
  await i18next.changeLanguage(language);
  localStorage.setItem(stored, language);
  document.documentElement.lang = language;
}

export async function startTexts(): Promise<void> {
  const language = firstLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: {},
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await showLanguage(language);
}
