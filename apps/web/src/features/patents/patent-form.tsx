import type { z } from 'zod';
import { patentContent, type Patent, type PatentContent } from '#contracts/patents.js';
import { Form } from '../../forms/form';
import { useForm } from '../../forms/use-form';
import { NumbersFields, TermsFields, TopicsFields, UsesFields, VisibilityFields } from './patent-fields';
import { usePatentWords } from './patent-words';

const emptyPatent: z.input<typeof patentContent> = {
  title: '',
  number: '',
  registrationNumber: '',
  applicationNumber: '',
  publicationNumber: '',
  applicationDate: null,
  holder: '',
  summary: '',
  purpose: '',
  effect: '',
  applicableProducts: '',
  technicalFields: [],
  functions: [],
  ipc: '',
  themes: [],
  licence: 'offered',
  assignment: 'not-offered',
  terms: '',
  implemented: null,
  licensedBefore: null,
  visibility: 'open',
};

interface PatentFormProps {
  /** Absent for a new patent. */
  patent?: Patent;
  /** The new patent's holder, as far as that is known. */
  holder?: string;
  label: string;
  save: (content: PatentContent, version: number) => Promise<Patent>;
  saved: (patent: Patent) => void;
}

/** The patent editor. What it does stands first, its numbers last: they are copied, not thought about. */
export function PatentForm({ patent, holder = '', label, save, saved }: PatentFormProps) {
  const words = usePatentWords();
  const form = useForm({
    schema: patentContent,
    initial: patent?.content ?? { ...emptyPatent, holder },
    version: patent?.version,
    draft: patent ? `patent.${patent.id}` : 'patent.new',
    save,
    saved,
    valueFrom: (current) => current.content,
  });
  return (
    <Form form={form} show={words}>
      <UsesFields form={form} />
      <TopicsFields form={form} />
      <TermsFields form={form} />
      <NumbersFields form={form} />
      <VisibilityFields form={form} label={label} />
    </Form>
  );
}
