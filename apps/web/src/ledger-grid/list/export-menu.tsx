import { DownloadOutlined } from '@ant-design/icons';
import { listRoutes } from '@loanbook/contract/features/lists.ts';
import type { LedgerList } from '@loanbook/contract/fields/ledger-lists.ts';
import type { ListView } from '@loanbook/contract/list-query.ts';
import { App, Button, Dropdown } from 'antd';
import { useState, type ReactNode } from 'react';
import { errorSentence } from '../../platform/api-error.ts';
import { useMediaQuery } from '../../platform/color-mode.ts';
import { download } from '../../platform/download.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { useRight } from '../../platform/session.ts';
import { narrowScreen } from '../narrow-screen.ts';
import { listTexts } from './list-texts.ts';

interface ExportMenuProps {
  readonly list: LedgerList;
  readonly view: ListView;
  /** Keys of the shown columns in their order. */
  readonly columnKeys: readonly string[];
}

/** A file of the present view: its filters, its order, its columns. Absent for those who may not export. */
export function ExportMenu({ list, view, columnKeys }: ExportMenuProps): ReactNode {
  const t = useTexts(listTexts);
  const language = useLanguage();
  const { message } = App.useApp();
  const mayExport = useRight('export');
  const isNarrow = useMediaQuery(narrowScreen);
  const [isExporting, setIsExporting] = useState(false);
  if (!mayExport) return null;
  const exportAs = async (format: 'xlsx' | 'csv' | 'pdf'): Promise<void> => {
    setIsExporting(true);
    try {
      const file = await download(listRoutes(list.name).export, { body: { ...view, format, columns: [...columnKeys], language }, fallbackName: `${list[language]}.${format}` });
      void message.success(t('exported', { file }));
    } catch (error) {
      void message.error(errorSentence(error, language));
    } finally {
      setIsExporting(false);
    }
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'xlsx', label: t('exportXlsx') },
          { key: 'csv', label: t('exportCsv') },
          { key: 'pdf', label: t('exportPdf') },
          { type: 'divider' },
          { key: 'note', label: t('exportedView'), disabled: true },
        ],
        onClick: ({ key }) => void exportAs(key === 'csv' || key === 'pdf' ? key : 'xlsx'),
      }}
    >
      <Button icon={<DownloadOutlined aria-hidden />} {...(isNarrow && { 'aria-label': t('exportMenu') })} loading={isExporting}>{!isNarrow && (isExporting ? t('exporting') : t('exportMenu'))}</Button>
    </Dropdown>
  );
}
