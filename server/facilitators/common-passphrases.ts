/** What everybody tries first: the product's own words, and what is on every keyboard. */
const ownWords =
  /ingesprek|inconversation|gesprek|dialoog|begeleider|facilitator|deelnemer|samenvatting|draaiboek|sessie|bureau|wachtwoord|wachtzin|password|passphrase|welkom|welcome|winwerkplaats|professionelewerkplaats|werkplaats|hogeschool|windesheim|fontys|zuyd/g;
/** Letters of their own that are left of a passphrase, at least. */
const minOwn = 8;
const minDifferent = 5;

let known: Promise<ReadonlySet<string>> | undefined;
/** Some 49,000 that are used most, as zxcvbn-ts keeps them; read when somebody first chooses one. */
const commonOnes = (): Promise<ReadonlySet<string>> => {
  known ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common']));
  return known;
};

/** The part that it is made of, again and again: "abcabcabc" is "abc". */
const unitOf = (text: string): string => text.slice(0, Math.max(1, `${text}${text}`.indexOf(text, 1)));

/** Whether others would guess it soon: on the list, alone or with digits or twice, or little more than the person's and the product's own words. */
export async function isCommonPassphrase(passphrase: string, name: string): Promise<boolean> {
  const folded = passphrase.toLowerCase();
  const solid = folded.replace(/[\s\p{P}\p{S}]/gu, '');
  const letters = solid.replace(/\d/g, '');
  if (new Set(solid).size < minDifferent) return true;
  const common = await commonOnes();
  const tries = [folded, solid, letters, unitOf(solid), unitOf(letters)];
  if (tries.some((one) => one !== '' && common.has(one)) || unitOf(solid).length * 2 < minOwn) return true;
  const nameWords = name
    .toLowerCase()
    .split(/[\s\p{P}]+/u)
    .filter((word) => word.length > 2);
  const left = nameWords.reduce((text, word) => text.replaceAll(word, ''), letters).replace(ownWords, '');
  return left !== letters && [...left].length < minOwn;
}
