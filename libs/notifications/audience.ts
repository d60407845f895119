import { Injectable } from '@nestjs/common';
import { IdentityReader } from '#identity/index.js';

/** Who is to be told: user ids, without the one whose doing it was. */
@Injectable()
export class Audience {
  constructor(private readonly people: IdentityReader) {}

  /** The active people of companies. */
  async ofCompanies(companyIds: readonly string[], except: string | null = null): Promise<string[]> {
    const people = await Promise.all(companyIds.map((id) => this.people.peopleOfCompany(id)));
    return people.flat().flatMap((p) => (p.id === except ? [] : [p.id]));
  }

  /** The active coordinators and secretaries of a body; none where there is no body. */
  async ofBody(bodyId: string | null, except: string | null = null): Promise<string[]> {
    const people = bodyId ? await this.people.peopleOfBody(bodyId) : [];
    return people.flatMap((p) => (p.id === except ? [] : [p.id]));
  }
}
