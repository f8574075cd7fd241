import { FilePdfOutlined } from '@ant-design/icons';
import { mostNotices, papersRoutes } from '@loanbook/contract/features/papers.ts';
import type { ListView } from '@loanbook/contract/list-query.ts';
import { addDays, parseCivilDate } from '@loanbook/engine/civil-date.ts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { useRight, useSession } from '../../platform/session.ts';
import { PaperDialog } from './paper-dialog.tsx';
import { papersTexts } from './papers-texts.ts';
import { usePaper } from './use-paper.ts';

/** Notices for every loan that the list shows now, as one file. */
export function OverdueNoticesButton({ view }: { readonly view: ListView }): ReactNode {
  const t = useTexts(papersTexts);
  const mayExport = useRight('export');
  const { businessDate } = useSession();
  const { isLoading, fetchPaper } = usePaper();
  const [isOpen, setIsOpen] = useState(false);
  const today = parseCivilDate(businessDate);
  if (!mayExport || today === null) return null;
  return (
    <>
      <Button icon={<FilePdfOutlined aria-hidden />} onClick={() => setIsOpen(true)}>{t('overdueNotices')}</Button>
      {isOpen && (
        <PaperDialog
          title={t('overdueNoticesTitle')}
          hint={t('overdueNoticesHint', { limit: mostNotices })}
          days={[{ key: 'payBy', initial: addDays(today, 7), min: today }]}
          hasAccount
          isLoading={isLoading}
          onClose={() => setIsOpen(false)}
          onPrint={({ payBy }, payTo) => void fetchPaper(papersRoutes.overdueNotices, { body: { ...view, payBy, payTo } }).then((isThere) => isThere && setIsOpen(false))}
        />
      )}
    </>
  );
}
