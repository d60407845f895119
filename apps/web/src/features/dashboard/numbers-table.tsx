import { Button, Collapse, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './dashboard.module.css';

interface NumbersTableProps {
  caption: string;
  head: string[];
  rows: ReactNode[][];
}

/** A chart's figures for those who would rather read, or cannot see it. */
export function NumbersTable({ caption, head, rows }: NumbersTableProps) {
  const { t } = useTranslation('dashboard');
  const [opened, { toggle }] = useDisclosure(false);
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        mt="xs"
        onClick={toggle}
        aria-expanded={opened}
        aria-label={t(opened ? 'hideTableOf' : 'showTableOf', { title: caption })}
        className="no-print"
      >
        {t(opened ? 'hideTable' : 'showTable')}
      </Button>
      <Collapse expanded={opened}>
        <Table mt="xs" aria-label={caption} className={classes.numbers} withRowBorders>
          <Table.Thead>
            <Table.Tr>
              {head.map((text) => (
                <Table.Th key={text} scope="col">
                  {text}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row, i) => (
              <Table.Tr key={i}>
                {row.map((cell, j) =>
                  j === 0 ? (
                    <Table.Th key={j} scope="row">
                      {cell}
                    </Table.Th>
                  ) : (
                    <Table.Td key={j}>{cell}</Table.Td>
                  ),
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Collapse>
    </>
  );
}
