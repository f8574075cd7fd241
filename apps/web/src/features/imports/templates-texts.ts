import { defineTexts } from '../../platform/i18n.ts';

export const templatesTexts = defineTexts('import-templates', {
  zh: {
    used: '按上次的对应关系读取', usedText: '这些文件与“{{names}}”的表头相同，照上次您指定的方式读取。请核对后再写入。', takeBack: '不用，重新识别',
    title: '记住的对应关系', hint: '您更正过、并且已写入账本的对应关系会记下来，同一来源的文件下次自动照用。', name: '来源', columnCount: '列数', createdBy: '记录人', usedAt: '最近使用', action: '操作',
    rename: '改名', renamed: '已改名', forget: '删除', forgetConfirm: '删除“{{name}}”的对应关系？', forgetHint: '以前导入的内容不变；下次导入这个来源时重新识别。', forgotten: '已删除', nameLabel: '新名称', nameMissing: '名称不能为空。',
  },
  en: {
    used: 'Read as the last time', usedText: 'These files have the headings of “{{names}}” and were read the way you said then. Please check before writing.', takeBack: 'Recognise afresh instead',
    title: 'Remembered sources', hint: 'What you corrected and then wrote into the book is remembered and used for the next file of the same source.', name: 'Source', columnCount: 'Columns', createdBy: 'Kept by', usedAt: 'Last used', action: 'Action',
    rename: 'Rename', renamed: 'Renamed', forget: 'Delete', forgetConfirm: 'Delete what is remembered of “{{name}}”?', forgetHint: 'Earlier imports stay as they are; the next file of this source is recognised afresh.', forgotten: 'Deleted', nameLabel: 'New name', nameMissing: 'A name is needed.',
  },
});
