import type { z } from 'zod';
import type { declineCode } from '#contracts/introductions.js';
import type { Feature } from './features.js';

type DeclineCode = z.output<typeof declineCode>;

const skill: readonly Feature[] = ['process', 'material', 'envelope', 'mass', 'tolerance', 'lot', 'quantity'];

/**
 * What a coded decline says of the ranking: only the weights named here may learn from it. Everything else about the
 * firm may have been right.
 *
 * | code                                       | teaches            | why                                                        |
 * | ------------------------------------------ | ------------------ | ---------------------------------------------------------- |
 * | capacity                                   | delivery           | the firm was full; room is judged there, skill was not     |
 * | delivery                                   | delivery           | it could not be there in time                              |
 * | certificate-missing                        | certificate        | it was proposed without one that was needed                |
 * | location                                   | region             | it was too far away                                        |
 * | technical-objection                        | process … quantity | "not our process", too large, too fine: it cannot make it  |
 * | price                                      | nothing            | says nothing of skill, and the ranking knows no prices     |
 * | too-early, benefit-, commercial-route-,    | nothing            | about the order or patent, not about who was proposed      |
 * | description-unclear, ip-terms              |                    |                                                            |
 * | other                                      | nothing            | it may be any of these                                     |
 */
export const taughtBy: Readonly<Record<DeclineCode, readonly Feature[]>> = {
  capacity: ['delivery'],
  delivery: ['delivery'],
  'certificate-missing': ['certificate'],
  location: ['region'],
  'technical-objection': skill,
  price: [],
  'too-early': [],
  'benefit-unclear': [],
  'commercial-route-unclear': [],
  'description-unclear': [],
  'ip-terms': [],
  other: [],
};
