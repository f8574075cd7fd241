import type { ReactNode } from 'react';
import type { Tone } from './core/grid-column.ts';
import { joinClasses } from './core/join-classes.ts';
import styles from './tone.module.css';

export function tonedValueClass(tone: Tone): string {
  return joinClasses(styles['value'], styles[tone]);
}

interface TonedProps {
  readonly look: 'tag' | 'value';
  readonly tone: Tone | undefined;
  readonly title?: string | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A value in its tone, as plain text or as a small tag; the colour only repeats what the words say. */
export function Toned({ look, tone, title, className, children }: TonedProps): ReactNode {
  return <span className={joinClasses(styles[look], tone && styles[tone], className)} title={title}>{children}</span>;
}
