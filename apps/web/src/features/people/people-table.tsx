import { roles } from '@loanbook/contract/choices.ts';
import type { Person } from '@loanbook/contract/features/people.ts';
import type { ReactNode } from 'react';
import { useFormats } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { useSession } from '../../platform/session.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { IssuedPassword } from './one-time-password.tsx';
import { peopleTexts } from './people-texts.ts';
import { PersonActions } from './person-actions.tsx';
import styles from './people.module.css';

interface PeopleTableProps {
  readonly people: readonly Person[];
  readonly onEdit: (person: Person) => void;
  readonly onIssued: (issued: IssuedPassword) => void;
}

export function PeopleTable({ people, onEdit, onIssued }: PeopleTableProps): ReactNode {
  const t = useTexts(peopleTexts);
  const formats = useFormats();
  const { user } = useSession();
  const columns: DataColumn<Person>[] = [
    { key: 'displayName', title: t('displayName'), isHeading: true, render: (person) => <PersonName person={person} isSelf={person.id === user.id} /> },
    { key: 'userName', title: t('userName'), render: (person) => <code>{person.userName}</code> },
    { key: 'role', title: t('role'), render: (person) => formats.choice(roles, person.role) },
    { key: 'lastSignedIn', title: t('lastSignedIn'), render: (person) => (person.lastSignedInAt === null ? t('neverSignedIn') : formats.dateTime(person.lastSignedInAt)) },
    { key: 'status', title: t('status'), render: (person) => <PersonStatus person={person} /> },
    { key: 'actions', title: t('actions'), isBare: true, render: (person) => <PersonActions person={person} isSelf={person.id === user.id} onEdit={onEdit} onIssued={onIssued} /> },
  ];
  return <DataTable label={t('title')} columns={columns} rows={people} keyOf={(person) => person.id} toneOf={(person) => (person.isDisabled ? 'quiet' : undefined)} />;
}

function PersonName({ person, isSelf }: { readonly person: Person; readonly isSelf: boolean }): ReactNode {
  const t = useTexts(peopleTexts);
  return (
    <span className={styles['name']}>
      {person.displayName}
      {isSelf && <Tag tone="accent">{t('you')}</Tag>}
    </span>
  );
}

function PersonStatus({ person }: { readonly person: Person }): ReactNode {
  const t = useTexts(peopleTexts);
  if (person.isDisabled) return <Tag>{t('disabled')}</Tag>;
  return person.mustChangePassword ? <Tag tone="attention">{t('mustChangePassword')}</Tag> : <Tag tone="good">{t('active')}</Tag>;
}
