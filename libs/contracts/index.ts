import { appointmentsApi } from './appointments.js';
import { attendanceApi } from './attendance.js';
import { callsApi } from './calls.js';
import { capacityBalanceApi } from './capacity-balance.js';
import { capacityApi } from './capacity.js';
import { companiesApi } from './companies.js';
import { councilVotesApi } from './council-votes.js';
import { demonstrationApi } from './demonstration.js';
import { disputesApi } from './disputes.js';
import type { Endpoint } from './endpoint.js';
import { fairsApi } from './fair-exhibition.js';
import { fairExhibitorsApi } from './fair-exhibitors.js';
import { fairLeadsApi } from './fair-leads.js';
import { fairQuestionnairesApi } from './fair-questionnaires.js';
import { fairSessionsApi } from './fair-sessions.js';
import { fairTalksApi } from './fair-talks.js';
import { fairVisitorsApi } from './fair-visitors.js';
import { fairWatchApi } from './fair-watch.js';
import { fairnessApi } from './fairness.js';
import { gapsApi } from './gaps.js';
import { identityApi } from './identity.js';
import { introductionsApi } from './introductions.js';
import { learningApi } from './learning.js';
import { matchingApi } from './matching.js';
import { messagesApi } from './messages.js';
import { meetingDayApi } from './meeting-day.js';
import { meetingEventsApi } from './meeting-events.js';
import { meetingParticipantsApi } from './meeting-participants.js';
import { meetingReplanApi } from './meeting-replan.js';
import { meetingResultsApi } from './meeting-results.js';
import { meetingTimetableApi } from './meeting-timetable.js';
import { minutesApi } from './minutes.js';
import { negotiationsApi } from './negotiations.js';
import { notificationsApi } from './notifications.js';
import { offerComparisonApi } from './offer-comparison.js';
import { offersApi } from './offers.js';
import { ordersApi } from './orders.js';
import { patentsApi } from './patents.js';
import { priceLedgerApi } from './price-ledger.js';
import { roomFilesApi } from './room-files.js';
import { recordsApi } from './records.js';
import { reportingApi } from './reporting.js';
import { tradeTermsApi } from './trade-terms.js';
import { searchApi } from './search.js';
import { signingApi } from './signing.js';
import { statutoryApi } from './statutory.js';
import { verificationApi } from './verification.js';
import { teamsApi } from './teams.js';
import { vocabularyApi } from './vocabulary.js';

/** Every endpoint of the product, by context. The OpenAPI document and the authorisation matrix are made from it. */
export const api = {
  identity: identityApi,
  companies: companiesApi,
  capacity: capacityApi,
  orders: ordersApi,
  patents: patentsApi,
  matching: matchingApi,
  learning: learningApi,
  introductions: introductionsApi,
  teams: teamsApi,
  gaps: gapsApi,
  negotiations: negotiationsApi,
  messages: messagesApi,
  attendance: attendanceApi,
  appointments: appointmentsApi,
  calls: callsApi,
  tradeTerms: tradeTermsApi,
  meetingEvents: meetingEventsApi,
  meetingParticipants: meetingParticipantsApi,
  meetingTimetable: meetingTimetableApi,
  meetingResults: meetingResultsApi,
  meetingDay: meetingDayApi,
  meetingReplan: meetingReplanApi,
  fairs: fairsApi,
  fairExhibitors: fairExhibitorsApi,
  fairVisitors: fairVisitorsApi,
  fairTalks: fairTalksApi,
  fairSessions: fairSessionsApi,
  fairLeads: fairLeadsApi,
  fairQuestionnaires: fairQuestionnairesApi,
  fairWatch: fairWatchApi,
  demonstration: demonstrationApi,
  offers: offersApi,
  offerComparison: offerComparisonApi,
  minutes: minutesApi,
  records: recordsApi,
  signing: signingApi,
  verification: verificationApi,
  roomFiles: roomFilesApi,
  statutory: statutoryApi,
  priceLedger: priceLedgerApi,
  disputes: disputesApi,
  councilVotes: councilVotesApi,
  notifications: notificationsApi,
  reporting: reportingApi,
  capacityBalance: capacityBalanceApi,
  fairness: fairnessApi,
  search: searchApi,
  vocabulary: vocabularyApi,
} as const satisfies Record<string, Record<string, Endpoint>>;
