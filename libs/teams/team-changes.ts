import type { TeamPlan } from '#matching/index.js';

type Facts = Pick<TeamPlan, 'leadId'> & {
  readonly members: readonly { readonly companyId: string }[];
  readonly steps: readonly { readonly requirementId: string; readonly doerId: string }[];
};

/** What another plan changes: companies, and steps by requirement. */
export interface PlanChange {
  readonly left: readonly string[];
  readonly joined: readonly string[];
  readonly moved: readonly string[];
  readonly leadChanged: boolean;
}

export function changesBetween(before: Facts, now: Facts): PlanChange {
  const ids = (plan: Facts) => plan.members.map(({ companyId }) => companyId);
  const doer = (plan: Facts, requirementId: string) =>
    plan.steps.find((step) => step.requirementId === requirementId)?.doerId;
  return {
    left: ids(before).filter((id) => !ids(now).includes(id)),
    joined: ids(now).filter((id) => !ids(before).includes(id)),
    moved: now.steps
      .filter(({ requirementId, doerId }) => doer(before, requirementId) !== doerId)
      .map(({ requirementId }) => requirementId),
    leadChanged: before.leadId !== now.leadId,
  };
}

export const isSame = ({ left, joined, moved, leadChanged }: PlanChange): boolean =>
  left.length === 0 && joined.length === 0 && moved.length === 0 && !leadChanged;
