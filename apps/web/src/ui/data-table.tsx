import type { ReactNode } from 'react';
import styles from './data-table.module.css';

export interface DataColumn<Row> {
  readonly key: string;
  readonly title: string;
  readonly render: (row: Row) => ReactNode;
  /** Figures stand at the end, so that their digits line up. */
  readonly isFigure?: boolean;
  /** On a phone the heading of the row's card; one column at most. */
  readonly isHeading?: boolean;
  /** On a phone without its title: tags, buttons. */
  readonly isBare?: boolean;
  /** Left out on a phone: what the card can do without. */
  readonly isDeskOnly?: boolean;
  readonly width?: number;
  /** Below the column, in the table's foot. */
  readonly footer?: ReactNode;
}

interface DataTableProps<Row> {
  /** What the table is about, for screen readers. */
  readonly label: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string | number;
  /** Marks the row: quiet for what no longer counts, danger for what is overdue. */
  readonly toneOf?: (row: Row) => 'quiet' | 'danger' | 'accent' | undefined;
}

/** A plain table for tens of rows: plans, people, records. On a phone each row becomes a card. */
export function DataTable<Row>({ label, columns, rows, keyOf, toneOf }: DataTableProps<Row>): ReactNode {
  const hasFooter = columns.some((column) => column.footer !== undefined);
  return (
    <div className={styles['frame']}>
      <table className={styles['table']} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => <th key={column.key} scope="col" className={classOf(column)} {...(column.width !== undefined && { style: { width: column.width } })}>{column.title}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} data-tone={toneOf?.(row)}>
              {columns.map((column) => <td key={column.key} className={classOf(column)} data-title={column.title}>{column.render(row)}</td>)}
            </tr>
          ))}
        </tbody>
        {hasFooter && (
          <tfoot>
            <tr>
              {columns.map((column) => <td key={column.key} className={classOf(column)} data-title={column.title}>{column.footer}</td>)}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function classOf<Row>(column: DataColumn<Row>): string {
  return [column.isFigure && styles['figure'], column.isHeading && styles['heading'], column.isBare && styles['bare'], column.isDeskOnly && styles['phoneless']].filter(Boolean).join(' ');
}
