import type { Route } from '@loanbook/contract/route.ts';
import { send, type CallOptions } from './client.ts';

/** Fetches a file and hands it to the browser's downloads under the server's name. Returns that name. @throws ApiError */
export async function download<R extends Route>(route: R, options: CallOptions<R> & { readonly fallbackName: string }): Promise<string> {
  const response = await send(route, options);
  const fileName = fileNameFrom(response.headers.get('content-disposition')) ?? options.fallbackName;
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // Safari reads the address after the click returns; one minute is enough for it to begin.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return fileName;
}

/** RFC 6266: `filename*` (UTF-8, percent-encoded) wins over `filename`. Folders in a name are dropped. */
export function fileNameFrom(contentDisposition: string | null): string | null {
  if (contentDisposition === null) return null;
  const encoded = /filename\*\s*=\s*utf-8''([^;\s]+)/i.exec(contentDisposition)?.[1];
  const plain = /filename\s*=\s*"([^"]*)"/i.exec(contentDisposition)?.[1] ?? /filename\s*=\s*([^;\s"]+)/i.exec(contentDisposition)?.[1];
  const name = (encoded === undefined ? plain : decoded(encoded))?.replace(/^.*[\\/]/, '').trim();
  return name || null;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined; // A badly encoded name is no name; the caller's own is used.
  }
}
