import type { LoanEventInput } from '@loanbook/contract/features/events.ts';

/** What the audit trail calls each kind of entry; `loan.changed` is left to changes of facts. */
export const auditActions = {
  prepay: 'loan.prepaid', waive: 'loan.waived', fee: 'loan.fee_charged', rate: 'loan.rate_changed', extend: 'loan.extended', restructure: 'loan.restructured', draw: 'loan.drawn',
  class: 'loan.reclassified', write_off: 'loan.written_off', recover: 'loan.recovered', refund: 'loan.refunded',
} as const satisfies Record<LoanEventInput['type'], string>;
