import type { AuditEntry } from '@loanbook/contract/features/audit.ts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { auditTexts } from './audit-texts.ts';
import { actionWords, fieldWord, objectWord } from './audit-words.ts';
import styles from './audit.module.css';

const shownFields = 4;

/** `isFiltered`: all rows are about one object already, so nothing leads there. */
export function AuditTable({ entries, isFiltered }: { readonly entries: readonly AuditEntry[]; readonly isFiltered: boolean }): ReactNode {
  const t = useTexts(auditTexts);
  const formats = useFormats();
  const columns: DataColumn<AuditEntry>[] = [
    { key: 'number', title: t('number'), isFigure: true, isDeskOnly: true, width: 76, render: (entry) => entry.sequence },
    { key: 'at', title: t('at'), width: 150, render: (entry) => formats.dateTime(entry.at) },
    { key: 'actor', title: t('actor'), width: 130, render: (entry) => entry.actor || t('system') },
    { key: 'action', title: t('action'), width: 180, isHeading: true, render: (entry) => actionWords(entry.action, formats.language) },
    { key: 'object', title: t('object'), width: 150, render: (entry) => <ObjectReference entry={entry} isLinked={!isFiltered} /> },
    { key: 'fields', title: t('fields'), render: (entry) => <FieldNames entry={entry} /> },
    { key: 'reason', title: t('reason'), render: (entry) => entry.reason },
  ];
  return <DataTable label={t('title')} columns={columns} rows={entries} keyOf={(entry) => entry.sequence} />;
}

function ObjectReference({ entry, isLinked }: { readonly entry: AuditEntry; readonly isLinked: boolean }): ReactNode {
  const t = useTexts(auditTexts);
  const { language } = useFormats();
  const word = objectWord(entry.objectType, language);
  if (entry.objectId === null) return word;
  // The last eight digits tell objects apart; identifiers of the same hour begin alike.
  const short = <code className={styles['id']}>{entry.objectId.slice(-8)}</code>;
  if (!isLinked) return <span>{word} {short}</span>;
  return <Link to={links.audit} search={{ objectId: entry.objectId }} title={t('showObject')}>{word} {short}</Link>;
}

function FieldNames({ entry }: { readonly entry: AuditEntry }): ReactNode {
  const t = useTexts(auditTexts);
  const { language } = useFormats();
  const names = entry.fields.map((field) => fieldWord(field, entry.objectType, language));
  const separator = language === 'zh' ? '、' : ', ';
  if (names.length <= shownFields) return names.join(separator);
  return <span title={names.join(separator)}>{names.slice(0, shownFields).join(separator)} {t('moreFields', { count: names.length })}</span>;
}
