import { CloudUploadOutlined, FileExcelOutlined } from '@ant-design/icons';
import { importsRoutes } from '@loanbook/contract/features/imports.ts';
import { Button } from 'antd';
import { useEffect, useRef, useState, type DragEvent, type ReactNode } from 'react';
import { useIsPhone } from '../../platform/color-mode.ts';
import { useTexts } from '../../platform/i18n.ts';
import { FileButton } from '../loans/loans.index.ts';
import styles from './file-drop-zone.module.css';
import { importsTexts } from './imports-texts.ts';
import { acceptedFiles, mostFiles, mostMegabytesTogether } from './upload-check.ts';

interface FileDropZoneProps {
  readonly isUploading: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onStop: () => void;
}

/** Where ledgers enter: dropped on a desk, chosen by a button on a phone. */
export function FileDropZone({ isUploading, onFiles, onStop }: FileDropZoneProps): ReactNode {
  const t = useTexts(importsTexts);
  const isPhone = useIsPhone();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  useIgnoredDrops();
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    const files = [...event.dataTransfer.files];
    if (!isUploading && files.length > 0) onFiles(files);
  };
  const drag = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(true);
  };
  return (
    <div className={styles['zone']} data-over={isOver || undefined} onDragOver={drag} onDragEnter={drag} onDragLeave={(event) => event.currentTarget.contains(event.relatedTarget instanceof Node ? event.relatedTarget : null) || setIsOver(false)} onDrop={drop}>
      <CloudUploadOutlined className={styles['icon']} aria-hidden />
      {!isPhone && <p className={styles['title']}>{isOver ? t('dropHere') : t('dropTitle')}</p>}
      <div className={styles['actions']}>
        <Button type="primary" loading={isUploading} onClick={() => input.current?.click()}>{isUploading ? t('uploading') : t('chooseFiles')}</Button>
        {!isUploading && <FileButton route={importsRoutes.blankLedger} params={{}} fallbackName={`${t('blankName')}.xlsx`} icon={<FileExcelOutlined aria-hidden />}>{t('blankLedger')}</FileButton>}
        {isUploading && <Button onClick={onStop}>{t('stopUpload')}</Button>}
      </div>
      <p className={styles['hint']}>{t('dropOr')}</p>
      <p className={styles['hint']}>{t('formats', { files: mostFiles, megabytes: mostMegabytesTogether })} {t('nothingWritten')}</p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={acceptedFiles}
        aria-label={t('chooseFiles')}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file chosen again shall be noticed again.
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </div>
  );
}

/** A file let go beside the zone would replace the whole page by its contents. */
function useIgnoredDrops(): void {
  useEffect(() => {
    const ignore = (event: Event): void => event.preventDefault();
    globalThis.addEventListener('dragover', ignore);
    globalThis.addEventListener('drop', ignore);
    return () => {
      globalThis.removeEventListener('dragover', ignore);
      globalThis.removeEventListener('drop', ignore);
    };
  }, []);
}
