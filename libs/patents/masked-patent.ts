import type { PatentContent } from '#contracts/patents.js';

/** A patent's content for those who may not know its holder: numbers lead to the register, and so to the holder. */
export const withoutHolder = (content: PatentContent): PatentContent => ({
  ...content,
  holder: '',
  number: '',
  registrationNumber: '',
  applicationNumber: '',
  publicationNumber: '',
});
