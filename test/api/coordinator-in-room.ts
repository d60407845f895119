import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { attendanceApi } from '#contracts/attendance.js';
import { messagesApi } from '#contracts/messages.js';
import { negotiationsApi } from '#contracts/negotiations.js';
import { offersApi } from '#contracts/offers.js';
import type { TestApp } from '../support/app.js';
import { openTalks } from '../support/negotiations.js';
import type { TestPerson } from '../support/people.js';
import { someTerms } from '../support/terms.js';
import type { InRoom } from '../support/in-room.js';

/** How a coordinator is present, and pauses a room; part of meeting-in-room.spec.ts, which starts the product. */
export const coordinatorInRoom = (given: () => InRoom): void =>
  describe('a coordinator', () => {
    let app: TestApp;
    beforeAll(() => void ({ app } = given()));
    const api = (person: TestPerson) => given().api(person);
    const enter = (person: TestPerson, roomId: string) => given().enter(person, roomId);

    it('is there without speaking, and everybody sees it', async () => {
      const { roomId, coordinator, owner } = await openTalks(app);
      const params = { id: roomId };
      await api(coordinator).ok(attendanceApi.speak, { params, body: { speaks: false } });
      const { members } = await api(owner).ok(negotiationsApi.get, { params });
      expect(members.filter(({ speaks }) => !speaks).map(({ userId }) => userId)).toEqual([coordinator.id]);
      const tab = await enter(coordinator, roomId);
      expect(await tab.say(roomId, '失礼します')).toMatchObject({ code: 'negotiation/silent' });
      const file = { name: 'a.txt', bytes: Buffer.from('text') };
      const sent = await api(coordinator).call(negotiationsApi.attach, {
        params,
        body: { clientId: randomUUID() },
        file,
      });
      expect(sent.error.code).toBe('negotiation/silent');
      await api(coordinator).ok(attendanceApi.speak, { params, body: { speaks: true } });
      expect(await tab.say(roomId, '失礼します')).toMatchObject({ ok: true });
      const own = await api(owner).call(attendanceApi.speak, { params, body: { speaks: false } });
      expect(own.error.code).toBe('auth/forbidden');
    });

    it('pauses the room for everybody, with a reason, until it is resumed', async () => {
      const { roomId, coordinator, owner, candidate } = await openTalks(app);
      const params = { id: roomId };
      const tab = await enter(owner, roomId);
      expect((await tab.say(roomId, 'はい')).ok).toBe(true);
      await api(coordinator).ok(attendanceApi.pause, { params, body: { reason: '図面の確認' } });
      const room = await api(candidate).ok(negotiationsApi.get, { params });
      expect(room.paused).toMatchObject({ by: coordinator.name, reason: '図面の確認' });
      expect(room.can).toMatchObject({ write: false, offer: false, addMember: false, close: true });
      for (const person of [owner, coordinator])
        expect(await (await enter(person, roomId)).say(roomId, 'もう一言')).toMatchObject({
          code: 'negotiation/room-paused',
        });
      const refusals = await Promise.all([
        api(owner).call(messagesApi.edit, {
          params: { ...params, seq: 2 },
          body: { clientId: randomUUID(), text: 'いいえ' },
        }),
        api(owner).call(offersApi.make, { params, body: someTerms() }),
        api(coordinator).call(attendanceApi.pause, { params, body: { reason: 'もう一度' } }),
      ]);
      expect(refusals.map(({ error }) => error.code)).toEqual(Array(3).fill('negotiation/room-paused'));
      await api(coordinator).ok(attendanceApi.resume, { params });
      const again = await api(coordinator).call(attendanceApi.resume, { params });
      expect(again.error.code).toBe('negotiation/not-paused');
      expect((await tab.say(roomId, 'もう一言')).ok).toBe(true);
    });
  });
