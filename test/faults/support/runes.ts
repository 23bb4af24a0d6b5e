/** Lets the product's own reactive classes run in a program without a page: a rune gives back what it is given. */
const rune = Object.assign(<T>(value: T): T => value, { raw: <T>(value: T): T => value });
Object.assign(globalThis, { $state: rune });
Object.defineProperty(globalThis.navigator, 'onLine', { value: true, configurable: true });
