import { beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { appointmentsApi } from '#contracts/appointments.js';
import { introductionsApi } from '#contracts/introductions.js';
import { meetingEventsApi, type MeetingEvent } from '#contracts/meeting-events.js';
import { meetingParticipantsApi, type MeetingParticipant } from '#contracts/meeting-participants.js';
import { meetingTimetableApi as routes } from '#contracts/meeting-timetable.js';
import { negotiationsApi } from '#contracts/negotiations.js';
import { OnlineRooms } from '#fairs/meetings/online/online-rooms.service.js';
import type { TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { advanced, anOpenEvent, letIn, someParticipation } from '../support/meetings.js';
import type { Firm } from '../support/orders.js';

interface Given {
  app: TestApp;
  /** Organises. */
  lead: Client;
  orderers: Firm[];
  suppliers: Firm[];
}

/** Meetings that are held in rooms; part of meeting-timetable.spec.ts, which starts the product. */
export const onlineMeetings = (given: () => Given): void =>
  describe('by a call', () => {
    let app: TestApp;
    let lead: Client;
    let orderers: Firm[];
    let suppliers: Firm[];
    beforeAll(() => void ({ app, lead, orderers, suppliers } = given()));

    describe('an online meeting', () => {
      let online: MeetingEvent;
      let firms: MeetingParticipant[];
      const place = (i: number, slot: number) => ({
        ...{ ordererId: firms[0]?.id ?? '', supplierId: firms[i]?.id ?? '' },
        ...{ slot, table: null },
      });
      const ownMeeting = async (i: number) => {
        const firm = [orderers[0], ...suppliers][i];
        const of = { params: { id: online.id, participantId: firms[i]?.id ?? '' } };
        const meeting = (await firm?.api.ok(routes.own, of))?.meetings[0];
        if (!meeting) throw new Error('It has no meeting.');
        return meeting;
      };
      const timeOf = async (i: number, roomId: string) => {
        const { items } = await suppliers[i - 1]!.api.ok(appointmentsApi.list, { params: { id: roomId } });
        return items[0];
      };
      /** An online event with these suppliers, who meet the first orderer in the slots 1, 2 … */
      const published = async (count: number) => {
        online = await anOpenEvent(lead, { format: 'online', place: '' });
        firms = [await letIn(lead, orderers[0]!, online, 'orderer', { attends: 'online' })];
        for (const firm of suppliers.slice(0, count))
          firms.push(await letIn(lead, firm, online, 'supplier', { attends: 'online' }));
        await advanced(lead, online, 'planning');
        for (const i of firms.keys())
          if (i > 0) await lead.ok(routes.add, { params: { id: online.id }, body: place(i, i) });
        online = await advanced(lead, online, 'published');
        await app.settle();
      };
      const rooms = async () =>
        (await app.resources.database.query<{ n: number }>('select count(*) n from room'))[0]?.n;

      it('has a room from its publication on, brokered by the organiser, with the time of its slot', async () => {
        await published(2);
        const { room, isOnline } = await ownMeeting(1);
        expect([isOnline, room?.seated]).toEqual([true, true]);
        expect((await ownMeeting(0)).room).toEqual(room);
        expect(await timeOf(1, room?.id ?? '')).toMatchObject({
          ...{ state: 'confirmed', fixed: true, hardEnd: true, means: 'call', title: online.content.title },
          ...{ startsAt: online.slots[0]?.startsAt, endsAt: online.slots[0]?.endsAt },
        });
        const { items } = await suppliers[0]!.api.ok(introductionsApi.list);
        expect(items[0]).toMatchObject({
          subject: { kind: 'meeting', id: online.id, title: online.content.title },
          ...{ state: 'negotiating', viewerSide: 'candidate', ownerConsent: 'consented', roomId: room?.id },
        });
        const stranger = await suppliers[1]!.api.call(negotiationsApi.get, {
          params: { id: room?.id ?? '' },
        });
        expect(stranger.status).toBe(404);
        const told = await app.resources.database.query(
          `select kind from notification where kind in ('room-opened', 'appointment-confirmed')`,
        );
        expect(told).toEqual([]);
      });

      it('is opened once, however often it is told', async () => {
        const before = [await rooms(), (await ownMeeting(1)).room, (await ownMeeting(2)).room];
        const service = app.app.get(OnlineRooms, { strict: false });
        const { id } = await ownMeeting(1);
        await service.openAll(online.id, null);
        await service.follow(online.id, id, null);
        // As after a worker that was killed between opening the room and noting whose it is, twice at once.
        await app.resources.database.query('update meeting set room_id = null where event_id = $1', [
          online.id,
        ]);
        await Promise.all([service.openAll(online.id, null), service.openAll(online.id, null)]);
        await app.settle();
        expect([await rooms(), (await ownMeeting(1)).room, (await ownMeeting(2)).room]).toEqual(before);
        const { items } = await suppliers[0]!.api.ok(appointmentsApi.list, {
          params: { id: (await ownMeeting(1)).room?.id ?? '' },
        });
        expect(items.map(({ state, sequence }) => [state, sequence])).toEqual([['confirmed', 0]]);
      });

      it('takes its room’s time along when it moves, and calls it off when it is cancelled', async () => {
        const [first, second] = [await ownMeeting(1), await ownMeeting(2)];
        const of = (meetingId: string) => ({ params: { id: online.id, meetingId } });
        await lead.ok(routes.move, { ...of(first.id), body: { slot: 5, table: null } });
        await lead.ok(routes.cancel, { ...of(second.id), body: { reason: '急病のため' } });
        await app.settle();
        expect(await timeOf(1, first.room?.id ?? '')).toMatchObject({
          ...{ state: 'confirmed', sequence: 1, startsAt: online.slots[4]?.startsAt },
        });
        expect(await timeOf(2, second.room?.id ?? '')).toMatchObject({
          state: 'cancelled',
          cancelled: { reason: '急病のため' },
        });
        expect(await ownMeeting(2)).toMatchObject({ state: 'cancelled', room: null });
      });

      it('is held in the room in which the two talk already, and off when the event is', async () => {
        const { room } = await ownMeeting(1);
        const before = await rooms();
        await published(1);
        expect((await ownMeeting(1)).room).toEqual(room);
        expect(await rooms()).toBe(before);
        await lead.ok(meetingEventsApi.cancel, {
          params: { id: online.id },
          version: online.version,
          body: { reason: '大雪のため', costYen: null },
        });
        await app.settle();
        expect(await timeOf(1, room?.id ?? '')).toMatchObject({
          state: 'cancelled',
          cancelled: { reason: '大雪のため' },
        });
        expect(await ownMeeting(1)).toMatchObject({ state: 'cancelled', reason: '大雪のため', room: null });
        const of = { params: { id: online.id, participantId: firms[1]?.id ?? '' } };
        const { bytes } = await suppliers[0]!.api.call(routes.calendar, of);
        const calendar = new ICAL.Component(ICAL.parse(bytes.toString('utf8')) as never);
        const off = calendar.getFirstSubcomponent('vevent');
        expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
        expect(off?.getFirstPropertyValue('status')).toBe('CANCELLED');
        expect(off?.getFirstPropertyValue('sequence')).toBe(1);
      });

      it('gets no room where the event was cancelled before its turn came', async () => {
        await app.resources.database.query(
          `update meeting set room_id = null, state = 'planned' where event_id = $1`,
          [online.id],
        );
        const service = app.app.get(OnlineRooms, { strict: false });
        await service.openAll(online.id, null);
        const { id } = await ownMeeting(1);
        await service.follow(online.id, id, null);
        const opened = await app.resources.database.query(
          'select 1 from meeting where event_id = $1 and room_id is not null',
          [online.id],
        );
        expect(opened).toEqual([]);
      });
    });

    describe('a firm that cannot come to the hall after all', () => {
      it('meets in rooms instead, which both firms of each meeting are told', async () => {
        const hybrid = await anOpenEvent(lead, { format: 'hybrid' });
        const of = { params: { id: hybrid.id } };
        const buyer = await letIn(lead, orderers[1]!, hybrid, 'orderer');
        const maker = await letIn(lead, suppliers[1]!, hybrid, 'supplier');
        await advanced(lead, hybrid, 'planning');
        const body = { ordererId: buyer.id, supplierId: maker.id, slot: 2, table: 3 };
        expect((await lead.ok(routes.add, { ...of, body })).isOnline).toBe(false);
        await advanced(lead, hybrid, 'published');
        await app.settle();
        const place = { params: { id: hybrid.id, participantId: maker.id } };
        const { version } = await lead.ok(meetingParticipantsApi.get, place);
        await lead.ok(meetingParticipantsApi.update, {
          ...{ ...place, version },
          body: someParticipation('supplier', { attends: 'online' }),
        });
        await app.settle();
        const [meeting] = (await suppliers[1]!.api.ok(routes.own, place)).meetings;
        expect(meeting).toMatchObject({ isOnline: true, table: 3, room: { seated: true } });
        const locationFor = async (firm: Firm | undefined, participantId: string) => {
          const { bytes } = await firm!.api.call(routes.calendar, {
            params: { id: hybrid.id, participantId },
          });
          const calendar = new ICAL.Component(ICAL.parse(bytes.toString('utf8')) as never);
          return calendar.getFirstSubcomponent('vevent')?.getFirstPropertyValue('location');
        };
        expect(await locationFor(orderers[1], buyer.id)).toBe(
          `${hybrid.content.place} テーブル3（オンライン）`,
        );
        expect(await locationFor(suppliers[1], maker.id)).toBe('オンライン');
        const told = await app.resources.database.query<{ company: string }>(
          `select distinct c.name company from notification n join app_user u on u.id = n.user_id
           join company c on c.id = u.company_id where n.kind = 'meeting-moved' and n.link like $1 order by c.name`,
          [`/meetings/${hybrid.id}/%`],
        );
        expect(told.map(({ company }) => company).sort()).toEqual(['受注二', '発注二']);
        // It comes after all: the secretary gives it its table back, and the room's time is off, until it changes again.
        const attend = async (attends: 'on-site' | 'online') => {
          const { version: now } = await lead.ok(meetingParticipantsApi.get, place);
          const content = someParticipation('supplier', { attends });
          await lead.ok(meetingParticipantsApi.update, { ...place, version: now, body: content });
        };
        const roomId = meeting?.room?.id ?? '';
        const time = async () => {
          await app.settle();
          return (await suppliers[1]!.api.ok(appointmentsApi.list, { params: { id: roomId } })).items.find(
            ({ title }) => title === hybrid.content.title,
          );
        };
        expect(await time()).toMatchObject({ state: 'confirmed', sequence: 0 });
        await attend('on-site');
        const moving = {
          params: { id: hybrid.id, meetingId: meeting?.id ?? '' },
          body: { slot: 2, table: 3 },
        };
        expect(await lead.ok(routes.move, moving)).toMatchObject({ isOnline: false, table: 3 });
        expect(await time()).toMatchObject({ state: 'cancelled', sequence: 1 });
        await attend('online');
        expect(await time()).toMatchObject({ state: 'confirmed', sequence: 2, cancelled: null });
      });
    });
  });
