import type { Person } from '@loanbook/contract/features/people.ts';
import { App, Button, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import { errorSentence } from '../../platform/api-error.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import type { IssuedPassword } from './one-time-password.tsx';
import { useChangePerson, useResetPassword } from './people-queries.ts';
import { peopleTexts } from './people-texts.ts';
import styles from './people.module.css';

interface PersonActionsProps {
  readonly person: Person;
  readonly isSelf: boolean;
  readonly onEdit: (person: Person) => void;
  readonly onIssued: (issued: IssuedPassword) => void;
}

/** Nobody resets or disables the account they are using: the password page and a colleague do that. */
export function PersonActions({ person, isSelf, onEdit, onIssued }: PersonActionsProps): ReactNode {
  const t = useTexts(peopleTexts);
  const language = useLanguage();
  const { message } = App.useApp();
  const change = useChangePerson();
  const reset = useResetPassword();
  const sayFailure = (error: unknown): void => void message.error(errorSentence(error, language));
  const toggle = (): void =>
    change.mutate(
      { person, change: { isDisabled: !person.isDisabled } },
      { onSuccess: ({ isDisabled, displayName }) => void message.success(t(isDisabled ? 'personDisabled' : 'personEnabled', { name: displayName })), onError: sayFailure },
    );
  const resetNow = (): void => reset.mutate(person, { onSuccess: (reply) => onIssued({ name: reply.person.displayName, password: reply.oneTimePassword }), onError: sayFailure });
  return (
    <div className={styles['actions']}>
      <Button type="link" size="small" onClick={() => onEdit(person)}>{t('edit')}</Button>
      {!isSelf && (
        <>
          <Popconfirm title={t('resetConfirm', { name: person.displayName })} description={t('resetConfirmHint')} okText={t('resetPassword')} onConfirm={resetNow} styles={{ root: { maxWidth: 340 } }}>
            <Button type="link" size="small" loading={reset.isPending}>{t('resetPassword')}</Button>
          </Popconfirm>
          <Button type="link" size="small" loading={change.isPending} onClick={toggle}>{person.isDisabled ? t('enable') : t('disable')}</Button>
        </>
      )}
    </div>
  );
}
