import { useParams } from '@tanstack/react-router';
import { patentsApi } from '#contracts/patents.js';
import { useEndpoint } from '../../api/use-endpoint';
import { Loaded } from '../../parts/loaded';
import { CandidatesPage } from './candidates-page';

/** Who could make something of an open patent, and why. */
export default function PatentCandidatesScreen() {
  const { id } = useParams({ from: '/patents/$id/candidates' });
  const query = useEndpoint(patentsApi.get, { params: { id } });
  return (
    <Loaded query={query}>
      {(patent) => (
        <CandidatesPage
          subject={{
            kind: 'patent',
            id,
            title: patent.content.title,
            to: `/patents/${id}`,
            canPropose: patent.can.propose,
          }}
        />
      )}
    </Loaded>
  );
}
