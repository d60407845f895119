import { Box, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { offersApi, type Agreement } from '#contracts/offers.js';
import { signingApi, type Signing } from '#contracts/signing.js';
import { sheetOf } from '#contracts/term-sheet.js';
import { urlOf } from '../../api/client';
import { useEndpoint } from '../../api/use-endpoint';
import { Facts } from '../../parts/facts';
import { DateTime } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { OfferTermList } from './offer-term-list';
import { ProofFacts, SignatureFacts, SigningPanel } from './record/signing-panel';
import classes from './agreement.module.css';

/** What two companies have agreed, on the screen and, printed, on one sheet of A4. */
export default function AgreementScreen() {
  const { id } = useParams({ from: '/agreements/$id' });
  const query = useEndpoint(offersApi.agreement, { params: { id } });
  const signing = useEndpoint(signingApi.get, { params: { id } });
  return (
    <Loaded query={query}>
      {(agreement) => (
        <Loaded query={signing}>{(shown) => <AgreementSheet agreement={agreement} signing={shown} />}</Loaded>
      )}
    </Loaded>
  );
}

function AgreementSheet({ agreement, signing }: { agreement: Agreement; signing: Signing }) {
  const { t } = useTranslation('negotiations');
  const { id, no, terms, subjectKind, orderRevision } = agreement;
  return (
    <Box maw="52rem">
      <PageHeader
        title={t('agreement.title', { no })}
        lead={t('agreement.lead')}
        back={{ to: `/rooms/${agreement.roomId}`, label: t('agreement.toRoom') }}
        action={
          <>
            <Button variant="default" onClick={() => window.print()}>
              {t('agreement.print')}
            </Button>
            <Button component="a" href={urlOf(offersApi.agreementPdf, { params: { id } })} download>
              {t('agreement.pdf')}
            </Button>
          </>
        }
      />
      <Box mb="md" className={classes.signing}>
        <SigningPanel agreement={agreement} signing={signing} />
      </Box>
      <Paper component="article" withBorder bg="white" p={{ base: 'md', sm: 'xl' }} className={classes.sheet}>
        <Stack gap="lg">
          <Facts
            facts={[
              { label: t('agreement.subject'), value: agreement.title },
              {
                label: t('agreement.revision'),
                value: orderRevision === null ? null : t('offer.revision', { revision: orderRevision }),
              },
              { label: t('agreement.at'), value: <DateTime at={agreement.agreedAt} /> },
            ]}
          />
          <section>
            <Title order={2} mb="sm">
              {t('agreement.parties')}
            </Title>
            <SimpleGrid cols={{ base: 1, xs: 2 }} className={classes.parties}>
              {(['owner', 'candidate'] as const).map((side) => (
                <PartyBlock key={side} role={t(`role.${subjectKind}.${side}`)} party={agreement[side]} />
              ))}
            </SimpleGrid>
          </section>
          <section>
            <Title order={2} mb="sm">
              {t('agreement.terms')}
            </Title>
            <OfferTermList terms={sheetOf(terms)} document roomId={agreement.roomId} />
          </section>
          <section className={classes.printed}>
            <Title order={2} mb="sm">
              {t('agreement.signatures')}
            </Title>
            <SignatureFacts {...{ agreement, signing }} />
          </section>
          <section>
            <Title order={2} mb={4}>
              {t('agreement.proof')}
            </Title>
            <ProofFacts signing={signing} />
          </section>
        </Stack>
      </Paper>
    </Box>
  );
}

function PartyBlock({ role, party }: { role: string; party: Agreement['owner'] }) {
  const { t } = useTranslation('negotiations');
  return (
    <Group align="flex-start" gap={0}>
      <div>
        <Text size="sm" c="gray.7">
          {role}
        </Text>
        <Text fw={650} fz="lg">
          {party.name}
        </Text>
        <Text size="sm">{t('agreement.number', { number: party.corporateNumber })}</Text>
        <Text size="sm">{t('agreement.by', { name: party.by })}</Text>
      </div>
    </Group>
  );
}
