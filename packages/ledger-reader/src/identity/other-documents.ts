/** 护照: Chinese (letter or two letters and digits, nine characters), foreign (five to seventeen letters and digits). */
export function isPassport(number: string): boolean {
  return isChinesePassport(number) || /^(?=.*\d)[A-Z0-9]{6,17}$/i.test(number);
}

/** G12345678, E12345678, EA1234567. */
export function isChinesePassport(number: string): boolean {
  return /^(?:[GEDSP]\d{8}|[EG][A-HJ-NP-Z]\d{7}|1[45]\d{7})$/i.test(number);
}

/** 港澳居民来往内地通行证: H or M and eight digits (ten on old cards). */
export function isHongKongMacauPermit(number: string): boolean {
  return /^[HM]\d{8}(\d{2})?$/i.test(number);
}

/** 台湾居民来往大陆通行证: eight digits (older ones ten and a bracketed letter). */
export function isTaiwanPermit(number: string): boolean {
  return /^\d{8}$|^\d{10}\(?[A-Z]\)?$/i.test(number);
}

/** 军官证, 士兵证, 文职: 军字第1234567号. */
export function isMilitaryDocument(number: string): boolean {
  return /^[军兵士文职]+字第[0-9a-zA-Z]{4,8}号?$/.test(number);
}
