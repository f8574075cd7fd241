import { languages, roles } from '@loanbook/contract/choices.ts';
import { newPersonSchema, type Person } from '@loanbook/contract/features/people.ts';
import { Form, Input, Modal, Radio, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { markProblems, schemaRule } from '../../platform/form-rules.ts';
import { useFormats } from '../../platform/format.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { useSession } from '../../platform/session.ts';
import { Failure } from '../../ui/failure.tsx';
import { uiTexts } from '../../ui/ui-texts.ts';
import type { IssuedPassword } from './one-time-password.tsx';
import { useAddPerson, useChangePerson, type NewPerson } from './people-queries.ts';
import { peopleTexts } from './people-texts.ts';
import styles from './people.module.css';

interface PersonFormProps {
  /** null: a new person. */
  readonly person: Person | null;
  readonly onClose: () => void;
  readonly onIssued: (issued: IssuedPassword) => void;
}

/** Ties the window's button to the form, so that Enter in a field saves. */
const formId = 'person-form';

export function PersonForm({ person, onClose, onIssued }: PersonFormProps): ReactNode {
  const t = useTexts(peopleTexts);
  const words = useTexts(uiTexts);
  const language = useLanguage();
  const [form] = Form.useForm<NewPerson>();
  const add = useAddPerson();
  const change = useChangePerson();
  const onError = (error: unknown): void => void markProblems(form, error, language);
  const save = (values: NewPerson): void => {
    if (person !== null) {
      change.mutate({ person, change: { displayName: values.displayName, role: values.role } }, { onSuccess: onClose, onError });
      return;
    }
    add.mutate(values, {
      onSuccess: (reply) => {
        onClose();
        onIssued({ name: reply.person.displayName, password: reply.oneTimePassword });
      },
      onError,
    });
  };
  const error = add.error ?? change.error;
  return (
    <Modal open title={person === null ? t('addPerson') : t('editPerson')} okText={words('save')} cancelText={words('cancel')} okButtonProps={{ htmlType: 'submit', form: formId }} onCancel={onClose} confirmLoading={add.isPending || change.isPending} mask={{ closable: false }}>
      <Form<NewPerson> id={formId} form={form} layout="vertical" requiredMark={false} onFinish={save} initialValues={person ?? { role: 'full', language }}>
        {error !== null && <div className={styles['failure']}><Failure error={error} /></div>}
        <PersonFields person={person} />
      </Form>
    </Modal>
  );
}

function PersonFields({ person }: { readonly person: Person | null }): ReactNode {
  const t = useTexts(peopleTexts);
  const formats = useFormats();
  const language = useLanguage();
  const { user } = useSession();
  const { shape } = newPersonSchema;
  const hints = { full: t('fullHint'), read_only: t('readOnlyHint') } as const;
  return (
    <>
      <Form.Item name="displayName" label={t('displayName')} rules={[schemaRule(shape.displayName, language)]} validateTrigger="onBlur">
        <Input autoFocus />
      </Form.Item>
      {person === null && (
        <Form.Item name="userName" label={t('userName')} extra={t('userNameHint')} rules={[schemaRule(shape.userName, language)]} validateTrigger="onBlur">
          <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
      )}
      <Form.Item name="role" label={t('role')}>
        <Radio.Group
          vertical
          disabled={person?.id === user.id}
          options={roles.map((role) => ({ value: role.value, label: <>{formats.label(role)} <span className={styles['roleHint']}>{hints[role.value]}</span></> }))}
        />
      </Form.Item>
      {person === null && (
        <Form.Item name="language" label={t('language')}>
          <Segmented aria-label={t('language')} options={languages.map(({ value, zh }) => ({ value, label: zh }))} />
        </Form.Item>
      )}
    </>
  );
}
