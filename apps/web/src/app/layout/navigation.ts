import {
  AuditOutlined, CalendarOutlined, DatabaseOutlined, DashboardOutlined, ExclamationCircleOutlined, ImportOutlined, MoneyCollectOutlined, PieChartOutlined, QuestionCircleOutlined, SettingOutlined, SolutionOutlined, TeamOutlined, AccountBookOutlined,
} from '@ant-design/icons';
import type { Right } from '@loanbook/contract/features/session.ts';
import type { ComponentType } from 'react';
import { links } from '../../platform/links.ts';
import type { appTexts } from '../app-texts.ts';

type AppTextKey = keyof typeof appTexts.zh;

export interface NavigationEntry {
  readonly to: (typeof links)['dashboard' | 'customers' | 'loans' | 'repayments' | 'overdue' | 'due' | 'classes' | 'imports' | 'people' | 'settings' | 'backup' | 'audit' | 'help'];
  readonly text: AppTextKey;
  readonly icon: ComponentType<{ 'aria-hidden'?: boolean }>;
  /** Shown only to people with this right. The server decides again. */
  readonly right: Right;
}

export const ledgerEntries: readonly NavigationEntry[] = [
  { to: links.dashboard, text: 'dashboard', icon: DashboardOutlined, right: 'ledger.read' },
  { to: links.customers, text: 'customers', icon: SolutionOutlined, right: 'ledger.read' },
  { to: links.loans, text: 'loans', icon: AccountBookOutlined, right: 'ledger.read' },
  { to: links.repayments, text: 'repayments', icon: MoneyCollectOutlined, right: 'ledger.read' },
  { to: links.overdue, text: 'overdue', icon: ExclamationCircleOutlined, right: 'ledger.read' },
  { to: links.due, text: 'due', icon: CalendarOutlined, right: 'ledger.read' },
  { to: links.classes, text: 'classes', icon: PieChartOutlined, right: 'ledger.read' },
  { to: links.imports, text: 'imports', icon: ImportOutlined, right: 'import' },
];

export const administrationEntries: readonly NavigationEntry[] = [
  { to: links.people, text: 'people', icon: TeamOutlined, right: 'people.manage' },
  { to: links.settings, text: 'settings', icon: SettingOutlined, right: 'settings.manage' },
  { to: links.backup, text: 'backup', icon: DatabaseOutlined, right: 'backup' },
  { to: links.audit, text: 'audit', icon: AuditOutlined, right: 'audit.read' },
];

/** Open to everybody who may see the ledger at all. */
export const supportEntries: readonly NavigationEntry[] = [{ to: links.help, text: 'help', icon: QuestionCircleOutlined, right: 'ledger.read' }];

/** The tabs at the foot of a phone; the fifth opens all the rest. */
export const tabEntries: readonly NavigationEntry[] = [
  { to: links.dashboard, text: 'dashboard', icon: DashboardOutlined, right: 'ledger.read' },
  { to: links.customers, text: 'tabCustomers', icon: SolutionOutlined, right: 'ledger.read' },
  { to: links.loans, text: 'tabLoans', icon: AccountBookOutlined, right: 'ledger.read' },
  { to: links.repayments, text: 'tabRepayments', icon: MoneyCollectOutlined, right: 'ledger.read' },
];

export function allowedEntries(entries: readonly NavigationEntry[], rights: readonly Right[]): readonly NavigationEntry[] {
  return entries.filter((entry) => rights.includes(entry.right));
}
