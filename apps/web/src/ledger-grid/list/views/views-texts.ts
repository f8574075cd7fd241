import { defineTexts } from '../../../platform/i18n.ts';

export const viewsTexts = defineTexts('views', {
  zh: {
    standard: '全部记录', picker: '视图：{{name}}', changed: '已改动', own: '我的视图', shared: '共享视图', byOwner: '{{name}}（{{owner}}）', isDefault: '默认',
    save: '保存改动', saveAs: '另存为视图…', reset: '放弃改动', rename: '改名…', share: '共享与默认…', remove: '删除视图…',
    saveTitle: '另存为视图', renameTitle: '视图改名', name: '视图名称', nameMissing: '请填写视图名称', keeps: '保存筛选条件、排序、显示的列和列宽。姓名、号码等搜索内容不会保存。', saved: '已保存视图“{{name}}”', renamed: '已改名',
    shareTitle: '共享“{{name}}”', isShared: '共享给本机构所有人', sharedHint: '有编辑权限的人都能修改共享视图。', defaultFor: '打开台账时默认显示给', defaultFull: '可编辑的人员', defaultReadOnly: '只读人员', shareDone: '已更新共享设置',
    removeTitle: '删除视图“{{name}}”？', removeHint: '台账里的记录不受影响。', removeShared: '这是共享视图，删除后其他人也看不到它。', removed: '已删除视图', confirm: '确定', removeNow: '删除',
  },
  en: {
    standard: 'All records', picker: 'View: {{name}}', changed: 'changed', own: 'My views', shared: 'Shared views', byOwner: '{{name}} ({{owner}})', isDefault: 'default',
    save: 'Save changes', saveAs: 'Save as a view…', reset: 'Discard changes', rename: 'Rename…', share: 'Share and default…', remove: 'Delete view…',
    saveTitle: 'Save as a view', renameTitle: 'Rename the view', name: 'Name of the view', nameMissing: 'Give the view a name', keeps: 'Keeps filters, order, columns and their widths. Names and numbers searched for are not kept.', saved: 'View “{{name}}” saved', renamed: 'Renamed',
    shareTitle: 'Share “{{name}}”', isShared: 'Share with everybody here', sharedHint: 'Everybody who may edit can change a shared view.', defaultFor: 'Shown when the ledger is opened to', defaultFull: 'People who may edit', defaultReadOnly: 'People who may only look', shareDone: 'Sharing updated',
    removeTitle: 'Delete the view “{{name}}”?', removeHint: 'The records of the ledger stay as they are.', removeShared: 'The view is shared; others will lose it too.', removed: 'View deleted', confirm: 'OK', removeNow: 'Delete',
  },
});
