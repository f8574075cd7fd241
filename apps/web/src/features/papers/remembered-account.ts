const key = 'loanbook.pay-to';

/** The lender's own account as it was last printed; empty where none was, or where the browser keeps nothing. */
export function rememberedAccount(): string {
  try {
    return globalThis.localStorage.getItem(key) ?? '';
  } catch {
    return ''; // Storage is refused in some private windows; the account is then typed again.
  }
}

export function rememberAccount(account: string): void {
  try {
    globalThis.localStorage.setItem(key, account);
  } catch {
    return; // As above: what cannot be remembered must not stop the printing.
  }
}
