/**
 * What an account is: one of these, decided by its membership (DESIGN.md, "A person sees only …").
 * A newcomer has an account and no company or body yet.
 */
export const roles = [
  'newcomer',
  'company-member',
  'company-owner',
  'coordinator',
  'secretary',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

const company = ['company-member', 'company-owner'] as const;
const body = ['coordinator', 'secretary'] as const;
const staff = ['coordinator', 'secretary', 'administrator'] as const;
const everybody = [...company, ...staff] as const;

/** Which roles hold which permission. What they may do it to is decided by the context's policy. */
export const permissions = {
  'company:register': ['newcomer'],
  'company:read': everybody,
  'company:edit': [...company, ...staff],
  'company:manage-members': ['company-owner'],
  'company:approve': staff,
  'company:import': staff,
  'order:read': everybody,
  'order:edit': company,
  'patent:read': everybody,
  'patent:edit': company,
  'patent:show-interest': company,
  'matching:read': everybody,
  'search:use': everybody,
  'gap:read': company,
  'introduction:propose': [...company, ...body],
  'introduction:read': [...company, ...body],
  'introduction:respond': company,
  'introduction:follow-up': body,
  'team:read': [...company, ...body],
  'team:compose': body,
  'negotiation:read': [...company, ...body],
  'negotiation:write': [...company, ...body],
  'negotiation:offer': company,
  'dispute:read': everybody,
  'dispute:open': [...company, ...body],
  'dispute:serve': [...company, ...body],
  'meeting-event:read': everybody,
  'meeting-event:organise': body,
  'meeting-event:take-part': company,
  'fair:organise': body,
  'fair:exhibit': [...company, ...body],
  'report:read': staff,
  'ranking:manage': ['coordinator', 'administrator'],
  'vocabulary:read': staff,
  'vocabulary:edit': ['secretary', 'administrator'],
  'body:manage': ['secretary', 'administrator'],
  'system:administer': ['administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** Whether a role holds a permission. */
export function roleHolds(role: Role, permission: Permission): boolean {
  return (permissions[permission] as readonly Role[]).includes(role);
}
