import { useEffect, useRef, type ReactNode } from 'react';
import styles from './sheet.module.css';

interface SheetProps {
  readonly isOpen: boolean;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A panel that slides up from the lower edge. The browser's own dialog keeps focus inside and closes on Escape. */
export function Sheet({ isOpen, label, onClose, children }: SheetProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} className={styles['sheet']} aria-label={label} onClose={onClose} onClick={(event) => event.target === dialog.current && onClose()}>
      {isOpen && <div className={styles['content']}>{children}</div>}
    </dialog>
  );
}
