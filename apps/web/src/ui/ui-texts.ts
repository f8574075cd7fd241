import { defineTexts } from '../platform/i18n.ts';

/** Words that every page uses. */
export const uiTexts = defineTexts('ui', {
  zh: {
    product: '贷款台账', save: '保存', cancel: '取消', close: '关闭', retry: '重试', back: '返回', add: '新增', copy: '复制', copied: '已复制', saved: '已保存',
    loading: '正在载入…', loadFailed: '没能载入', pageMissing: '没有这个页面', pageMissingHint: '地址可能有误，或者内容已不存在。', toDashboard: '回到工作台',
    yuan: '元', wan: '万元', none: '—', more: '载入更多', choose: '请选择', datePlaceholder: '年-月-日', required: '必填', optional: '选填',
    newerVersion: '系统已更新，请刷新页面。', reload: '刷新页面',
    passwordRule: '至少 {{minimum}} 个字符，一句好记的话就很好', passwordMissing_one: '还差 {{count}} 个字符', passwordMissing_other: '还差 {{count}} 个字符', passwordLongEnough: '{{length}} 个字符，长度足够',
  },
  en: {
    product: 'Loanbook', save: 'Save', cancel: 'Cancel', close: 'Close', retry: 'Try again', back: 'Back', add: 'Add', copy: 'Copy', copied: 'Copied', saved: 'Saved',
    loading: 'Loading…', loadFailed: 'This could not be loaded', pageMissing: 'There is no such page', pageMissingHint: 'The address may be wrong, or the content is gone.', toDashboard: 'To the dashboard',
    yuan: 'CNY', wan: '10k CNY', none: '—', more: 'Load more', choose: 'Choose', datePlaceholder: 'YYYY-MM-DD', required: 'Required', optional: 'Optional',
    newerVersion: 'Loanbook was updated; please reload the page.', reload: 'Reload',
    passwordRule: 'At least {{minimum}} characters; a sentence you can remember is best', passwordMissing_one: '{{count}} more character', passwordMissing_other: '{{count}} more characters', passwordLongEnough: '{{length}} characters, long enough',
  },
});
