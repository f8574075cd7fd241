import { defineTexts } from '../../platform/i18n.ts';

export const auditTexts = defineTexts('audit', {
  zh: {
    title: '操作记录', subtitle: '谁在什么时候做了什么。记录前后相连，改动或删去任何一条都会在核对时发现；这里只记项目名称，不记内容。',
    at: '时间', actor: '操作人', action: '操作', fields: '涉及项目', reason: '原因', object: '对象', number: '序号', system: '系统',
    empty: '还没有操作记录', emptyHint: '登录、登记、修改、查看敏感信息之后，这里会出现记录。', emptyForObject: '没有关于这个对象的记录', onlyObject: '只看一个对象的记录', showAll: '查看全部', showObject: '只看这个对象', moreFields: '等 {{count}} 项',
  },
  en: {
    title: 'Audit trail', subtitle: 'Who did what, and when. The entries form a chain: changing or removing one is found by the check. Names of fields are kept here, never their content.',
    at: 'Time', actor: 'Person', action: 'Action', fields: 'Fields', reason: 'Reason', object: 'Object', number: 'No.', system: 'System',
    empty: 'No entries yet', emptyHint: 'They appear here after signing in, posting, changing, or looking at sensitive data.', emptyForObject: 'There are no entries about this object', onlyObject: 'Only entries about one object', showAll: 'Show all', showObject: 'Only this object', moreFields: '… ({{count}} in all)',
  },
});
