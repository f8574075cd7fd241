/** What other features may use of merges. */
export { MergeActions } from './merge-actions.tsx';
export { mergesTexts } from './merges-texts.ts';
export { MovesPanel } from './moves-panel.tsx';
