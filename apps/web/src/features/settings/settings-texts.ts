import { defineTexts } from '../../platform/i18n.ts';

export const settingsTexts = defineTexts('settings', {
  zh: {
    title: '设置', subtitle: '对整个机构有效。每次改动都写入操作记录。', institution: '机构', institutionName: '机构名称', institutionNameHint: '印在还款计划和收据上', timeZone: '时区', timeZoneHint: '营业日按这里的日历更替',
    lending: '放贷', rateCapPct: '年利率上限', rateCapHint: '新贷款的年化利率超过它时不能保存', noChanges: '没有改动', loadCurrent: '载入最新内容',
  },
  en: {
    title: 'Settings', subtitle: 'For the whole institution. Every change is written to the audit trail.', institution: 'Institution', institutionName: 'Institution name', institutionNameHint: 'Printed on plans and receipts', timeZone: 'Time zone', timeZoneHint: 'The business date follows the calendar here',
    lending: 'Lending', rateCapPct: 'Cap on the annual rate', rateCapHint: 'A new loan above it cannot be saved', noChanges: 'No changes', loadCurrent: 'Load what was saved',
  },
});
