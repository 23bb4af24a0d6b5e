/** Who or what a text may point at, so that its writer can leave it out. A guess, for the writer's own screen alone. */
export type Telling = 'name' | 'number' | 'mail';

/** A title and then perhaps a name, with what may stand between. */
const called =
  /(?<!\p{L})(?:mevrouw|mevr|mw|meneer|mijnheer|dhr|heer|zuster|broeder|mrs?|ms|miss|dr|dokter)\.? (?:(?:van|de|der|den|ten|ter) ){0,3}\p{L}{2}/giu;
/** What somebody is to the writer, and then perhaps a name. */
const known =
  /(?<!\p{L})(?:collega|colleague|cli[eë]nte?|client|pati[eë]nte?|patient|bewoner|leerling|pupil) \p{L}{2}/giu;
const capital = /\p{Lu}\p{L}$/u;
const digits = /\+?\d(?:[ ().-]{0,2}\d){8,14}/g;

/** What a citizen service number (BSN) adds up to: "de elfproef", with the last digit counting against it. */
const isServiceNumber = (number: string): boolean =>
  /^\d{9}$/.test(number) &&
  [...number].reduce((sum, digit, i) => sum + Number(digit) * (i === 8 ? -1 : 9 - i), 0) % 11 === 0;
const isPhoneNumber = (number: string): boolean => /^(?:0\d{9}|(?:\+|00)\d{9,13})$/.test(number);

export function tellsWho(text: string): Telling | undefined {
  if (/[^\s@]@[^\s@]+\.\p{L}{2}/u.test(text)) return 'mail';
  const numbers = (text.match(digits) ?? []).map((number) => number.replace(/[ ().-]/g, ''));
  if (numbers.some((number) => isServiceNumber(number) || isPhoneNumber(number))) return 'number';
  return [called, known].some((words) => text.match(words)?.some((found) => capital.test(found))) ? 'name' : undefined;
}
