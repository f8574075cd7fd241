import type { KeyboardEvent } from 'react';

/**
 * Enter in a one-line input goes to the next one, as in a spreadsheet. Lists and date pickers keep Enter for choosing,
 * text areas for a new line.
 */
export function focusNextInput(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget } = event;
  if (!(target instanceof HTMLInputElement) || target.getAttribute('role') === 'combobox' || target.getAttribute('aria-expanded') === 'true') return;
  const inputs = [...currentTarget.querySelectorAll<HTMLElement>('input:not([disabled]):not([type="radio"]), textarea:not([disabled])')];
  const next = inputs[inputs.indexOf(target) + 1];
  event.preventDefault();
  next?.focus();
}
