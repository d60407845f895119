import { Anchor, Text, type AnchorProps } from '@mantine/core';
import { createLink, useNavigate } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { introductionsApi } from '#contracts/introductions.js';
import { patentsApi, type Patent, type patentInterest } from '#contracts/patents.js';
import { useMe } from '../../api/session';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { ConfirmButton } from '../../parts/confirm-button';
import { RelativeTime } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { Panel } from '../../parts/panel';
import { PosterName } from '../../parts/poster-name';
import { RecordList, RecordRow } from '../../parts/record-list';

const AnchorLink = createLink((props: AnchorProps & ComponentProps<'a'>) => <Anchor {...props} />);

type Interest = z.output<typeof patentInterest>;

/** Who would like to use the patent and why: the holder reads it without names, the support body introduces. */
export function PatentInterests({ patent }: { patent: Patent }) {
  const { t } = useTranslation('patents');
  const me = useMe();
  const query = useEndpoint(patentsApi.interests, { params: { id: patent.id } });
  return (
    <Panel
      title={t('interests.title')}
      lead={me.company && patent.interests !== 0 && t('interests.masked')}
      action={
        me.body && (
          <AnchorLink to="/introductions" search={{ kind: 'patent', subjectId: patent.id }} size="sm">
            {t('interests.introductions')}
          </AnchorLink>
        )
      }
    >
      <Loaded query={query} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('interests.none')}
            </Text>
          ) : (
            <RecordList>
              {items.map((interest) => (
                <InterestRow key={interest.id} interest={interest} patent={patent} />
              ))}
            </RecordList>
          )
        }
      </Loaded>
    </Panel>
  );
}

function InterestRow({ interest, patent }: { interest: Interest; patent: Patent }) {
  const { company } = interest;
  return (
    <RecordRow
      aside={
        patent.can.propose &&
        company.id !== null && (
          <Introduce patentId={patent.id} company={{ id: company.id, name: company.name ?? '' }} />
        )
      }
    >
      <Text fw={600}>
        <PosterName poster={{ ...company, industry: null }} link />
      </Text>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap' }} maw="40rem">
        {interest.reason}
      </Text>
      <Text size="xs" c="dimmed">
        <RelativeTime at={interest.at} />
      </Text>
    </RecordRow>
  );
}

interface IntroduceProps {
  patentId: string;
  company: { id: string; name: string };
}

function Introduce({ patentId, company }: IntroduceProps) {
  const { t } = useTranslation('patents');
  const navigate = useNavigate();
  const propose = useCommand(introductionsApi.propose);
  return (
    <ConfirmButton
      size="sm"
      label={t('interests.propose')}
      aria-label={t('interests.proposeOne', { name: company.name })}
      title={t('interests.proposeTitle', { name: company.name })}
      text={t('interests.proposeText')}
      reason={{
        label: t('interests.reason'),
        description: t('interests.reasonHint'),
        needed: true,
        maxLength: 2_000,
      }}
      onConfirm={(reason) =>
        propose
          .mutateAsync({ body: { kind: 'patent', subjectId: patentId, companyId: company.id, reason } })
          .then(({ id }) => {
            tell(t('interests.proposed'));
            void navigate({ to: '/introductions/$id', params: { id } });
          })
      }
    />
  );
}
