import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { noteOf, type Message, type MessageNote } from '#contracts/message.js';
import { messagesApi } from '#contracts/messages.js';
import { negotiationsApi } from '#contracts/negotiations.js';
import { notificationsApi } from '#contracts/notifications.js';
import { tradeTermsApi } from '#contracts/trade-terms.js';
import { startApp, type TestApp } from '../support/app.js';
import { enterRoom, openTalks, type Talks } from '../support/negotiations.js';
import { aPerson, type TestPerson } from '../support/people.js';

let app: TestApp;
let talks: Talks;

beforeAll(async () => {
  app = await startApp();
  talks = await openTalks(app);
});
afterAll(() => app.close());

const database = () => app.resources.database;
const as = (person: TestPerson) => app.as(person.cookie);
const say = (who: TestPerson, roomId: string, text: string, note: object = {}) =>
  as(who).ok(negotiationsApi.post, {
    params: { id: roomId },
    body: { clientId: randomUUID(), text, ...note },
  });
const edit = (who: TestPerson, { roomId, seq }: Message, text: string, given: object = {}) =>
  as(who).call(messagesApi.edit, {
    params: { id: roomId, seq },
    body: { clientId: randomUUID(), text, ...given },
  });
const withdraw = (who: TestPerson, { roomId, seq }: Message, clientId: string = randomUUID()) =>
  as(who).call(messagesApi.withdraw, { params: { id: roomId, seq }, body: { clientId } });
const recordOf = async (who: TestPerson, roomId: string) =>
  (await as(who).ok(negotiationsApi.messages, { params: { id: roomId }, query: { after: 0, limit: 500 } }))
    .items;
const find = async (who: TestPerson, roomId: string, q: string, more: object = {}) =>
  as(who).ok(messagesApi.search, { params: { id: roomId }, query: { q, ...more } });

describe('an edit', () => {
  it('is an entry of its own that says which it is about; the words before stay', async () => {
    const { roomId, owner, candidate } = await openTalks(app);
    const tab = await enterRoom(app.url, candidate, roomId);
    const first = await say(owner, roomId, '単価は1,250円です。', { language: 'ja' });
    const { body: second } = await edit(owner, first, '単価は1,350円です。', { language: 'ja' });
    expect(second).toMatchObject({
      seq: first.seq + 1,
      kind: 'edit',
      revises: first.seq,
      text: '単価は1,350円です。',
      data: { language: 'ja' },
    });
    expect(await recordOf(candidate, roomId)).toEqual(expect.arrayContaining([first, second]));
    expect(await tab.until('message:new', (m) => m.kind === 'edit')).toEqual(second);
    tab.close();
    const card = (await as(candidate).ok(negotiationsApi.list)).items.find(({ id }) => id === roomId);
    expect(card?.lastText).toBe('単価は1,350円です。');
  });

  it('asked for twice is one', async () => {
    const message = await say(talks.owner, talks.roomId, '二度');
    const clientId = randomUUID();
    const [one, again] = await Promise.all([
      edit(talks.owner, message, '一度', { clientId }),
      edit(talks.owner, message, '一度', { clientId }),
    ]);
    expect(again.body).toEqual(one.body);
  });

  it('is refused to others, too late, without words, of what was taken back, and of offers', async () => {
    const { owner, candidate, roomId } = talks;
    const message = await say(owner, roomId, '私のもの');
    expect((await edit(candidate, message, 'x')).error.code).toBe('message/not-yours');
    const blank = await edit(owner, message, ' ');
    expect([blank.error.code, Object.keys(blank.error.fields ?? {})]).toEqual(['request/invalid', ['text']]);
    expect((await edit(owner, { ...message, seq: 1 }, 'x')).error.code).toBe('request/not-found');
    expect((await edit(owner, { ...message, seq: 9_999 }, 'x')).error.code).toBe('request/not-found');
    expect((await withdraw(owner, message)).status).toBe(200);
    expect((await edit(owner, message, 'x')).error.code).toBe('message/withdrawn');
    expect((await withdraw(owner, message)).error.code).toBe('message/withdrawn');
    const late = randomUUID();
    await database().query(
      `with moved as (update room set last_seq = last_seq + 1 where id = $1 returning last_seq)
       insert into message (room_id, seq, client_id, kind, sender_id, text, created_at)
       select $1, last_seq, $2, 'text', $3, '昔', now() - interval '16 minutes' from moved`,
      [roomId, late, owner.id],
    );
    const old = (await recordOf(owner, roomId)).find(({ clientId }) => clientId === late) as Message;
    const refused = await edit(owner, old, 'x');
    expect([refused.error.code, refused.error.message]).toEqual([
      'message/too-late',
      '送信から15分を過ぎたため、編集や取り消しはできません。訂正は新しいメッセージでお送りください。',
    ]);
  });
});

describe('what was taken back', () => {
  it('stays in the record as it was, and its withdrawal with it', async () => {
    const { owner, candidate, roomId } = talks;
    const message = await say(owner, roomId, '間違えました');
    const clientId = randomUUID();
    const { body: entry } = await withdraw(owner, message, clientId);
    expect(entry).toMatchObject({ kind: 'withdrawal', revises: message.seq, text: '', data: {} });
    expect((await withdraw(owner, message, clientId)).body).toEqual(entry);
    expect(await recordOf(candidate, roomId)).toEqual(expect.arrayContaining([message, entry]));
  });

  it('if it was a file, is fetched by the own side only', async () => {
    const { owner, candidate, coordinator, roomId } = talks;
    const sent = await as(coordinator).ok(negotiationsApi.attach, {
      params: { id: roomId },
      body: { clientId: randomUUID() },
      file: { name: '図面.txt', bytes: Buffer.from('別の案件の図面') },
    });
    const fetched = async (who: TestPerson) =>
      (
        await as(who).call(negotiationsApi.file, {
          params: { id: roomId, fileId: sent.file?.id ?? '' },
        })
      ).status;
    expect([await fetched(coordinator), await fetched(candidate)]).toEqual([200, 200]);
    await withdraw(coordinator, sent);
    expect([await fetched(coordinator), await fetched(candidate), await fetched(owner)]).toEqual([
      200, 404, 404,
    ]);
  });
});

describe('the record', () => {
  it.each([
    'update message set text = $2 where room_id = $1',
    'delete from message where room_id = $1 and $2 <> $3',
  ])('only grows, also for who writes to the database: %s', async (sql) => {
    const parameters = [talks.roomId, 'x', 'y'].slice(0, sql.includes('$3') ? 3 : 2);
    await expect(database().query(sql, parameters)).rejects.toThrow('only grows');
  });
});

describe('a note', () => {
  it('says what is answered, who is addressed and the language, by HTTP and by socket alike', async () => {
    const { owner, candidate, roomId } = talks;
    const asked = await say(candidate, roomId, 'Can you quote FOB Yokohama?', { language: 'en' });
    const note: MessageNote = { replyTo: asked.seq, mentions: [candidate.id], language: 'ja' };
    const answer = await say(owner, roomId, '@受注 太郎 はい', note);
    expect([noteOf(asked), noteOf(answer)]).toEqual([{ language: 'en' }, note]);
    const tab = await enterRoom(app.url, owner, roomId);
    const clientId = randomUUID();
    await tab.say(roomId, '@受注 太郎 本船渡しで', clientId, note);
    expect(noteOf(await tab.until('message:new', (m) => m.clientId === clientId))).toEqual(note);
    tab.close();
  });

  it('names only entries that the sender may see, and people of the room', async () => {
    const { roomId, owner, ownerCompany } = await openTalks(app);
    await say(owner, roomId, '先の話');
    const colleague = await aPerson(database(), { role: 'company-member', companyId: ownerCompany.id });
    const params = { id: roomId };
    await as(owner).ok(negotiationsApi.addMember, { params, body: { userId: colleague.id } });
    const tab = await enterRoom(app.url, colleague, roomId);
    const answers = [];
    for (const note of [{ replyTo: 2 }, { replyTo: 3 }, { replyTo: 99 }, { mentions: [talks.owner.id] }])
      answers.push(await tab.say(roomId, 'x', randomUUID(), note));
    tab.close();
    expect(answers.map(({ ok, code }) => code ?? ok)).toEqual([
      'request/invalid',
      true,
      'request/invalid',
      'request/invalid',
    ]);
    const message = await say(owner, roomId, 'x');
    const stranger = await edit(owner, message, 'x', { mentions: [talks.owner.id] });
    expect(stranger.error.code).toBe('request/invalid');
  });
});

describe('who is addressed by name', () => {
  const told = async (who: TestPerson) => {
    await app.settle();
    const { items } = await as(who).ok(notificationsApi.list);
    // Matching goes on meanwhile, and has news of its own.
    const ofTalks = items.filter(({ kind }) => kind !== 'candidates-found');
    return ofTalks.map(({ kind, link, words }) => ({ kind, link, ja: words.ja }));
  };

  it('is told so, once, and led there; the others hear of new messages as ever', async () => {
    const { roomId, owner, candidate, coordinator } = await openTalks(app);
    for (const who of [candidate, coordinator]) await as(who).ok(notificationsApi.readAll);
    await database().query('delete from notification');
    const { seq } = await say(owner, roomId, '@受注 太郎 @発注 花子 確認です', {
      mentions: [candidate.id, owner.id],
    });
    expect(await told(candidate)).toEqual([
      {
        kind: 'mentioned',
        link: `/rooms/${roomId}?at=${seq}`,
        ja: '「軸受けの試作」で発注 花子さんがあなた宛てに発言しました。',
      },
    ]);
    expect((await told(coordinator)).map(({ kind }) => kind)).toEqual(['message-received']);
    expect(await told(owner)).toEqual([]);
  });

  it('by an edit is told where the words before did not address them', async () => {
    const { roomId, owner, candidate, coordinator } = await openTalks(app);
    const message = await say(owner, roomId, '確認です', { mentions: [candidate.id] });
    await app.settle();
    await database().query('delete from notification');
    await edit(owner, message, '確認です', { mentions: [candidate.id, coordinator.id] });
    expect(await told(coordinator)).toMatchObject([
      { kind: 'mentioned', link: `/rooms/${roomId}?at=${message.seq}` },
    ]);
    expect(await told(candidate)).toEqual([]);
  });
});

describe('search in a room', () => {
  it('finds Japanese without regard to width, case, kana and the long vowel mark, latest first', async () => {
    const { roomId, owner, candidate } = await openTalks(app);
    for (const text of [
      'アルミのブラケットを２００個お願いします',
      'あるみ材はA5052です',
      'サーバー用の筐体',
      'ｱﾙﾐ以外でも可能です',
      'no aluminium here',
    ])
      await say(owner, roomId, text);
    const texts = async (q: string) => (await find(candidate, roomId, q)).items.map((m) => m.text);
    expect(await texts('アルミ')).toEqual([
      'ｱﾙﾐ以外でも可能です',
      'あるみ材はA5052です',
      'アルミのブラケットを２００個お願いします',
    ]);
    expect(await texts('a5052　アルミ')).toEqual(['あるみ材はA5052です']);
    expect(await texts('サーバ')).toEqual(['サーバー用の筐体']);
    expect(await texts('200個')).toEqual(['アルミのブラケットを２００個お願いします']);
    expect(await texts("100%_'")).toEqual([]);
    const first = await find(candidate, roomId, 'アルミ', { limit: 2 });
    expect([first.items.length, first.total]).toEqual([2, 3]);
    const rest = await find(candidate, roomId, 'アルミ', { limit: 2, cursor: first.nextCursor ?? '' });
    expect([rest.items.map((m) => m.text), rest.nextCursor]).toEqual([
      ['アルミのブラケットを２００個お願いします'],
      null,
    ]);
  });

  it('finds texts as they read now, files by their names, and nothing that was taken back', async () => {
    const { roomId, owner, coordinator } = await openTalks(app);
    const message = await say(owner, roomId, '納期は5月です', { language: 'ja' });
    await edit(owner, message, '納期は6月です', { language: 'ja' });
    expect((await find(owner, roomId, '5月')).items).toEqual([]);
    expect((await find(owner, roomId, '6月')).items).toMatchObject([
      { seq: message.seq, kind: 'text', text: '納期は6月です', data: { language: 'ja' } },
    ]);
    const file = await as(coordinator).ok(negotiationsApi.attach, {
      params: { id: roomId },
      body: { clientId: randomUUID() },
      file: { name: '納期表.csv', bytes: Buffer.from('a,b') },
    });
    expect((await find(owner, roomId, '納期表')).items).toEqual([file]);
    await withdraw(owner, message);
    await withdraw(coordinator, file);
    expect((await find(owner, roomId, '納期')).items).toEqual([]);
  });

  it('finds for who came later only what was said since', async () => {
    const { roomId, owner, ownerCompany } = await openTalks(app);
    await say(owner, roomId, '極秘の単価');
    const colleague = await aPerson(database(), { role: 'company-member', companyId: ownerCompany.id });
    const params = { id: roomId };
    await as(owner).ok(negotiationsApi.addMember, { params, body: { userId: colleague.id } });
    const after = await say(owner, roomId, '新しい単価');
    expect((await find(colleague, roomId, '単価')).items.map((m) => m.seq)).toEqual([after.seq]);
    expect((await find(owner, roomId, '単価')).items).toHaveLength(2);
    const { status } = await as(talks.owner).call(messagesApi.search, { params, query: { q: '単価' } });
    expect(status).toBe(404);
  });

  it('says what is wrong with what it is asked', async () => {
    const params = { id: talks.roomId };
    const answer = await as(talks.owner).call(messagesApi.search, { params, query: { q: ' ' } });
    expect([answer.status, Object.keys(answer.error.fields ?? {})]).toEqual([400, ['q']]);
    const made = await as(talks.owner).call(messagesApi.search, {
      params,
      query: { q: 'x', cursor: 'made-up' },
    });
    expect(made.status).toBe(200);
  });
});

it('words of the trade are there for everybody who is signed in', async () => {
  const { items } = await as(talks.candidate).ok(tradeTermsApi.list);
  expect(items.find(({ code }) => code === 'incoterms.fob')).toMatchObject({ ja: '本船渡し' });
  expect(items.find(({ code }) => code === 'process.turning')).toMatchObject({ en: 'Turning' });
});
