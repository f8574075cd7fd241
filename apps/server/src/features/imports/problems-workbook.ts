import type { ImportProblem } from '@loanbook/contract/features/imports.ts';
import { writeXlsx } from 'hucre/xlsx';
import { problemKindText } from '@loanbook/contract/problem-kinds.ts';

const headers = {
  zh: ['序号', '严重程度', '类型', '文件', '工作表', '单元格', '原值', '说明', '怎么办'],
  en: ['No.', 'Severity', 'Kind', 'File', 'Sheet', 'Cell', 'Value', 'What is wrong', 'What to do'],
};
const severities = {
  zh: { error: '错误', warning: '警告', info: '提示' },
  en: { error: 'Error', warning: 'Warning', info: 'Note' },
};
const widths = [7, 10, 14, 26, 16, 10, 24, 60, 50];

/** The problems of an import as a workbook to work through beside the original. Every cell is text, never a formula. */
export async function writeProblemsWorkbook(problems: readonly ImportProblem[], language: 'zh' | 'en'): Promise<Buffer> {
  const rows = problems.map((problem) => {
    const kind = problemKindText(problem.kind, language);
    const message = language === 'zh' ? problem.messageZh : problem.messageEn;
    return [problem.number + 1, severities[language][problem.severity], kind.name, problem.file, problem.sheet, problem.cell, problem.value, message, kind.advice];
  });
  const bytes = await writeXlsx({
    sheets: [{
      name: language === 'zh' ? '问题清单' : 'Problems',
      columns: headers[language].map((_, index) => ({ width: widths[index] ?? 20 })),
      rows: [headers[language], ...rows],
      freezePane: { rows: 1 },
      autoFilter: { range: `A1:I${rows.length + 1}` },
    }],
  });
  return Buffer.from(bytes);
}
