/**
 * A well-formed body for every route that takes one and refuses {}: what it takes to get past parsing, so that rights
 * and the wall can be tested on any route. The ids in it exist nowhere. A new route adds its line here.
 */
export const missingId = '00000000-0000-7000-8000-00000000dead';

const exportBody = { format: 'csv', columns: ['receiptNo'] };
const repayment = { loanId: missingId, amount: '100.00', paidOn: '2026-03-16', channel: 'cash' };

export const sampleBodies: Readonly<Record<string, unknown>> = {
  'POST /api/setup': { token: 'x'.repeat(32), institutionName: '某小贷', displayName: '某人', userName: 'somebody', password: 'plum-river-42-lantern' },
  'POST /api/session': { userName: 'nobody', password: 'nothing' },
  'POST /api/session/password': { currentPassword: 'not the current one', newPassword: 'plum-river-42-lantern' },
  'POST /api/session/language': { language: 'zh' },
  'POST /api/people': { userName: 'route-grid', displayName: '路由', role: 'read_only' },
  'PATCH /api/settings': { version: 1_000_000 },
  'POST /api/customers': { name: '周小川', kind: 'individual' },
  'PATCH /api/customers/:customerId': { version: 1, facts: {} },
  'POST /api/customers/:customerId/reveal': { field: 'mobile', reason: '核对电话' },
  'POST /api/customers/:customerId/merge': { otherId: '00000000-0000-7000-8000-00000000beef', version: 1, otherVersion: 1, takeKeys: [], reason: '同一个人' },
  'POST /api/customers/:customerId/split': { loanIds: [missingId], target: { facts: { name: '周小川', kind: 'individual' } }, reason: '两个人' },
  'POST /api/customers/moves/:moveId/undo': { reason: '弄错了' },
  'POST /api/customers/export': { ...exportBody, columns: ['customerNo'] },
  'POST /api/customers/cells': { keep: 'good', changes: [{ id: missingId, facts: { employer: '白石建材店' }, seen: {} }] },
  'POST /api/loans/cells': { keep: 'good', changes: [{ id: missingId, facts: { purpose: '周转' }, seen: {} }] },
  'POST /api/loans/export': exportBody,
  'POST /api/overdue/export': exportBody,
  'POST /api/installments/export': exportBody,
  'POST /api/repayments/export': exportBody,
  'POST /api/loans': { customerId: missingId, terms: { method: 'equal_installment', principal: '10000.00', annualRatePct: '12', termMonths: 12, disbursedOn: '2026-03-16' }, facts: {} },
  'PATCH /api/loans/:loanId': { version: 1, facts: {} },
  'POST /api/repayments': repayment,
  'POST /api/repayments/batch': { repayments: [repayment] },
  'POST /api/repayments/match': { names: ['周小川'] },
  'POST /api/repayments/receipts.pdf': { repaymentIds: [missingId] },
  'POST /api/repayments/:repaymentId/reverse': { reason: '录入错误' },
  'POST /api/loans/:loanId/events': { type: 'fee', amount: '50.00', name: '手续费', occurredOn: '2026-03-16' },
  'POST /api/loans/:loanId/events/:eventId/reverse': { reason: '录入错误' },
  'POST /api/loans/:loanId/refinance': { terms: { method: 'bullet', principal: '10000.00', annualRatePct: '12', termMonths: 12, disbursedOn: '2026-03-16' }, facts: {}, fromNewLoan: '10000.00', reason: '到期周转' },
  'POST /api/loans/:loanId/refinance/reverse': { reason: '录入错误' },
  'POST /api/loans/:loanId/void': { reason: '录入错误' },
  'POST /api/loans/:loanId/terms': { version: 1, terms: { method: 'bullet', principal: '10000.00', annualRatePct: '12', termMonths: 12, disbursedOn: '2026-03-01' }, reason: '找到合同' },
  'POST /api/hand-overs': { of: 'loans', loanIds: [missingId], toManager: '沈惊蛰', handedOn: '2026-03-16', reason: '岗位调整', withCustomers: true },
  'POST /api/loans/:loanId/payoff-quote.pdf': { on: '2026-03-16' },
  'POST /api/loans/:loanId/overdue-notice.pdf': { payBy: '2026-03-31' },
  'POST /api/overdue/notices.pdf': { payBy: '2026-03-31' },
  'POST /api/loans/:loanId/statement.pdf': { from: '2026-01-01', to: '2026-03-16' },
  'POST /api/search': { text: '周小' },
  'POST /api/views': { list: 'loans', name: '本月到期', content: { filters: [] } },
  'PATCH /api/views/:viewId': { version: 1, name: '本月到期' },
  'POST /api/views/:viewId/sharing': { version: 1, isShared: true, defaultRoles: [] },
  'PATCH /api/imports/templates/:templateId': { name: '核心系统导出' },
  'POST /api/imports/:importId/preview': { table: 'loan' },
  'POST /api/imports/:importId/undo': { reason: '文件选错了' },
  'POST /api/loans/:loanId/tie': { outstanding: '100.00', on: '2026-03-16', reason: '与纸质台账对平' },
};
