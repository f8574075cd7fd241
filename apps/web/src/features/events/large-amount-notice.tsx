import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { lifeTexts } from './life-texts.ts';

interface LargeAmountNoticeProps {
  readonly text: string;
  readonly isConfirmed: boolean;
  readonly onConfirm: (isConfirmed: boolean) => void;
}

/** Asks once more about an amount that looks like a slip of the finger; it hinders nothing that is meant. */
export function LargeAmountNotice({ text, isConfirmed, onConfirm }: LargeAmountNoticeProps): ReactNode {
  const t = useTexts(lifeTexts);
  return (
    <Notice tone="attention" title={text}>
      <Checkbox checked={isConfirmed} onChange={(event) => onConfirm(event.target.checked)}>{t('amountIsRight')}</Checkbox>
    </Notice>
  );
}
