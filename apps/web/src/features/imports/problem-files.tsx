import { DownloadOutlined, HighlightOutlined } from '@ant-design/icons';
import { importsRoutes, type Import } from '@loanbook/contract/features/imports.ts';
import type { ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { FileButton } from '../loans/loans.index.ts';
import { previewTexts } from './preview-texts.ts';
import styles from './problems-step.module.css';

/** What a person takes away to work through: their own workbook with the cells marked, or the list of all problems. */
export function ProblemFiles({ one }: { readonly one: Import }): ReactNode {
  const t = useTexts(previewTexts);
  const isAlone = one.files.length === 1;
  return (
    <div className={styles['files']}>
      {one.files.map((file, number) => (file.format === 'unreadable' ? null : (
        <FileButton key={file.name} route={importsRoutes.markedFile} params={{ importId: one.id, fileNumber: String(number) }} fallbackName={`${file.name}.xlsx`} icon={<HighlightOutlined aria-hidden />}>{isAlone ? t('marked') : t('markedOf', { file: file.name })}</FileButton>
      )))}
      <FileButton route={importsRoutes.problemsFile} params={{ importId: one.id }} fallbackName={`${t('downloadName')}.xlsx`} icon={<DownloadOutlined aria-hidden />}>{t('download')}</FileButton>
    </div>
  );
}
