/** What the link's password gave, for this tab: a reload asks for it no more, another tab does. */
const readerKey = (token: string) => `ig.reader.${token}`;
export function keptReader(token: string): string | undefined {
  try {
    return sessionStorage.getItem(readerKey(token)) ?? undefined;
  } catch {
    return undefined;
  }
}
export function keepReader(token: string, reader: string): void {
  try {
    sessionStorage.setItem(readerKey(token), reader);
  } catch {
    // Without storage a reload asks again.
  }
}
