import type { ReactNode } from 'react';

/** A ruled ledger page; the same drawing as favicon.svg. */
export function BrandMark({ size = 28 }: { readonly size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#0d6156" />
      <path d="M8 9.5h16M8 16h16M8 22.5h10" stroke="#fff" strokeWidth="2.4" strokeLinecap="round" />
      <path d="M13.2 6v20" stroke="#fff" strokeOpacity=".45" strokeWidth="1.6" strokeLinecap="round" />
    </svg>
  );
}
