/** Puts text on the clipboard; false where the browser refuses, as it does over plain HTTP on a local network. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // The caller leaves the text selectable, so it can still be copied by hand.
  }
}
