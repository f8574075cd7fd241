import { customerFields, customerGroups } from '@loanbook/contract/fields/customer-fields.ts';
import type { Customer } from '@loanbook/contract/features/customers.ts';
import type { Field } from '@loanbook/contract/fields/field.ts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useFormats } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { Panel } from '../../ui/panel.tsx';
import { kindOf } from './customer-form-values.ts';
import { appliesTo } from './customer-kind-fields.ts';
import styles from './customer-profile.module.css';
import { customersTexts } from './customers-texts.ts';
import { RevealButton } from './reveal-button.tsx';

/** Everything kept about a customer, in the catalogue's groups. */
export function CustomerProfile({ customer }: { readonly customer: Customer }): ReactNode {
  const t = useTexts(customersTexts);
  const { language } = useFormats();
  const [showsEmpty, setShowsEmpty] = useState(false);
  const fields = customerFields.filter((field) => appliesTo(field, kindOf(customer.cells)));
  const hasEmpty = fields.some((field) => isEmpty(customer, field));
  return (
    <>
      <div className={styles['groups']}>
        {customerGroups.map((group) => {
          const shown = fields.filter((field) => field.group === group.key && (showsEmpty || !isEmpty(customer, field)));
          return shown.length > 0 && (
            <Panel key={group.key} title={group[language]}>
              <dl className={styles['facts']}>
                {shown.map((field) => <Fact key={field.key} customer={customer} field={field} />)}
              </dl>
            </Panel>
          );
        })}
      </div>
      {hasEmpty && <div><Button type="link" className={styles['toggle']} onClick={() => setShowsEmpty(!showsEmpty)}>{t(showsEmpty ? 'hideEmpty' : 'showEmpty')}</Button></div>}
    </>
  );
}

function Fact({ customer, field }: { readonly customer: Customer; readonly field: Field }): ReactNode {
  const formats = useFormats();
  const [revealed, setRevealed] = useState<string | null>(null);
  const shown = revealed ?? formats.cell(field, customer.cells[field.key]);
  return (
    <div className={field.key === 'note' ? styles['wide'] : field.mask === undefined ? undefined : styles['sealed']}>
      <dt>{formats.label(field)}</dt>
      <dd className={shown === '' ? styles['none'] : styles['value']}>
        <span className={revealed === null ? undefined : styles['revealed']}>{shown || '—'}</span>
        {field.mask !== undefined && shown !== '' && <RevealButton customerId={customer.id} field={field} isRevealed={revealed !== null} onReveal={setRevealed} />}
      </dd>
    </div>
  );
}

function isEmpty(customer: Customer, field: Field): boolean {
  const cell = customer.cells[field.key];
  return cell === null || cell === undefined || cell === '' || (Array.isArray(cell) && cell.length === 0);
}
