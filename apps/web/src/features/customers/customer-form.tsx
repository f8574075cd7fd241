import { customerGroups } from '@loanbook/contract/fields/customer-fields.ts';
import type { InputProblem } from '@loanbook/contract/errors.ts';
import type { Field } from '@loanbook/contract/fields/field.ts';
import { Button, Form, type FormInstance } from 'antd';
import { useEffect, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { Panel } from '../../ui/panel.tsx';
import { CustomerFieldInput } from './customer-field-input.tsx';
import styles from './customer-form.module.css';
import { editableFields, fieldProblem, kindOf, type FormValues } from './customer-form-values.ts';
import { appliesTo, usualIdType } from './customer-kind-fields.ts';
import { customersTexts } from './customers-texts.ts';
import { focusNextInput } from './focus-next-input.ts';
import { checkIdNumber, idTypeOf } from './id-number-check.ts';

interface CustomerFormProps {
  readonly initialValues: FormValues;
  /** Masks of sealed fields that hold something; absent for a new customer. */
  readonly masks?: Readonly<Record<string, string>>;
  readonly isSaving: boolean;
  /** What the server found wrong, by field. */
  readonly problems: readonly InputProblem[];
  readonly onSave: (values: FormValues, cleared: ReadonlySet<string>) => void;
  readonly onCancel: () => void;
  readonly onDirty: () => void;
  readonly notice?: ReactNode;
}

/** A customer's facts in the catalogue's groups; what a kind of customer cannot have is not asked. */
export function CustomerForm({ initialValues, masks = {}, isSaving, problems, onSave, onCancel, onDirty, notice }: CustomerFormProps): ReactNode {
  const t = useTexts(customersTexts);
  const language = useLanguage();
  const [form] = Form.useForm<FormValues>();
  const [cleared, setCleared] = useState<ReadonlySet<string>>(new Set());
  const kind = kindOf(Form.useWatch((values: FormValues) => values, form) ?? initialValues);
  useEffect(() => showServerProblems(form, problems, language), [form, problems, language]);
  const save = (): void => {
    form.validateFields().then(
      () => onSave(form.getFieldsValue(true), cleared),
      () => globalThis.document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
    );
  };
  const fields = editableFields.filter((field) => appliesTo(field, kind));
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark
      initialValues={initialValues}
      validateTrigger="onBlur"
      onValuesChange={(changed: FormValues) => {
        onDirty();
        fillFrom(form, changed);
      }}
      onKeyDown={(event) => obeyKey(event, save)}
    >
      <div className={styles['groups']}>
        {notice}
        {customerGroups.map((group) => {
          const ofGroup = fields.filter((field) => field.group === group.key);
          return ofGroup.length > 0 && (
            <Panel key={group.key} title={group[language]}>
              <div className={styles['fields']}>
                {ofGroup.map((field) => (
                  <FieldItem
                    key={field.key}
                    field={field}
                    mask={masks[field.key]}
                    isCleared={cleared.has(field.key)}
                    onClear={(isCleared) => {
                      onDirty();
                      setCleared((current) => toggled(current, field.key, isCleared));
                    }}
                  />
                ))}
              </div>
            </Panel>
          );
        })}
      </div>
      <div className={styles['bar']}>
        <span className={styles['hint']}>{t('saveHint')}</span>
        <Button onClick={onCancel}>{t('cancel')}</Button>
        <Button type="primary" loading={isSaving} onClick={save}>{t('save')}</Button>
      </div>
    </Form>
  );
}

interface FieldItemProps {
  readonly field: Field;
  readonly mask: string | undefined;
  readonly isCleared: boolean;
  readonly onClear: (isCleared: boolean) => void;
}

function FieldItem({ field, mask, isCleared, onClear }: FieldItemProps): ReactNode {
  const t = useTexts(customersTexts);
  const language = useLanguage();
  const form = Form.useFormInstance<FormValues>();
  const validate = (): Promise<void> => {
    const problem = fieldProblem(field, form.getFieldsValue(true));
    return problem === null ? Promise.resolve() : Promise.reject(new Error(t(problem.code, { limit: problem.limit ?? 0, date: problem.date ?? '' })));
  };
  const extra = mask !== undefined && (
    <span className={styles['hint']}>
      {isCleared ? t('fieldCleared') : t('keepMask')}{' '}
      <button type="button" className={styles['textButton']} onClick={() => onClear(!isCleared)}>{isCleared ? t('cancel') : t('clearField')}</button>
    </span>
  );
  return (
    <Form.Item
      name={field.key}
      label={field[language]}
      required={field.isRequired === true}
      rules={[{ validator: validate }]}
      className={widthClass(field)}
      extra={extra || undefined}
    >
      <CustomerFieldInput field={field} {...(mask !== undefined && { placeholder: mask })} />
    </Form.Item>
  );
}

function widthClass(field: Field): string | undefined {
  if (field.key === 'note') return styles['whole'];
  return ['kind', 'address', 'registeredAddress', 'tags'].includes(field.key) ? styles['wide'] : undefined;
}

/** A valid resident ID says birth date and gender; the kind of customer says which document is usual. */
function fillFrom(form: FormInstance<FormValues>, changed: FormValues): void {
  if ('kind' in changed) {
    if (form.getFieldValue('idNumber')) return;
    form.setFieldValue('idType', usualIdType(kindOf(changed)));
    return;
  }
  if (!('idNumber' in changed) && !('idType' in changed)) return;
  const typed: unknown = form.getFieldValue('idNumber');
  if (typeof typed !== 'string' || typed.length < 15) return;
  if ('idNumber' in changed) form.setFieldValue('idType', idTypeOf(typed) ?? form.getFieldValue('idType'));
  const check = checkIdNumber(form.getFieldValue('idType'), typed);
  if (!check.isValid || check.holder === undefined) return;
  form.setFieldsValue({ birthDate: check.holder.birthDate, gender: check.holder.gender });
  void form.validateFields(['birthDate']);
}

function showServerProblems(form: FormInstance<FormValues>, problems: readonly InputProblem[], language: 'zh' | 'en'): void {
  form.setFields(problems.map((problem) => ({ name: problem.path.replace(/^facts\./, ''), errors: [problem[language]] })));
}

function obeyKey(event: KeyboardEvent<HTMLElement>, save: () => void): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    save();
    return;
  }
  focusNextInput(event);
}

function toggled(current: ReadonlySet<string>, key: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(current);
  if (isIn) next.add(key);
  else next.delete(key);
  return next;
}
