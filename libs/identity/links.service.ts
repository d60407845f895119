import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '#contracts/shapes.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError } from '#platform/http/index.js';
import { CONFIG } from '#platform/resources.js';
import { linkAsked } from './identity.events.js';
import type { Organisation } from './identity.policy.js';
import { MailedLink, type LinkKind } from './mailed-link.entity.js';
import { hashToken, linkToken } from './secrets.js';
import { limits, Throttle } from './throttle.js';

const hoursValid: Record<LinkKind, number> = {
  'sign-up': 24,
  'company-invitation': 7 * 24,
  'body-invitation': 7 * 24,
  reset: 1,
};

/** What an invitation adds to a link. */
export interface InvitationLink {
  readonly organisation: Organisation;
  readonly role: MailedLink['role'];
  readonly invitedBy: string;
}

/** Links that are mailed: asking for one, and using it once. The mail itself follows from the event. */
@Injectable()
export class LinksService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly throttle: Throttle,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /**
   * Somebody asks for a link to an address, which need not be their own. Does not look whether the address has an
   * account: that is for the mail to say, so that neither the answer nor its time tells a stranger. Error:
   * `auth/too-many-attempts`.
   */
  async ask(kind: 'sign-up' | 'reset', email: string, language: Language, address: string): Promise<void> {
    await this.throttle.claim(limits.mailFrom(address), limits.mailTo(email));
    await this.create(kind, email, language);
  }

  /** A new link and the event that has it mailed. In an invitation, it takes the place of an earlier one. */
  async create(
    kind: LinkKind,
    email: string,
    language: Language,
    invitation?: InvitationLink,
  ): Promise<MailedLink> {
    const links = this.database.repository(MailedLink);
    const id = randomUUID();
    const { organisation } = invitation ?? {};
    const link = links.create({
      id,
      tokenHash: hashToken(linkToken(this.config.secretKey, id)),
      kind,
      email,
      language,
      companyId: organisation?.kind === 'company' ? organisation.id : null,
      bodyId: organisation?.kind === 'body' ? organisation.id : null,
      role: invitation?.role ?? null,
      invitedBy: invitation?.invitedBy ?? null,
      expiresAt: new Date(Date.now() + hoursValid[kind] * 3_600_000),
    });
    await this.database.transaction(async () => {
      if (organisation) await this.withdrawInvitations(organisation, email);
      await links.insert(link);
      const actor = invitation ? { userId: invitation.invitedBy } : null;
      await this.events.record(
        linkAsked,
        { linkId: id },
        { subjectId: id, companyId: link.companyId, actor },
      );
    });
    return link;
  }

  /** The link of a token that still works, locked in the present transaction. Error: `auth/invalid-link`. */
  async open(token: string): Promise<MailedLink> {
    const [row] = await this.database.query<{ id: string }>(
      `select id from mailed_link where token_hash = $1 and used_at is null and expires_at > now() for update`,
      [hashToken(token)],
    );
    if (!row) throw new AppError('auth/invalid-link');
    return this.database.repository(MailedLink).findOneByOrFail({ id: row.id });
  }

  /** Uses the link up, and with it all others of its kind to the same address that no one invited to. */
  async use(link: MailedLink): Promise<void> {
    await this.database.query(
      `update mailed_link set used_at = now()
       where used_at is null and (id = $1 or (email = $2 and kind = $3 and kind in ('sign-up', 'reset')))`,
      [link.id, link.email, link.kind],
    );
  }

  /** Takes back what was sent to reset a password that has changed since. */
  async withdrawResets(email: string): Promise<void> {
    await this.database.query(
      "update mailed_link set used_at = now() where used_at is null and email = $1 and kind = 'reset'",
      [email],
    );
  }

  private async withdrawInvitations({ kind, id }: Organisation, email: string): Promise<void> {
    await this.database.query(
      `update mailed_link set used_at = now()
       where used_at is null and email = $1 and ${kind === 'company' ? 'company_id' : 'body_id'} = $2`,
      [email, id],
    );
  }
}
