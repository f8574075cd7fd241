/** The anchor of a heading, by the rule of the code hosts that also show these files: “先息后本 (interest only)” → “先息后本-interest-only”. */
export function headingId(heading: string): string {
  return heading.trim().toLowerCase().replace(/[^\p{Letter}\p{Number}\s_-]/gu, '').replace(/\s/g, '-');
}
