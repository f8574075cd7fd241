import { expect, test } from 'vitest';
import { uploadProblems, type UploadDefect } from './upload-check.ts';

const megabyte = 1024 * 1024;

test.each(['台账.xlsx', 'OLD.XLS', '还款.csv', 'customer_info.txt', '导出.html'])('%s is sent', (name) => {
  expect(uploadProblems([{ name, size: 10 }])).toEqual([]);
});

test.each<[string, number, UploadDefect]>([
  ['合同.docx', 10, 'document'], ['台账照片.JPG', 10, 'picture'], ['对账单.pdf', 10, 'pdf'], ['全部.zip', 10, 'archive'],
  ['台账.et', 10, 'wps'], ['没有后缀', 10, 'unknown_type'], ['空.xlsx', 0, 'empty'],
])('%s is refused before it is sent, with its reason', (name, size, defect) => {
  expect(uploadProblems([{ name, size }])).toEqual([{ fileName: name, defect }]);
});

test('every bad file is named, not only the first', () => {
  expect(uploadProblems([{ name: 'a.docx', size: 1 }, { name: 'b.xlsx', size: 1 }, { name: 'c.csv', size: 0 }]).map((problem) => problem.fileName)).toEqual(['a.docx', 'c.csv']);
});

test('files that are fine one by one can be too much together', () => {
  expect(uploadProblems(Array.from({ length: 3 }, (_, index) => ({ name: `${index}.csv`, size: 22 * megabyte })))).toEqual([{ fileName: null, defect: 'too_large' }]);
  expect(uploadProblems(Array.from({ length: 21 }, (_, index) => ({ name: `${index}.csv`, size: 1 })))).toEqual([{ fileName: null, defect: 'too_many' }]);
});
