import { defineTexts } from '../../platform/i18n.ts';

export const customersTexts = defineTexts('customers', {
  zh: { searchPlaceholder: '搜索姓名、拼音首字母、证件、手机' },
  en: { searchPlaceholder: 'Search name, initials, ID, phone' },
});
