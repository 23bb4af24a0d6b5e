/** A language that does not exist, in which everything takes a third more room than in Dutch: what fits that, fits the next language. */

/** Each word at least 30 % longer. */
const longer = (text: string): string =>
  text.replace(/[\p{L}\p{M}]{2,}/gu, (word) => word + 'o'.repeat(Math.ceil(word.length * 0.3)));

type Catalogue = { readonly [name: string]: unknown };

/** The same catalogue, with all that it says so much longer; what is made of numbers and names too. */
export function lengthened<T>(said: T): T {
  if (typeof said === 'string') return longer(said) as T;
  if (typeof said === 'function') return ((...made: unknown[]) => lengthened(said(...made))) as T;
  if (Array.isArray(said)) return said.map(lengthened) as T;
  if (typeof said !== 'object' || said === null) return said;
  return Object.fromEntries(Object.entries(said as Catalogue).map(([name, inner]) => [name, lengthened(inner)])) as T;
}
