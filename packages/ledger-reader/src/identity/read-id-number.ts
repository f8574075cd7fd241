import { isDateCell, isErrorCell, type CellContent } from '../decode/cell-grid.ts';
import { denseText, isEmptyWord, longestCell } from '../text/clean-text.ts';
import { isChinesePassport, isHongKongMacauPermit, isMilitaryDocument } from './other-documents.ts';
import { checkResidentId } from './resident-id.ts';
import { usccFault } from './uscc.ts';

export type IdType = 'resident_id' | 'uscc' | 'passport' | 'hk_macau_permit' | 'other';

/**
 * What an ID cell says. `lost`: Excel kept 15 digits only. `number` of an invalid one is present when it is well formed
 * but for its check character, so that it can be shown and kept as written.
 */
export type IdReading =
  | { readonly kind: 'valid'; readonly idType: IdType; readonly number: string; readonly isOld15: boolean; readonly note?: string }
  | { readonly kind: 'invalid'; readonly idType: IdType | null; readonly number: string | null; readonly fault: string }
  | { readonly kind: 'lost' }
  | { readonly kind: 'masked' }
  | { readonly kind: 'multiple'; readonly count: number }
  | { readonly kind: 'blank' };

/** An ID number of a person or a firm from a ledger cell; labels, spaces, full-width characters and notes do not matter. */
export function readIdNumber(content: CellContent | undefined): IdReading {
  if (content === null || content === undefined || typeof content === 'boolean' || isErrorCell(content) || isDateCell(content)) return { kind: 'blank' };
  if (typeof content === 'number') return numberId(content);
  if (isEmptyWord(content)) return { kind: 'blank' };
  if (content.length > longestCell) return { kind: 'invalid', idType: null, number: null, fault: 'format' };
  // A row asks for its ID several times.
  if (content !== last.content) last = { content, reading: textReading(content) };
  return last.reading;
}

let last: { readonly content: string; readonly reading: IdReading } = { content: '', reading: { kind: 'blank' } };

function textReading(content: string): IdReading {
  const several = content.normalize('NFKC').split(/[\n;,、/]+/).map((part) => denseText(part)).filter((part) => part.length >= 15);
  if (several.length > 1) return { kind: 'multiple', count: several.length };
  return textId(denseText(content));
}

function numberId(value: number): IdReading {
  // Sixteen digits and more do not survive in a number: Excel keeps fifteen.
  if (value >= 1e15) return { kind: 'lost' };
  return textId(String(value));
}

const label = /^(?:公民)?(?:居民)?(?:二代)?(?:身份证|身份号码|证件|统一社会信用代码|信用代码|营业执照|税号|ID)(?:号码|号)?[::]?/i;

function textId(dense: string): IdReading {
  const noted = /^([0-9A-Za-z×✕╳*]+)\((\D+)\)$/.exec(dense.replace(/^\((.*)\)$/, '$1').replace(/^(\d{15,18})\.0+$/, '$1'));
  const body = (noted?.[1] ?? dense.replace(/^\((.*)\)$/, '$1').replace(/^(\d{15,18})\.0+$/, '$1')).replace(label, '').replace(/[-–—·.](?=[0-9A-Za-z])/g, dashFree).toUpperCase();
  if (/^\d(?:\.\d+)?E\+?\d{2}$/.test(body)) return { kind: 'lost' };
  const number = body.replace(/[×✕╳*]$/, 'X');
  const reading = plainId(number);
  if (reading.kind === 'invalid' && /[*＊]{2,}|X{3,}/.test(body)) return { kind: 'masked' };
  return reading.kind === 'valid' && noted?.[2] ? { ...reading, note: noted[2] } : reading;
}

/** Hyphens between digits are decoration, but the point of 1.1E+17 must stay. */
function dashFree(mark: string): string {
  return mark === '.' ? '.' : '';
}

function plainId(number: string): IdReading {
  const resident = checkResidentId(number);
  if (resident.isValid) return { kind: 'valid', idType: 'resident_id', number: resident.number18, isOld15: resident.isOld15 };
  if (/^\d{18}$/.test(number) && resident.fault !== 'region' && number.endsWith('000')) return { kind: 'lost' };
  // Region and birth date in place: a resident ID with a slip, even if the eighteen digits happen to pass as a firm's code.
  const isPerson = resident.fault === 'checksum' || resident.fault === 'sequence';
  const uscc = usccFault(number);
  if (uscc === null && !isPerson) return { kind: 'valid', idType: 'uscc', number, isOld15: false };
  if (uscc === 'checksum' && !isPerson) return { kind: 'invalid', idType: 'uscc', number, fault: 'checksum' };
  if (/^\d{17}[\dX]$/.test(number)) return { kind: 'invalid', idType: 'resident_id', number, fault: resident.fault };
  if (isChinesePassport(number)) return { kind: 'valid', idType: 'passport', number, isOld15: false };
  if (isHongKongMacauPermit(number)) return { kind: 'valid', idType: 'hk_macau_permit', number, isOld15: false };
  if (isMilitaryDocument(number)) return { kind: 'valid', idType: 'other', number, isOld15: false };
  return malformed(number);
}

function malformed(number: string): IdReading {
  if (/^\d+X?$/.test(number)) return { kind: 'invalid', idType: 'resident_id', number: null, fault: `length ${number.length}` };
  if (/^[0-9OIL]{17}[0-9XOIL]$/.test(number)) return { kind: 'invalid', idType: 'resident_id', number: null, fault: 'letter in a number' };
  return { kind: 'invalid', idType: /^[0-9A-Z]{15,20}$/.test(number) ? 'uscc' : null, number: null, fault: 'format' };
}
