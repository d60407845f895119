import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { appointmentsApi, type Appointment } from '#contracts/appointments.js';
import { negotiationsApi } from '#contracts/negotiations.js';
import { notificationsApi } from '#contracts/notifications.js';
import { AppointmentsService } from '#negotiations/index.js';
import { WorkerHost } from '#platform/queue/index.js';
import type { TestApp } from '../support/app.js';
import { sentMails } from '../support/mails.js';
import { openTalks, type Talks } from '../support/negotiations.js';
import type { TestPerson } from '../support/people.js';
import { hourIn, someAppointment } from '../support/world/appointments.js';
import type { InRoom } from '../support/in-room.js';

/** Appointments of a room, their calendar files and reminders; part of meeting-in-room.spec.ts, which starts the product. */
export const appointmentsInRoom = (given: () => InRoom): void =>
  describe('an appointment', () => {
    let app: TestApp;
    beforeAll(() => void ({ app } = given()));
    const api = (person: TestPerson) => given().api(person);

    let talks: Talks;
    let params: { id: string };
    let agreed: Appointment;
    const at = (one: Appointment) => ({
      params: { id: one.roomId, appointmentId: one.id },
      version: one.version,
    });
    const calendar = async (person: TestPerson, one: Appointment) => {
      const { bytes, headers } = await api(person).call(appointmentsApi.calendar, at(one));
      const parsed = new ICAL.Component(ICAL.parse(bytes.toString('utf8')) as unknown[] as never);
      const event = parsed.getFirstSubcomponent('vevent');
      return {
        method: parsed.getFirstPropertyValue('method'),
        type: headers.get('content-type'),
        uid: event?.getFirstPropertyValue('uid'),
        sequence: event?.getFirstPropertyValue('sequence'),
        starts: event && new ICAL.Event(event).startDate.toJSDate().toISOString(),
      };
    };
    const notices = async (person: TestPerson) =>
      (await api(person).ok(notificationsApi.list)).items
        .filter(({ kind }) => kind.startsWith('appointment-'))
        .map(({ kind, words }) => `${kind} ${words.ja}`);

    beforeAll(async () => {
      talks = await openTalks(app);
      params = { id: talks.roomId };
    });

    it('is proposed with some times, countered, and agreed once both can', async () => {
      const { owner, candidate } = talks;
      const first = await api(owner).ok(appointmentsApi.propose, { params, body: someAppointment() });
      expect(first).toMatchObject({ state: 'proposed', startsAt: null, proposal: { side: 'owner' } });
      const own = await api(owner).call(appointmentsApi.accept, { ...at(first), body: { time: 0 } });
      expect(own.error.code).toBe('appointment/own-proposal');
      const counter = { times: [hourIn(9), hourIn(8)], minutes: 45, reason: '' };
      const second = await api(candidate).ok(appointmentsApi.proposeTimes, { ...at(first), body: counter });
      // What the owner saw has changed meanwhile.
      const stale = await api(owner).call(appointmentsApi.accept, { ...at(first), body: { time: 0 } });
      expect(stale.status).toBe(412);
      agreed = await api(owner).ok(appointmentsApi.accept, { ...at(second), body: { time: 0 } });
      expect(agreed).toMatchObject({ state: 'confirmed', startsAt: hourIn(8), proposal: null, sequence: 0 });
      const busy = await api(owner).ok(appointmentsApi.busy, {
        query: { from: hourIn(8, '14:30'), until: hourIn(8, '15:00') },
      });
      expect(busy.items.map(({ id }) => id)).toEqual([agreed.id]);
      const { items } = await api(owner).ok(negotiationsApi.messages, { params });
      expect(items.map(({ data }) => data['key'])).toEqual([
        'room-opened',
        'appointment-proposed',
        'appointment-proposed',
        'appointment-confirmed',
      ]);
    });

    it('keeps its time and UID while a move is asked for, and is called off under the same UID', async () => {
      const { owner, candidate } = talks;
      const before = await calendar(owner, agreed);
      expect(before).toMatchObject({ method: 'REQUEST', sequence: 0, starts: hourIn(8) });
      expect(before.type).toBe('text/calendar; charset=utf-8; method=REQUEST');
      const wish = { times: [hourIn(10)], minutes: 45, reason: '' };
      const unsaid = await api(owner).call(appointmentsApi.proposeTimes, { ...at(agreed), body: wish });
      expect([unsaid.error.code, Object.keys(unsaid.error.fields ?? {})]).toEqual([
        'appointment/reason-needed',
        ['reason'],
      ]);
      const body = { ...wish, reason: '検査が延びるため' };
      const asked = await api(owner).ok(appointmentsApi.proposeTimes, { ...at(agreed), body });
      expect(await calendar(candidate, asked)).toEqual(before);
      const moved = await api(candidate).ok(appointmentsApi.accept, { ...at(asked), body: { time: 0 } });
      expect(await calendar(candidate, moved)).toMatchObject({
        uid: before.uid,
        sequence: 1,
        starts: hourIn(10),
      });
      const off = await api(owner).ok(appointmentsApi.cancel, { ...at(moved), body: { reason: '中止' } });
      expect(off).toMatchObject({ state: 'cancelled', cancelled: { by: owner.name, reason: '中止' } });
      expect(await calendar(owner, off)).toMatchObject({ method: 'CANCEL', uid: before.uid, sequence: 2 });
      const again = await api(owner).call(appointmentsApi.cancel, { ...at(off), body: { reason: '中止' } });
      expect(again.error.code).toBe('negotiation/illegal-transition');
    });

    it('tells and mails the other side, with a file for its calendar, in the zone of the reader', async () => {
      const { owner, candidate } = talks;
      await api(candidate).ok(appointmentsApi.setZone, { body: { zone: 'Europe/Berlin' } });
      const list = await api(owner).ok(appointmentsApi.list, { params });
      expect(list.zones).toEqual([{ role: 'candidate', organisation: '架空製作所', zone: 'Europe/Berlin' }]);
      const one = await api(candidate).ok(appointmentsApi.propose, { params, body: someAppointment() });
      await api(owner).ok(appointmentsApi.accept, { ...at(one), body: { time: 1 } });
      await app.settle();
      const [latest] = await notices(candidate);
      // An hour later while there is summer time.
      const inBerlin = { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' } as const;
      const starts = new Date(hourIn(6)).toLocaleTimeString('ja', inBerlin);
      expect(latest).toMatch(new RegExp(`^appointment-confirmed .*${starts}〜0[78]:00 中央ヨーロッパ`));
      expect((await notices(owner))[0]).toMatch(/^appointment-proposed .*14:00〜15:00 日本標準時/);
      await app.resources.database.query(
        `update notification set created_at = now() - interval '1 minute' where user_id = $1`,
        [candidate.id],
      );
      await app.app.get(WorkerHost, { strict: false }).run('notifications.mail', { eventId: null });
      const mails = sentMails(app.mailFolder).filter(({ to }) => to.includes(candidate.email));
      expect(mails.map((mail) => mail.calendar).join()).toContain('METHOD:REQUEST');
    });

    it('reminds once of each time that was agreed, and of none that was called off', async () => {
      const { database } = app.resources;
      const room = await openTalks(app);
      const [{ id }, off] = (await Promise.all(
        [1, 2].map(async () => {
          const given = { params: { id: room.roomId }, body: someAppointment() };
          const one = await api(room.owner).ok(appointmentsApi.propose, given);
          return api(room.candidate).ok(appointmentsApi.accept, { ...at(one), body: { time: 0 } });
        }),
      )) as [Appointment, Appointment];
      await api(room.owner).ok(appointmentsApi.cancel, { ...at(off), body: { reason: '中止' } });
      const move = (minutes: number) =>
        database.query(
          `update appointment set confirmed_at = now() - interval '9 days', ends_at = now() + interval '3 days',
           starts_at = now() + make_interval(mins => $2) where room_id = $1`,
          [room.roomId, minutes],
        );
      const remind = async () => {
        const host = app.app.get(WorkerHost, { strict: false });
        await host.run('negotiations.appointment-reminders', { eventId: null });
        await host.run('negotiations.appointment-reminders', { eventId: null });
        await app.settle();
        return (await notices(room.owner)).flatMap((line) => /-(day|soon) /.exec(line)?.[1] ?? []);
      };
      await move(1_441);
      expect(await remind()).toEqual([]);
      await move(1_400);
      expect(await remind()).toEqual(['day']);
      await move(10);
      expect(await remind()).toEqual(['soon', 'day']);
      const { items } = await api(room.owner).ok(notificationsApi.list);
      // Others may be newer: their order's candidates are looked for beside this.
      const soon = items.find(({ kind }) => kind === 'appointment-soon');
      expect(soon?.link).toBe(`/rooms/${room.roomId}?tab=appointments&appointment=${id}`);
    });

    it('of an outside address is https, and known to members alone', async () => {
      const { owner, candidate } = talks;
      const secret = 'https://meet.example.test/geheim';
      const body = someAppointment({ means: 'link', address: secret });
      const one = await api(owner).ok(appointmentsApi.propose, { params, body });
      await api(candidate).ok(appointmentsApi.accept, { ...at(one), body: { time: 0 } });
      for (const address of [
        'http://meet.example.test/a',
        'javascript:alert(1)',
        'https://a:b@x.test/',
        '',
      ]) {
        const wrong = await api(owner).call(appointmentsApi.propose, {
          params,
          body: { ...body, address } as never,
        });
        expect([address, wrong.status, Object.keys(wrong.error.fields ?? {})]).toEqual([
          address,
          400,
          ['address'],
        ]);
      }
      await app.settle();
      const events = await app.resources.database.query('select data::text from event');
      const told = await app.resources.database.query('select words::text, link from notification');
      expect(JSON.stringify([events, told])).not.toContain('geheim');
    });

    it('can be read by a calendar program under an address that only its owner knows', async () => {
      const { owner } = talks;
      const { address } = await api(owner).ok(appointmentsApi.makeFeed);
      const token = new URL(address).searchParams.get('token') ?? '';
      const read = (query: { token: string }) => app.as().call(appointmentsApi.subscription, { query });
      const text = (await read({ token })).bytes.toString('utf8');
      expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(3);
      expect(text).toContain('STATUS:CANCELLED');
      await api(owner).ok(appointmentsApi.makeFeed);
      expect((await read({ token })).error.code).toBe('auth/invalid-link');
      expect((await read({ token: 'x' })).error.code).toBe('auth/invalid-link');
    });

    it('that an organiser set is the members’ to keep, and moves only with the organiser', async () => {
      const service = app.app.get(AppointmentsService, { strict: false });
      const given = {
        ...{ roomId: talks.roomId, sourceId: randomUUID(), title: '商談会 第3枠' },
        ...{ startsAt: new Date(hourIn(12)), endsAt: new Date(hourIn(12, '14:20')) },
      };
      const id = await service.openTimed(given);
      expect(await service.openTimed(given)).toBe(id);
      const seen = async () =>
        (await api(talks.owner).ok(appointmentsApi.list, { params })).items.find(
          (one) => one.id === id,
        ) as Appointment;
      expect(await seen()).toMatchObject({ fixed: true, hardEnd: true, state: 'confirmed', sequence: 0 });
      const refused = await api(talks.owner).call(appointmentsApi.cancel, {
        ...at(await seen()),
        body: { reason: '都合' },
      });
      expect(refused.error.code).toBe('appointment/fixed');
      await service.openTimed({ ...given, endsAt: new Date(hourIn(12, '14:30')) });
      expect(await seen()).toMatchObject({ sequence: 1, endsAt: hourIn(12, '14:30') });
      await service.cancelTimed(given.sourceId, '相手企業の欠席');
      await service.cancelTimed(given.sourceId, '相手企業の欠席');
      expect(await seen()).toMatchObject({ state: 'cancelled', sequence: 2, cancelled: { by: '' } });
    });
  });
