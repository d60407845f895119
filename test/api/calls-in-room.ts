import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { attendanceApi } from '#contracts/attendance.js';
import { callsApi } from '#contracts/calls.js';
import { negotiationsApi } from '#contracts/negotiations.js';
import { AppointmentsService } from '#negotiations/index.js';
import type { TestApp } from '../support/app.js';
import { openTab, openTalks } from '../support/negotiations.js';
import { aPerson, type TestPerson } from '../support/people.js';
import { eventually } from '../support/eventually.js';
import type { InRoom } from '../support/in-room.js';

/** Calls in a room; part of meeting-in-room.spec.ts, which starts the product. */
export const callsInRoom = (given: () => InRoom): void =>
  describe('a call', () => {
    let app: TestApp;
    beforeAll(() => void ({ app } = given()));
    const api = (person: TestPerson) => given().api(person);
    const enter = (person: TestPerson, roomId: string) => given().enter(person, roomId);

    const media = { microphone: true, camera: true, screen: false };
    const signal = { kind: 'restart' } as const;
    const take = async (person: TestPerson, roomId: string) => {
      const tab = await enter(person, roomId);
      const seat = await tab.send('call:join', { roomId, media });
      return { tab, seat, peerId: seat.peerId ?? '' };
    };
    const now = async (person: TestPerson, roomId: string) =>
      (await api(person).ok(callsApi.get, { params: { id: roomId } })).call;
    const names = (call: { participants: { name: string }[] } | null) =>
      call?.participants.map(({ name }) => name);

    it('is begun, joined and seen by the members of its room alone', async () => {
      const { roomId, owner, candidate, coordinator } = await openTalks(app);
      const first = await take(owner, roomId);
      await api(coordinator).ok(attendanceApi.speak, { params: { id: roomId }, body: { speaks: false } });
      const second = await take(candidate, roomId);
      const third = await take(coordinator, roomId);
      const told = await first.tab.until('call:changed', ({ call }) => call?.participants.length === 3);
      expect(told.call?.participants.map(({ role, speaks }) => `${role} ${speaks}`)).toEqual([
        'owner true',
        'candidate true',
        'coordinator false',
      ]);
      await first.tab.send('call:signal', { roomId, peerId: first.peerId, to: second.peerId, signal });
      expect(await second.tab.until('call:signal')).toEqual({
        ...{ roomId, from: first.peerId, to: second.peerId, signal },
      });
      await third.tab.caughtUp();
      expect(third.tab.all('call:signal')).toEqual([]);
      await first.tab.send('call:alive', { roomId, peerId: first.peerId, media: { ...media, screen: true } });
      await second.tab.until('call:changed', ({ call }) => call?.participants[0]?.media.screen === true);
    });

    it('is nothing to strangers: they neither join nor signal nor learn of it', async () => {
      const [here, there] = [await openTalks(app), await openTalks(app)];
      const { peerId, tab: member } = await take(here.owner, here.roomId);
      const colleague = await aPerson(app.resources.database, {
        ...{ role: 'company-member', companyId: here.ownerCompany.id },
      });
      const stranger = await take(there.owner, there.roomId);
      const outside = await openTab(app.url, colleague.cookie);
      given().close(outside);
      const { roomId } = here;
      for (const tab of [stranger.tab, outside])
        for (const answer of [
          await tab.send('call:join', { roomId, media }),
          await tab.send('call:signal', { roomId, peerId, to: peerId, signal }),
          await tab.send('call:signal', { roomId, peerId: stranger.peerId, to: peerId, signal }),
          await tab.send('call:signal', {
            roomId: there.roomId,
            peerId: stranger.peerId,
            to: peerId,
            signal,
          }),
        ])
          expect(answer).toMatchObject({ ok: false, code: 'auth/forbidden' });
      const answer = await outside.send('call:alive', { roomId, peerId, media });
      expect(answer).toMatchObject({ code: 'call/ended' });
      await outside.send('call:leave', { roomId, peerId });
      expect(names(await now(here.owner, roomId))).toEqual([here.owner.name]);
      const told = [member.all('call:signal'), outside.all('call:signal'), outside.all('call:changed')];
      expect(told.flat()).toEqual([]);
    });

    it('has four seats, however many want one at once, and one for each person', async () => {
      const { roomId, owner, candidate, ownerCompany } = await openTalks(app);
      const colleagues = await Promise.all(
        Array.from({ length: 5 }, () =>
          aPerson(app.resources.database, { role: 'company-member', companyId: ownerCompany.id }),
        ),
      );
      for (const { id } of colleagues)
        await api(owner).ok(negotiationsApi.addMember, { params: { id: roomId }, body: { userId: id } });
      const seats = await Promise.all(
        [owner, candidate, ...colleagues].map((person) => take(person, roomId)),
      );
      const refused = seats.flatMap(({ seat }) => (seat.ok ? [] : [seat.code]));
      expect(refused).toEqual(Array(3).fill('call/full'));
      expect((await now(owner, roomId))?.participants).toHaveLength(4);
      // Another tab of one who is in takes that one's place.
      const i = seats.findIndex(({ seat }) => seat.ok);
      const inside = [owner, candidate, ...colleagues][i] as TestPerson;
      const again = await take(inside, roomId);
      expect(again.seat.ok).toBe(true);
      const old = { roomId, peerId: seats[i]?.peerId ?? '', media };
      expect(await seats[i]?.tab.send('call:alive', old)).toMatchObject({ code: 'call/ended' });
      expect((await now(owner, roomId))?.participants).toHaveLength(4);
    });

    it('loses a tab that was killed within seconds, and keeps one that comes back', async () => {
      const { roomId, owner, candidate } = await openTalks(app);
      const [killed, blinks] = [await take(owner, roomId), await take(candidate, roomId)];
      const back = await enter(candidate, roomId);
      for (const { tab } of [killed, blinks]) tab.close();
      // The server has noticed that they are gone, and gives their seats some seconds.
      await eventually(async () => {
        const away = await app.resources.database.query(
          `select 1 from call_participant where peer_id = any($1) and seen_at < now() - interval '9 seconds'`,
          [[killed.peerId, blinks.peerId]],
        );
        expect(away).toHaveLength(2);
      });
      expect(await back.send('call:alive', { roomId, peerId: blinks.peerId, media })).toEqual({ ok: true });
      await back.until('call:changed', ({ call }) => call?.participants.length === 1);
      expect(names(await now(candidate, roomId))).toEqual([candidate.name]);
      await back.send('call:leave', { roomId, peerId: blinks.peerId });
      await back.until('call:ended', ({ reason }) => reason === 'left');
      const { items } = await api(owner).ok(negotiationsApi.messages, { params: { id: roomId } });
      expect(items.map(({ data }) => data['key']).slice(-2)).toEqual(['call-started', 'call-ended-left']);
    });

    it('is warned of and ended by the server where its appointment has a hard end, and rests then', async () => {
      const { roomId, owner, candidate } = await openTalks(app);
      const { database } = app.resources;
      await app.app.get(AppointmentsService, { strict: false }).openTimed({
        ...{ roomId, sourceId: randomUUID(), title: '商談会 第1枠' },
        ...{ startsAt: new Date(Date.now() - 60_000), endsAt: new Date(Date.now() + 600_000) },
      });
      const { timed } = await api(owner).ok(callsApi.get, { params: { id: roomId } });
      expect(timed.map(({ title }) => title)).toEqual(['商談会 第1枠']);
      const { tab } = await take(owner, roomId);
      const { call } = await tab.until('call:changed');
      expect(call?.endsAt).not.toBeNull();
      const endsIn = (seconds: number) =>
        database.query(
          `with a as (update appointment set ends_at = now() + make_interval(secs => $2) where room_id = $1)
         update room_call set ends_at = now() + make_interval(secs => $2) where room_id = $1`,
          [roomId, seconds],
        );
      await endsIn(150);
      expect(await tab.until('call:warning')).toMatchObject({ minutes: 3 });
      await endsIn(50);
      await tab.until('call:warning', ({ minutes }) => minutes === 1);
      await endsIn(0);
      await tab.until('call:ended', ({ reason }) => reason === 'time');
      expect(tab.all('call:warning').map(({ minutes }) => minutes)).toEqual([3, 1]);
      expect(await now(owner, roomId)).toBeNull();
      expect((await take(candidate, roomId)).seat).toMatchObject({ code: 'call/time-over' });
      // For a while the room says that it is over, also to who comes only now.
      const late = await api(candidate).ok(callsApi.get, { params: { id: roomId } });
      expect(late.timed.map(({ title }) => title)).toEqual(['商談会 第1枠']);
      await database.query(
        `update appointment set starts_at = starts_at - interval '11 minutes', ends_at = ends_at - interval '11 minutes'
       where room_id = $1`,
        [roomId],
      );
      expect((await api(candidate).ok(callsApi.get, { params: { id: roomId } })).timed).toEqual([]);
    });

    it('ends where the room is paused or closed, and for who is taken out of the room', async () => {
      const { roomId, owner, candidate, coordinator, ownerCompany } = await openTalks(app);
      const params = { id: roomId };
      const leaver = await aPerson(app.resources.database, {
        ...{ role: 'company-member', companyId: ownerCompany.id },
      });
      await api(owner).ok(negotiationsApi.addMember, { params, body: { userId: leaver.id } });
      const [{ tab }] = [await take(candidate, roomId), await take(leaver, roomId)];
      await api(owner).ok(negotiationsApi.removeMember, { params: { ...params, userId: leaver.id } });
      expect(names(await now(owner, roomId))).toEqual([candidate.name]);
      await api(coordinator).ok(attendanceApi.pause, { params, body: { reason: '確認' } });
      await tab.until('call:ended', ({ reason }) => reason === 'paused');
      expect((await take(owner, roomId)).seat).toMatchObject({ code: 'negotiation/room-paused' });
      await api(coordinator).ok(attendanceApi.resume, { params });
      const last = await take(owner, roomId);
      await api(owner).ok(negotiationsApi.close, { params, body: { reason: '終了' } });
      await last.tab.until('call:ended', ({ reason }) => reason === 'closed');
      expect((await take(owner, roomId)).seat).toMatchObject({ code: 'negotiation/room-closed' });
    });
  });
