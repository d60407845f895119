/** A fiscal year runs from 1 April to 31 March and is named after the year it begins in. */
export const firstDay = (fiscalYear: number): string => `${fiscalYear}-04-01`;
export const lastDay = (fiscalYear: number): string => `${fiscalYear + 1}-03-31`;

/** The twelve months, `YYYY-MM`, April first. */
export const monthsOf = (fiscalYear: number): string[] =>
  Array.from({ length: 12 }, (_, i) => {
    const month = (i + 3) % 12;
    const year = i < 9 ? fiscalYear : fiscalYear + 1;
    return `${year}-${String(month + 1).padStart(2, '0')}`;
  });
