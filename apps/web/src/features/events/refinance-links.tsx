import type { Loan } from '@loanbook/contract/features/loans.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { lifeTexts } from './life-texts.ts';
import { loanHistoryQuery } from './use-loan-life.ts';

/** The loan that this one repaid, or that repaid this one, one press away. */
export function RefinanceLinks({ loan }: { readonly loan: Loan }): ReactNode {
  const t = useTexts(lifeTexts);
  const { data } = useQuery({ ...loanHistoryQuery(loan.id), enabled: loan.events.some((event) => event.type === 'refinance') });
  return data?.refinances.map(({ eventId, side, loanId, receiptNo }) => (
    <span key={eventId}>{t(side === 'repaid' ? 'newLoanOf' : 'oldLoanOf')} <Link to={links.loan} params={{ loanId }}>{receiptNo}</Link></span>
  ));
}
