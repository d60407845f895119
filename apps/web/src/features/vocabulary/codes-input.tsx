import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TermMultiSelect } from '../../forms/term-select';
import { useTaxonomy } from '../../parts/taxonomy';

interface CodesInputProps {
  value: string[];
  onChange: (codes: string[]) => void;
  error: string | undefined;
}

/** Processes and materials, chosen from their lists; stored as one list of codes. */
export function CodesInput({ value, onChange, error }: CodesInputProps) {
  const { t } = useTranslation('vocabulary');
  const { document } = useTaxonomy();
  const isMaterial = (code: string) => document?.materials.some((entry) => entry.code === code) === true;
  const materials = value.filter(isMaterial);
  const processes = value.filter((code) => !isMaterial(code));
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TermMultiSelect
        list="processes"
        name="codes"
        label={t('field.processes')}
        value={processes}
        onChange={(codes) => onChange([...codes, ...materials])}
        {...(error !== undefined && { error })}
      />
      <TermMultiSelect
        list="materials"
        label={t('field.materials')}
        value={materials}
        onChange={(codes) => onChange([...processes, ...codes])}
      />
    </SimpleGrid>
  );
}
