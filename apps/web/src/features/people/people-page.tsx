import { UserAddOutlined } from '@ant-design/icons';
import type { Person } from '@loanbook/contract/features/people.ts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { OneTimePassword, type IssuedPassword } from './one-time-password.tsx';
import { peopleQuery } from './people-queries.ts';
import { PeopleTable } from './people-table.tsx';
import { peopleTexts } from './people-texts.ts';
import { PersonForm } from './person-form.tsx';

type Editing = { readonly person: Person | null };

export function PeoplePage(): ReactNode {
  const t = useTexts(peopleTexts);
  const people = useQuery(peopleQuery);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [issued, setIssued] = useState<IssuedPassword | null>(null);
  const add = <Button type="primary" icon={<UserAddOutlined />} onClick={() => setEditing({ person: null })}>{t('addPerson')}</Button>;
  return (
    <Page title={t('title')} subtitle={t('subtitle')} width="reading" actions={add}>
      <QueryView query={people}>
        {(rows) => (
          <Panel isFlush>
            <PeopleTable people={rows} onEdit={(person) => setEditing({ person })} onIssued={setIssued} />
          </Panel>
        )}
      </QueryView>
      {editing !== null && <PersonForm person={editing.person} onClose={() => setEditing(null)} onIssued={setIssued} />}
      {issued !== null && <OneTimePassword issued={issued} onClose={() => setIssued(null)} />}
    </Page>
  );
}
