import { useNavigate } from '@tanstack/react-router';
import { identityApi } from '#contracts/identity.js';
import { ApiError, call } from '../api/client';
import { useTakeSession } from '../api/session';
import { forgetOutbox } from '../features/negotiations/use-outbox';
import { forgetDrafts } from '../forms/use-draft';
import { tellProblem } from '../forms/tell';

/** Ends the session here; drafts on this device go with it, for the next person at a shared computer. */
export function useSignOut(): () => Promise<void> {
  const take = useTakeSession();
  const navigate = useNavigate();
  return async () => {
    try {
      await call(identityApi.signOut, {});
    } catch (error) {
      // Without a connection the cookie would stay valid: say so rather than pretend.
      if (error instanceof ApiError && error.status !== 401) return tellProblem(error);
    }
    forgetDrafts();
    await forgetOutbox().catch(() => {});
    await navigate({ to: '/' });
    take(null);
  };
}
