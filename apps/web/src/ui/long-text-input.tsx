import { Input } from 'antd';
import type { ComponentProps, ReactNode } from 'react';
import styles from './long-text-input.module.css';

/** A text of several lines that grows as it is typed. */
export function LongTextInput(props: Omit<ComponentProps<typeof Input.TextArea>, 'autoSize' | 'rows' | 'className'>): ReactNode {
  return <Input.TextArea {...props} rows={2} className={styles['growing'] ?? ''} />;
}
