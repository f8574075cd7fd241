import { defineTexts } from '../../platform/i18n.ts';

export const helpTexts = defineTexts('help', {
  zh: {
    title: '帮助', subtitle: '使用说明，随产品一起更新，不联网也能看。', contents: '目录', toContents: '全部内容', search: '在说明里搜索', hits_one: '找到 {{count}} 处', hits_other: '找到 {{count}} 处', noHits: '没有找到“{{query}}”', noHitsHint: '换一个词试试，或者从目录里找。',
    missing: '没有这一页说明', missingHint: '请从目录里选一页。', previous: '上一页', next: '下一页', table: '表格', helpForPage: '本页的使用说明（新窗口）',
  },
  en: {
    title: 'Help', subtitle: 'The user guide. It comes with the product and needs no network.', contents: 'Contents', toContents: 'All pages', search: 'Search the guide', hits_one: '{{count}} place found', hits_other: '{{count}} places found', noHits: 'Nothing found for “{{query}}”', noHitsHint: 'Try another word, or look through the contents.',
    missing: 'The guide has no such page', missingHint: 'Choose a page from the contents.', previous: 'Previous', next: 'Next', table: 'Table', helpForPage: 'Help for this page (new window)',
  },
});
