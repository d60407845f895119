import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { councilVotesApi } from '#contracts/council-votes.js';
import { disputesApi, type Dispute } from '#contracts/disputes.js';
import { negotiationsApi } from '#contracts/negotiations.js';
import { recordsApi } from '#contracts/records.js';
import { openVote } from '#disputes/votes/open-vote.js';
import { RoomExport, verifyBytes } from '#negotiations/index.js';
import { readEntry, zipEntries } from '#platform/zip/index.js';
import type { TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import * as acts from '../support/disputes.js';
import { leakIn } from '../support/introductions.js';
import type { Firm } from '../support/orders.js';
import { aPerson } from '../support/people.js';
import { pdfText } from '../support/pdf-text.js';
import { sealedVote } from '../support/sealed-votes.js';
import { tablesWith } from '../support/tables.js';

const { at, CLAIM, kinds, says } = acts;
const newest = async (client: Client) => (await kinds(client))[0];

/** What follows once a panel has heard the sides; part of disputes.spec.ts, which starts the product. */
export const votesAndEndings = (given: () => { app: TestApp; firms: Firm[] }): void =>
  describe('once a panel is complete', () => {
    let app: TestApp;
    let firms: Firm[];
    beforeAll(() => void ({ app, firms } = given()));
    const passTime = (sql: string, dispute: Dispute) => acts.passTime(app, sql, dispute);

    describe('sealed votes', () => {
      let quarrel: acts.Quarrel;
      let dispute: Dispute;
      let members: Firm[];
      beforeAll(async () => {
        quarrel = await acts.aQuarrel(app);
        ({ dispute, members } = await acts.heard(app, quarrel, firms));
        for (const side of [quarrel.orderer, quarrel.supplier])
          await side.ok(councilVotesApi.ready, at(dispute));
      });

      it('cannot be read by anything that the platform holds before all are in, by nobody', async () => {
        expect(await acts.seen(members[0]!.api, dispute)).toMatchObject({ state: 'voting', step: 'vote' });
        const first = await says(members[0]!, dispute, { finding: 'rejected', reasons: '最初の考え' });
        const again = await says(members[0]!, dispute, { finding: 'upheld', reasons: '考え直した理由' });
        expect(again.view).toMatchObject({ votes: { sealed: 1, opened: 0, own: 'sealed' }, step: null });
        // Whoever reads the whole database, with the platform's own key in hand, finds neither vote nor key.
        const { database, config } = app.resources;
        const secrets = [first.key, again.key].flatMap((key) => [
          key,
          Buffer.from(key, 'hex').toString('base64'),
        ]);
        expect(await tablesWith(database, [...secrets, '最初の考え', '考え直した'])).toEqual([]);
        expect(await tablesWith(database, [CLAIM])).toContain('dispute_statement');
        const [stored] = await database.query<{
          ciphertext: string;
          iv: string;
          commitment: string;
          times: number;
        }>('select ciphertext, iv, commitment, times from council_vote where dispute_id = $1', [dispute.id]);
        const { ciphertext = '', iv = '', commitment = '' } = stored ?? {};
        expect(stored?.times).toBe(2);
        // By this the member's browser finds the key of the vote that is in, not that of the replaced one.
        expect(again.view.votes?.ownCommitment).toBe(commitment);
        expect(first.view.votes?.ownCommitment).not.toBe(commitment);
        const sealed = { ciphertext, iv, commitment };
        const tries = [config.secretKey.subarray(0, 32), Buffer.from(iv, 'base64')].map((key) =>
          key.toString('hex').padEnd(64, '0').slice(0, 64),
        );
        for (const key of [...tries, first.key])
          expect(openVote(sealed, dispute.id, members[0]!.owner.id, key)).toBe(null);
        expect(openVote(sealed, dispute.id, members[0]!.owner.id, again.key)).not.toBe(null);
        const admin = app.as((await aPerson(database, { role: 'administrator' })).cookie);
        const office = await acts.seen(admin, dispute);
        expect(office).toMatchObject({ viewer: 'office', votes: { sealed: 1, own: null }, outcome: null });
        expect((await admin.call(councilVotesApi.votes, at(dispute))).status).toBe(403);
        expect((await again.open()).error.code).toBe('dispute/not-now');
        for (const client of [quarrel.orderer, members[1]!.api])
          expect((await client.call(councilVotesApi.votes, at(dispute))).status).toBe(403);
        const short = { ...at(dispute), body: { ciphertext: 'AAAA', iv: 'AAAA', commitment: '0' } };
        expect((await members[1]!.api.call(councilVotesApi.vote, short)).status).toBe(400);
        kept.push(again);
      });
      const kept: Awaited<ReturnType<typeof says>>[] = [];

      it('are closed by the last one, opened by each with their own key, and counted once', async () => {
        const others = await Promise.all([
          says(members[1]!, dispute, { finding: 'partly', amountYen: 800_000 }),
          says(members[2]!, dispute, { finding: 'rejected' }),
        ]);
        expect((await acts.seen(quarrel.supplier, dispute)).state).toBe('opening');
        const late = sealedVote(dispute.id, members[0]!.owner.id, {
          finding: 'rejected',
          amountYen: null,
          reasons: '',
        });
        const refused = await members[0]!.api.call(councilVotesApi.vote, {
          ...at(dispute),
          body: late.sealed,
        });
        expect(refused.error.code).toBe('dispute/not-now');
        await app.settle();
        expect(await kinds(members[0]!.api)).toContain('council-open');
        const wrong = { ...at(dispute), body: { key: others[0].key } };
        expect((await members[0]!.api.call(councilVotesApi.openVote, wrong)).error.code).toBe(
          'dispute/wrong-key',
        );
        expect((await kept[0]!.open()).status).toBe(200);
        const half = await acts.seen(members[1]!.api, dispute);
        expect(half).toMatchObject({ votes: { opened: 1 }, outcome: null, step: 'open-vote' });
        expect((await members[1]!.api.call(councilVotesApi.votes, at(dispute))).status).toBe(403);
        const opened = await Promise.all(others.map(({ open }) => open()));
        expect(opened.map(({ status }) => status)).toEqual([200, 200]);
        const counted = await acts.seen(quarrel.orderer, dispute);
        expect(counted).toMatchObject({
          state: 'deciding',
          outcome: {
            finding: 'partly',
            amountYen: 800_000,
            abstained: 0,
            counts: { upheld: 1, partly: 1, rejected: 1 },
          },
        });
        expect((await members[2]!.api.ok(councilVotesApi.votes, at(dispute))).items).toHaveLength(3);
      });

      it('become an opinion by the chair, which the record keeps and both sides report on', async () => {
        const body = {
          reasons: '期日までの連絡がなかったため',
          remedy: '80万円を支払う',
          dueOn: '2199-01-31',
        };
        expect((await members[1]!.api.call(councilVotesApi.decide, { ...at(dispute), body })).status).toBe(
          403,
        );
        const tooLate = { ...at(dispute), body: { ...body, dueOn: '2025-12-31' } };
        expect((await members[0]!.api.call(councilVotesApi.decide, tooLate)).error).toMatchObject({
          ...{ code: 'request/invalid', fields: { dueOn: expect.any(String) } },
        });
        const decided = await members[0]!.api.ok(councilVotesApi.decide, { ...at(dispute), body });
        expect(decided).toMatchObject({ state: 'decided', decision: body });
        const own = { ...at(dispute), body: { text: '全額とすべきでした' } };
        await members[1]!.api.ok(councilVotesApi.addOpinion, own);
        expect((await members[1]!.api.call(councilVotesApi.addOpinion, own)).error.code).toBe(
          'dispute/not-now',
        );
        const { items } = await quarrel.orderer.ok(negotiationsApi.messages, {
          params: { id: quarrel.roomId },
        });
        expect(items.at(-1)?.data).toMatchObject({
          key: 'dispute-decided',
          sha256: decided.decision?.sha256,
        });
        // Who judged keeps the opinion and the lot, and nothing of the parties' record.
        const member = members[2]!.api;
        expect(await acts.seen(member, dispute)).toMatchObject({
          decision: body,
          can: { readEvidence: false },
        });
        expect((await member.call(disputesApi.lots, at(dispute))).status).toBe(200);
        for (const endpoint of [councilVotesApi.evidence, councilVotesApi.pack]) {
          expect((await member.call(endpoint, at(dispute))).status).toBe(403);
          expect((await quarrel.orderer.call(endpoint, at(dispute))).status).toBe(200);
        }
        const seen = await acts.seen(quarrel.orderer, dispute);
        expect(seen).toMatchObject({ step: 'report', opinions: [{ text: '全額とすべきでした' }] });
        const report = { ...at(dispute), body: { outcome: 'followed', note: '振り込みました' } } as const;
        const reported = await quarrel.orderer.ok(councilVotesApi.report, report);
        expect(reported).toMatchObject({ step: null, compliance: [{ side: 'owner', outcome: 'followed' }] });
        expect((await acts.seen(quarrel.supplier, dispute)).step).toBe('report');
        await app.settle();
        expect(await kinds(quarrel.supplier)).toContain('dispute-decided');
      });
    });

    describe("a room's archive", () => {
      it('holds its disputes, sealed with the record, but not who on the panel found what', async () => {
        const quarrel = await acts.aQuarrel(app);
        const { dispute, members } = await acts.heard(app, quarrel, firms);
        for (const side of [quarrel.supplier, quarrel.orderer])
          await side.ok(councilVotesApi.ready, at(dispute));
        const said = await Promise.all(
          members.map((member) => says(member, dispute, { reasons: '委員だけの理由' })),
        );
        for (const { open } of said) expect((await open()).status).toBe(200);
        const { content } = await app.app
          .get(RoomExport, { strict: false })
          .forPlatform(quarrel.roomId, 'ja');
        const all = await buffer(Readable.from(content, { objectMode: false }));
        const { bytes: own } = await quarrel.supplier.call(recordsApi.export, {
          params: { id: quarrel.roomId },
        });
        const held = (bytes: Buffer) =>
          zipEntries(bytes).filter(({ name }) => name.startsWith(`disputes/${dispute.no}/`));
        const papers = ['summary.pdf', 'dispute.json', 'lots.json'].map(
          (name) => `disputes/${dispute.no}/${name}`,
        );
        expect(held(own).map(({ name }) => name)).toEqual(papers);
        expect(held(all).map(({ name }) => name)).toEqual([...papers, `disputes/${dispute.no}/votes.json`]);
        for (const bytes of [all, own]) {
          expect((await verifyBytes(bytes)).report.unaltered).toBe(true);
          const texts = await Promise.all(
            held(bytes).map(async (entry) => (await readEntry(bytes, entry, 1_000_000)).toString('utf8')),
          );
          expect(texts.join()).toContain(CLAIM);
          const summary = held(bytes).find(({ name }) => name.endsWith('/summary.pdf'))!;
          const read = pdfText(await readEntry(bytes, summary, 1_000_000));
          if (read !== null)
            for (const words of [`第${dispute.no}号`, CLAIM, '意見作成中']) expect(read).toContain(words);
          expect(leakIn(texts, ['委員だけの理由'])).toBe(null);
        }
      });
    });

    describe('silent members and settlements', () => {
      it('counts who is silent as abstaining, gives too few votes one more time, and then lapses', async () => {
        const quarrel = await acts.aQuarrel(app);
        const { dispute, members } = await acts.heard(app, quarrel, firms);
        const over = `update dispute set due_at = now() - interval '1 hour' where id = $1`;
        await passTime(over, dispute);
        expect((await acts.seen(quarrel.supplier, dispute)).state).toBe('voting');
        const [, second, third] = members;
        const one = await says(second!, dispute, { finding: 'rejected' });
        await passTime(`update dispute set due_at = now() + interval '1 day' where id = $1`, dispute);
        // Who has voted is reminded of nothing.
        expect(await newest(third!.api)).toBe('dispute-due');
        expect(await newest(second!.api)).toBe('council-vote');
        await passTime(over, dispute);
        expect((await acts.seen(quarrel.supplier, dispute)).state).toBe('voting');
        // More time is told to those whose vote is missing.
        expect(await newest(third!.api)).toBe('council-vote-longer');
        expect(await newest(second!.api)).toBe('council-vote');
        const two = await says(third!, dispute, { finding: 'upheld' });
        await passTime(over, dispute);
        expect(await newest(members[0]!.api)).toBe('council-vote-longer');
        expect(await newest(second!.api)).toBe('council-open');
        for (const { open } of [one, two]) expect((await open()).status).toBe(200);
        const counted = await acts.seen(second!.api, dispute);
        expect(counted).toMatchObject({ state: 'deciding', outcome: { finding: 'rejected', abstained: 1 } });
        // The chair did not vote: another one writes, and where that one is silent, the next.
        const chair = counted.panel.find(({ isChair }) => isChair)?.userId;
        expect([second!.owner.id, third!.owner.id]).toContain(chair);
        await passTime(over, dispute);
        const passed = (await acts.seen(second!.api, dispute)).panel.find(({ isChair }) => isChair)?.userId;
        expect(new Set([chair, passed])).toEqual(new Set([second!.owner.id, third!.owner.id]));
        // Both had their time to write.
        await passTime(over, dispute);
        expect(await acts.seen(quarrel.supplier, dispute)).toMatchObject({
          ...{ state: 'lapsed', outcome: null, decision: null },
        });
      });

      it('ends where both sides say the same words, whose hash the record keeps', async () => {
        const quarrel = await acts.aQuarrel(app);
        const { dispute, members } = await acts.heard(app, quarrel, firms);
        const words = { text: '分割で支払う', accept: false };
        const proposed = await quarrel.orderer.ok(councilVotesApi.settle, { ...at(dispute), body: words });
        const accept = { ...at(dispute), body: { ...words, accept: true } };
        expect((await quarrel.orderer.call(councilVotesApi.settle, accept)).error.code).toBe(
          'dispute/not-now',
        );
        const others = { ...at(dispute), body: { text: '一括で支払う', accept: true } };
        expect((await quarrel.supplier.call(councilVotesApi.settle, others)).error.code).toBe(
          'dispute/not-now',
        );
        await app.settle();
        expect(await kinds(quarrel.supplier)).toContain('dispute-settlement');
        const settled = await quarrel.supplier.ok(councilVotesApi.settle, accept);
        const sha256 = proposed.settlement?.sha256;
        expect(settled).toMatchObject({ state: 'settled', settlement: { text: words.text, sha256 } });
        // What they agreed on is between them; what was kept of it as a reason before is no more told.
        for (const kept of ['', words.text]) {
          await app.resources.database.query('update dispute set end_reason = $2 where id = $1', [
            ...[dispute.id, kept],
          ]);
          const forMember = await acts.seen(members[0]!.api, dispute);
          expect(forMember).toMatchObject({ state: 'settled', settlement: null, endReason: '' });
          expect(leakIn([JSON.stringify(forMember)], [words.text, sha256 ?? ''])).toBe(null);
        }
        expect(settled.settlement?.confirmed).not.toBe(null);
        const { items } = await quarrel.orderer.ok(negotiationsApi.messages, {
          params: { id: quarrel.roomId },
        });
        expect(items.at(-1)?.data).toMatchObject({ key: 'dispute-ended', to: 'settled', sha256 });
      });

      it('lapses without a quorum', async () => {
        const quarrel = await acts.aQuarrel(app);
        const { dispute } = await acts.heard(app, quarrel, firms);
        const over = `update dispute set due_at = now() - interval '1 hour' where id = $1`;
        for (let i = 0; i < 3; i += 1) await passTime(over, dispute);
        expect((await acts.seen(quarrel.supplier, dispute)).state).toBe('lapsed');
      });
    });
  });
