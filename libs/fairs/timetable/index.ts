export { placeMeetings } from './placing/place-meetings.js';
export { checkPlacing, type CheckedPlacing, type Violation } from './placing/check-placing.js';
export { TimetableInputError } from './placing/placing-model.js';
export type * from './timetable.types.js';
export { pairFirms } from './pairing/pair-firms.js';
export { checkPairing, type PairingFault } from './pairing/check-pairing.js';
export { replan } from './replan/replan.js';
export { planEvent, type PlanOptions } from './event/plan-event.js';
export { meetingId, pairingProblem, placingProblem } from './event/problems.js';
export {
  commitmentTo,
  withChanges,
  type HandChange,
  publishTimetable,
  verifyTimetable,
  type PublishedTimetable,
  type Verification,
  type VerificationFault,
} from './trust/published-timetable.js';
export { canonicalJson } from './trust/canonical-json.js';
