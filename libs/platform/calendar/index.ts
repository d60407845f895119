export { calendarOf, type CalendarMethod, type CalendarMeeting, type CalendarPerson } from './calendar.js';
