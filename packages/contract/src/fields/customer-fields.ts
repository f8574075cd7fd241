import { customerKinds, genders, idTypes, maritalStatuses, riskLevels } from '../choices.ts';
import type { Field, FieldGroup } from './field.ts';

export const customerGroups: readonly FieldGroup[] = [
  { key: 'basics', zh: '基本信息', en: 'Basics' },
  { key: 'contacts', zh: '联系方式', en: 'Contacts' },
  { key: 'family', zh: '家庭与紧急联系人', en: 'Family and emergency contact' },
  { key: 'finances', zh: '收入与负债', en: 'Income and debts' },
  { key: 'business', zh: '经营信息', en: 'Business' },
  { key: 'risk', zh: '评级与风险', en: 'Rating and risk' },
  { key: 'file', zh: '归属与备注', en: 'File' },
];

/** 客户台账: what is kept of a customer. Keys are those of the canonical ledger. */
export const customerFields: readonly Field[] = [
  { key: 'customerNo', zh: '客户编号', en: 'Customer no.', type: 'code', group: 'basics', sensitivity: 'C1', maxLength: 40, isSortable: true, isFilterable: true, isShown: true, width: 130 },
  { key: 'name', zh: '客户名称', en: 'Name', type: 'text', group: 'basics', sensitivity: 'C2', isEditable: true, isRequired: true, maxLength: 100, isSortable: true, isFilterable: true, isShown: true, width: 140 },
  { key: 'kind', zh: '客户类型', en: 'Kind', type: 'choice', group: 'basics', sensitivity: 'C1', choices: customerKinds, isEditable: true, isRequired: true, isFilterable: true, isShown: true, width: 100 },
  { key: 'idType', zh: '证件类型', en: 'ID type', type: 'choice', group: 'basics', sensitivity: 'C1', choices: idTypes, isEditable: true, isFilterable: true, width: 130 },
  { key: 'idNumber', zh: '证件号码', en: 'ID number', type: 'code', group: 'basics', sensitivity: 'C2', mask: 'id_number', isEditable: true, maxLength: 40, isFilterable: true, isShown: true, width: 180 },
  { key: 'idExpiresOn', zh: '证件有效期至', en: 'ID expires on', type: 'date', group: 'basics', sensitivity: 'C2', isEditable: true, width: 120 },
  { key: 'gender', zh: '性别', en: 'Gender', type: 'choice', group: 'basics', sensitivity: 'C2', choices: genders, isEditable: true, isFilterable: true, width: 70 },
  { key: 'birthDate', zh: '出生日期', en: 'Birth date', type: 'date', group: 'basics', sensitivity: 'C2', isEditable: true, isFilterable: true, width: 110 },
  { key: 'maritalStatus', zh: '婚姻状况', en: 'Marital status', type: 'choice', group: 'basics', sensitivity: 'C2', choices: maritalStatuses, isEditable: true, isFilterable: true, width: 90 },
  { key: 'education', zh: '学历', en: 'Education', type: 'text', group: 'basics', sensitivity: 'C2', isEditable: true, maxLength: 40, width: 90 },
  { key: 'ethnicity', zh: '民族', en: 'Ethnicity', type: 'text', group: 'basics', sensitivity: 'C2', isEditable: true, maxLength: 40, width: 80 },
  { key: 'mobile', zh: '手机', en: 'Mobile', type: 'code', group: 'contacts', sensitivity: 'C2', mask: 'phone', isEditable: true, maxLength: 40, isFilterable: true, isShown: true, width: 130 },
  { key: 'phone2', zh: '备用电话', en: 'Second phone', type: 'code', group: 'contacts', sensitivity: 'C2', mask: 'phone', isEditable: true, maxLength: 40, width: 130 },
  { key: 'email', zh: '电子邮箱', en: 'E-mail', type: 'code', group: 'contacts', sensitivity: 'C2', mask: 'email', isEditable: true, maxLength: 120, width: 160 },
  { key: 'address', zh: '现住址', en: 'Address', type: 'text', group: 'contacts', sensitivity: 'C2', mask: 'address', isEditable: true, maxLength: 200, width: 200 },
  { key: 'registeredAddress', zh: '户籍/注册地址', en: 'Registered address', type: 'text', group: 'contacts', sensitivity: 'C2', mask: 'address', isEditable: true, maxLength: 200, width: 200 },
  { key: 'bankName', zh: '开户银行', en: 'Bank', type: 'text', group: 'contacts', sensitivity: 'C2', isEditable: true, maxLength: 80, width: 140 },
  { key: 'bankAccount', zh: '银行账号', en: 'Bank account', type: 'code', group: 'contacts', sensitivity: 'C2', mask: 'account', isEditable: true, maxLength: 40, width: 180 },
  { key: 'spouseName', zh: '配偶姓名', en: 'Spouse', type: 'text', group: 'family', sensitivity: 'C2', isEditable: true, maxLength: 100, width: 100 },
  { key: 'spouseIdNumber', zh: '配偶证件号码', en: 'Spouse ID number', type: 'code', group: 'family', sensitivity: 'C2', mask: 'id_number', isEditable: true, maxLength: 40, width: 180 },
  { key: 'spouseMobile', zh: '配偶手机', en: 'Spouse mobile', type: 'code', group: 'family', sensitivity: 'C2', mask: 'phone', isEditable: true, maxLength: 40, width: 130 },
  { key: 'emergencyContact', zh: '紧急联系人', en: 'Emergency contact', type: 'text', group: 'family', sensitivity: 'C2', mask: 'contact', isEditable: true, maxLength: 120, width: 160 },
  { key: 'employer', zh: '工作单位', en: 'Employer', type: 'text', group: 'finances', sensitivity: 'C2', isEditable: true, maxLength: 120, isFilterable: true, width: 160 },
  { key: 'occupation', zh: '职业', en: 'Occupation', type: 'text', group: 'finances', sensitivity: 'C2', isEditable: true, maxLength: 80, isFilterable: true, isShown: true, width: 110 },
  { key: 'annualIncome', zh: '年收入', en: 'Annual income', type: 'money', group: 'finances', sensitivity: 'C2', isEditable: true, isFilterable: true, width: 130 },
  { key: 'monthlyIncome', zh: '月收入', en: 'Monthly income', type: 'money', group: 'finances', sensitivity: 'C2', isEditable: true, width: 130 },
  { key: 'assets', zh: '资产', en: 'Assets', type: 'money', group: 'finances', sensitivity: 'C2', isEditable: true, width: 130 },
  { key: 'liabilities', zh: '负债', en: 'Liabilities', type: 'money', group: 'finances', sensitivity: 'C2', isEditable: true, width: 130 },
  { key: 'legalRepresentative', zh: '法定代表人', en: 'Legal representative', type: 'text', group: 'business', sensitivity: 'C2', isEditable: true, maxLength: 100, width: 120 },
  { key: 'industry', zh: '行业', en: 'Industry', type: 'text', group: 'business', sensitivity: 'C1', isEditable: true, maxLength: 80, isFilterable: true, width: 110 },
  { key: 'creditRating', zh: '信用等级', en: 'Credit rating', type: 'text', group: 'risk', sensitivity: 'C2', isEditable: true, maxLength: 20, isFilterable: true, isShown: true, width: 90 },
  { key: 'creditScore', zh: '信用评分', en: 'Credit score', type: 'integer', group: 'risk', sensitivity: 'C2', isEditable: true, width: 90 },
  { key: 'creditLimit', zh: '授信额度', en: 'Credit limit', type: 'money', group: 'risk', sensitivity: 'C2', isEditable: true, width: 130 },
  { key: 'riskLevel', zh: '风险等级', en: 'Risk level', type: 'choice', group: 'risk', sensitivity: 'C2', choices: riskLevels, isEditable: true, isFilterable: true, width: 90 },
  { key: 'blacklisted', zh: '黑名单', en: 'Blacklisted', type: 'boolean', group: 'risk', sensitivity: 'C2', isEditable: true, isFilterable: true, width: 80 },
  { key: 'manager', zh: '客户经理', en: 'Loan officer', type: 'text', group: 'file', sensitivity: 'C1', isEditable: true, maxLength: 60, isFilterable: true, isShown: true, width: 100 },
  { key: 'branch', zh: '机构', en: 'Branch', type: 'text', group: 'file', sensitivity: 'C1', isEditable: true, maxLength: 60, isFilterable: true, width: 100 },
  { key: 'source', zh: '客户来源', en: 'Source', type: 'text', group: 'file', sensitivity: 'C1', isEditable: true, maxLength: 60, width: 100 },
  { key: 'openedOn', zh: '建档日期', en: 'Filed on', type: 'date', group: 'file', sensitivity: 'C1', isEditable: true, isSortable: true, isFilterable: true, isShown: true, width: 110 },
  { key: 'consentOn', zh: '征信授权日', en: 'Credit check consent on', type: 'date', group: 'file', sensitivity: 'C2', isEditable: true, width: 120 },
  { key: 'tags', zh: '标签', en: 'Tags', type: 'tags', group: 'file', sensitivity: 'C1', isEditable: true, width: 140 },
  { key: 'note', zh: '备注', en: 'Note', type: 'text', group: 'file', sensitivity: 'C2', isEditable: true, maxLength: 2000, width: 200 },
];

/** Figures of a customer's loans, shown in the list beside the facts. */
export const customerFigureFields: readonly Field[] = [
  { key: 'activeLoans', zh: '在贷笔数', en: 'Open loans', type: 'integer', group: 'risk', sensitivity: 'C2', isShown: true, width: 90 },
  { key: 'outstandingPrincipal', zh: '在贷余额', en: 'Outstanding', type: 'money', group: 'risk', sensitivity: 'C2', isShown: true, isSummed: true, width: 140 },
];
