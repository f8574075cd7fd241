import { defineTexts } from '../platform/i18n.ts';

export const gridTexts = defineTexts('grid', {
  zh: {
    total: '合计',
    rows_one: '共 {{shown}} 行',
    rows_other: '共 {{shown}} 行',
    rowsAtLeast: '超过 {{shown}} 行',
    counting: '正在合计…',
    loadingMore: '正在读取更多…',
    loadMoreFailed: '没有读到更多行',
    tryAgain: '重试',
    resize: '拖动改变列宽，双击恢复',
    copied_one: '已复制 {{count}} 行',
    copied_other: '已复制 {{count}} 行',
  },
  en: {
    total: 'Total',
    rows_one: '{{shown}} row',
    rows_other: '{{shown}} rows',
    rowsAtLeast: 'More than {{shown}} rows',
    counting: 'Adding up…',
    loadingMore: 'Reading more…',
    loadMoreFailed: 'No more rows could be read',
    tryAgain: 'Try again',
    resize: 'Drag to change the width, double-click to reset',
    copied_one: '{{count}} row copied',
    copied_other: '{{count}} rows copied',
  },
});
