import type { drillDownSchema } from '@loanbook/contract/features/dashboard.ts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { listLinks } from '../../ledger-grid/list/row-href.ts';
import { listSearchFrom } from '../../platform/list-search.ts';

export type DrillDown = z.infer<typeof drillDownSchema>;

interface DrillDownLinkProps {
  readonly rows: DrillDown;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A figure that opens exactly the rows it was counted from. */
export function DrillDownLink({ rows, className, children }: DrillDownLinkProps): ReactNode {
  return <Link to={listLinks[rows.list]} search={listSearchFrom(rows.view)} {...(className !== undefined && { className })}>{children}</Link>;
}
