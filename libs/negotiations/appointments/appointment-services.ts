import { AppointmentAudienceReader } from './appointment-audience.reader.js';
import { AppointmentCalendar } from './appointment-calendar.js';
import { AppointmentsReader } from './appointments.reader.js';
import { AppointmentsService } from './appointments.service.js';

/** What the context's modules provide for appointments. */
export const appointmentServices = [
  AppointmentAudienceReader,
  AppointmentCalendar,
  AppointmentsReader,
  AppointmentsService,
];
