import { Alert, Box, Code, List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { verificationApi, type Finding, type VerificationReport } from '#contracts/verification.js';
import { useEndpoint } from '../../api/use-endpoint';
import { FileUpload } from '../../forms/file-upload';
import { Facts } from '../../parts/facts';
import { DateTime, formatDateTime } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Panel } from '../../parts/panel';
import { grouped } from './grouped';

const MEGABYTES = 20;

/** Whether an agreement or an exported record is unaltered; for anybody, without an account. */
export default function VerifyScreen() {
  const { t } = useTranslation('proof');
  const [fileName, setFileName] = useState('');
  const [report, setReport] = useState<VerificationReport | null>(null);
  return (
    <Box maw="48rem" mx="auto">
      <PageHeader title={t('verify.title')} lead={t('verify.lead')} />
      <Stack gap="md">
        <FileUpload
          endpoint={verificationApi.check}
          input={{}}
          label={t('verify.upload')}
          hint={t('verify.hint', { megabytes: MEGABYTES })}
          accept=".pdf,.zip,.json"
          maxMegabytes={MEGABYTES}
          // What was found of one file must not stand beside another, least of all beside one that could not be read.
          onChosen={({ name }) => {
            setFileName(name);
            setReport(null);
          }}
          onUploaded={setReport}
        />
        <Text size="sm">
          {t('verify.notKept')} {t('verify.bigger', { megabytes: MEGABYTES })}
        </Text>
        {report && <Report report={report} fileName={fileName} />}
        <Offline />
      </Stack>
    </Box>
  );
}

interface ReportProps {
  report: VerificationReport;
  fileName: string;
}

function Report({ report, fileName }: ReportProps) {
  const { t } = useTranslation('proof');
  const { unaltered, findings } = report;
  return (
    <>
      <Alert
        role="status"
        color={unaltered ? 'green' : 'red'}
        title={t(unaltered ? 'verify.unaltered' : 'verify.altered')}
      >
        <Text size="sm">{t(unaltered ? 'verify.unalteredText' : 'verify.alteredText')}</Text>
        {!unaltered && (
          <List mt="xs">
            {findings.map((finding, i) => (
              <List.Item key={i}>
                <FindingText finding={finding} />
              </List.Item>
            ))}
          </List>
        )}
      </Alert>
      <Panel title={t('verify.what')} lead={unaltered ? undefined : t('verify.statedBelow')}>
        <ReportFacts report={report} fileName={fileName} />
      </Panel>
    </>
  );
}

function FindingText({ finding: { code, position, path } }: { finding: Finding }) {
  const { t } = useTranslation('proof');
  const known = code === 'platform-differs' && position !== null ? 'platform-differs-at' : code;
  return <>{t(`finding.${known}`, { position: position ?? '', path: path ?? '' })}</>;
}

function ReportFacts({ report, fileName }: ReportProps) {
  const { t } = useTranslation('proof');
  const { kind, no, head, shown, withheld, fingerprint } = report;
  const signatures = report.signatures.map(({ by, at, method }) =>
    t('verify.signatureOf', { by, at: formatDateTime(at), method: t(`method.${method}`) }),
  );
  return (
    <Facts
      facts={[
        { label: t('verify.file'), value: fileName },
        {
          label: t('verify.kind'),
          value: kind === 'agreement' ? t('verify.agreement', { no: no ?? '' }) : t('verify.record'),
        },
        { label: t('verify.name'), value: report.title },
        { label: t('verify.parties'), value: report.parties.join(' × ') },
        { label: t('verify.madeAt'), value: report.madeAt && <DateTime at={report.madeAt} /> },
        {
          label: t('verify.signatures'),
          value: kind === 'agreement' && (
            <Lines lines={signatures.length > 0 ? signatures : [t('verify.unsigned')]} />
          ),
        },
        {
          label: t('verify.entries'),
          value:
            kind === 'record' &&
            t(withheld > 0 ? 'verify.entriesWithheld' : 'verify.entriesOf', { shown, withheld }),
        },
        {
          label: t('verify.head'),
          value: head && <Hash text={t('verify.headOf', { position: head.position, link: head.link })} />,
        },
        { label: t('verify.key'), value: fingerprint && <Hash text={grouped(fingerprint)} /> },
      ]}
    />
  );
}

const Lines = ({ lines }: { lines: string[] }) => lines.map((line) => <div key={line}>{line}</div>);

const Hash = ({ text }: { text: string }) => (
  <Text span ff="monospace" size="sm" style={{ overflowWrap: 'anywhere' }}>
    {text}
  </Text>
);

function Offline() {
  const { t } = useTranslation('proof');
  const query = useEndpoint(verificationApi.keys, {});
  return (
    <Panel title={t('verify.offline')} lead={t('verify.offlineText')}>
      <Code block style={{ whiteSpace: 'pre-wrap' }}>
        npm run cli -- verify FILE
      </Code>
      <Text fw={600} mt="md">
        {t('verify.keys')}
      </Text>
      <Text size="sm" mb="xs">
        {t('verify.keysText')}
      </Text>
      <Loaded query={query} lines={1}>
        {({ items }) => (
          <List listStyleType="none">
            {items.map(({ fingerprint, current, since }) => (
              <List.Item key={fingerprint}>
                <Hash text={grouped(fingerprint)} />
                <Text size="sm" c="gray.7">
                  {current && `${t('verify.keyCurrent')} · `}
                  {t('verify.keySince', { at: formatDateTime(since) })}
                </Text>
              </List.Item>
            ))}
          </List>
        )}
      </Loaded>
    </Panel>
  );
}
