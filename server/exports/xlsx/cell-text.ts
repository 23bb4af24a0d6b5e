/** Excel takes no more in one cell, in units of UTF-16. */
const most = 32_767;

/** What Excel reads as a character by its number (ECMA-376, 22.9.2.19, ST_Xstring): what people typed is none. */
const numbered = /_(?=x[0-9a-f]{4}_)/gi;

/** What XML 1.0 may not hold, whatever is done to it. */
const outsideXml = /[\ufffe\uffff]/g;

/** A text as it must be written to be read back as it was. */
export function cellText(text: string): string {
  const whole = text.toWellFormed().replace(outsideXml, '');
  const cut = whole.length > most ? `${whole.slice(0, most - 1).toWellFormed()}…` : whole;
  return cut.replace(numbered, '_x005F_');
}
