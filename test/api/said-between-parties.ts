import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { messagesApi } from '#contracts/messages.js';
import { negotiationsApi } from '#contracts/negotiations.js';
import { notificationsApi } from '#contracts/notifications.js';
import { roomFilesApi } from '#contracts/room-files.js';
import type { TestApp } from '../support/app.js';
import { openTalks, type Tab, type Talks } from '../support/negotiations.js';
import type { TestPerson } from '../support/people.js';
import type { InRoom } from '../support/in-room.js';

/** What a tab has heard, by number: files and edits are told by jobs, in any order. */
const inOrder = (tab: Tab) => tab.all('message:new').toSorted((a, b) => a.seq - b.seq);

/** What the two companies say between them, and how nobody else gets it; part of meeting-in-room.spec.ts, which starts the product. */
export const saidBetweenParties = (given: () => InRoom): void =>
  describe('what the parties say between them', () => {
    let app: TestApp;
    beforeAll(() => void ({ app } = given()));
    const api = (person: TestPerson) => given().api(person);
    const enter = (person: TestPerson, roomId: string) => given().enter(person, roomId);

    const SECRET = '底値四二〇円';
    const placeholder = { kind: 'system', sender: null, text: '', file: null };
    let talks: Talks;
    let params: { id: string };
    let documentId: string;
    let listening: Tab;
    let other: Tab;

    beforeAll(async () => {
      talks = await openTalks(app);
      params = { id: talks.roomId };
      listening = await enter(talks.coordinator, talks.roomId);
      other = await enter(talks.candidate, talks.roomId);
      const { owner, coordinator, candidate } = talks;
      const mentions = [coordinator.id, candidate.id];
      const speaker = await enter(owner, talks.roomId);
      await speaker.say(talks.roomId, SECRET, randomUUID(), { between: true, mentions });
      const shown = await api(owner).ok(roomFilesApi.add, {
        params,
        body: { clientId: randomUUID(), kind: 'other', level: 'parties' },
        file: { name: `${SECRET}.txt`, bytes: Buffer.from('text') },
      });
      documentId = shown.id;
      const edit = { clientId: randomUUID(), text: `${SECRET}、訂正`, mentions };
      await api(owner).ok(messagesApi.edit, { params: { ...params, seq: 2 }, body: edit });
      await app.settle();
    });

    it('reaches the other party by socket and HTTP', async () => {
      await Promise.all([2, 3, 4].map((n) => other.until('message:new', ({ seq }) => seq === n)));
      expect(inOrder(other).map(({ seq, kind }) => `${seq} ${kind}`)).toEqual([
        '2 text',
        '3 system',
        '4 edit',
      ]);
      const { items } = await api(talks.candidate).ok(negotiationsApi.messages, { params });
      expect(items.map(({ text, data }) => [text, data['between']]).slice(1)).toEqual([
        [SECRET, true],
        ['', undefined],
        [`${SECRET}、訂正`, true],
      ]);
      const file = { params: { ...params, documentId, revision: 1 } };
      expect((await api(talks.candidate).call(roomFilesApi.download, file)).status).toBe(200);
      const refused = await api(talks.coordinator).call(roomFilesApi.download, file);
      expect(refused.error.code).toBe('document/parties-only');
    });

    it('reaches a coordinator as numbers alone, by socket and by HTTP, also when catching up', async () => {
      await Promise.all([2, 3, 4].map((n) => listening.until('message:new', ({ seq }) => seq === n)));
      const heard = inOrder(listening);
      expect(heard.map(({ seq }) => seq)).toEqual([2, 3, 4]);
      expect(heard[0]).toMatchObject({ ...placeholder, data: { key: 'between-parties' } });
      expect(JSON.stringify(listening.heard)).not.toContain(SECRET);
      for (const query of [{}, { after: 1 }, { before: 5 }]) {
        const page = await api(talks.coordinator).ok(negotiationsApi.messages, { params, query });
        expect(page.items.map(({ seq }) => seq).slice(-3)).toEqual([2, 3, 4]);
        expect(page.lastSeq).toBe(4);
        expect(JSON.stringify(page)).not.toContain(SECRET);
        // That a document was added is in the record, with whose it is; what it is called is not.
        const said = page.items.slice(-3).filter(({ seq }) => seq !== 3);
        expect(JSON.stringify(said)).not.toContain(talks.owner.id);
      }
    });

    it('is found by no search, shown in no list and counted for no coordinator', async () => {
      const found = async (person: TestPerson) =>
        (await api(person).ok(messagesApi.search, { params, query: { q: SECRET } })).total;
      expect([await found(talks.candidate), await found(talks.coordinator)]).toEqual([1, 0]);
      const card = async (person: TestPerson) => (await api(person).ok(negotiationsApi.list)).items[0];
      expect((await card(talks.candidate))?.lastText).toBe(`${SECRET}、訂正`);
      expect(await card(talks.coordinator)).toMatchObject({ lastText: '', unread: 2 });
      const { items } = await api(talks.coordinator).ok(roomFilesApi.list, { params });
      expect(items).toMatchObject([{ title: null, hiddenBy: 'parties-only', revisions: [] }]);
    });

    it('tells and mails no coordinator, also where they are addressed by name', async () => {
      const told = async (person: TestPerson) =>
        (await api(person).ok(notificationsApi.list)).items.map(({ kind }) => kind).sort();
      expect(await told(talks.candidate)).toContain('mentioned');
      const mine = await told(talks.coordinator);
      expect(mine).toContain('room-opened');
      for (const kind of ['mentioned', 'message-received']) expect(mine).not.toContain(kind);
    });

    it('stays so when it is taken back, and is said by parties alone', async () => {
      const body = { clientId: randomUUID() };
      await api(talks.owner).ok(messagesApi.withdraw, { params: { ...params, seq: 2 }, body });
      const page = await api(talks.coordinator).ok(negotiationsApi.messages, { params, query: { after: 4 } });
      expect(page.items).toMatchObject([{ seq: 5, kind: 'withdrawal', sender: null, data: {} }]);
      const refused = await listening.say(talks.roomId, '内緒', randomUUID(), { between: true });
      expect(refused).toMatchObject({ ok: false, code: 'negotiation/parties-only' });
      const room = await api(talks.coordinator).ok(negotiationsApi.get, { params });
      expect(room.can).toMatchObject({ write: true, writeBetween: false });
    });
  });
