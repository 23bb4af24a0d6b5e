/** Where the links of this program lead. Secrets stand after the #: browsers do not send that, so no log ever holds it. */
export const addressesOf = (origin: string, joinSecret: string): { address: string; joinUrl: string } => ({
  address: new URL(origin).host,
  // The shortest there is: the QR code stays coarse enough for the back row.
  joinUrl: `${origin}/#${joinSecret}`,
});
/** Where an organisation sends people back; it has to be registered there, with the origin of PUBLIC_URL before it. */
export const organisationBackPath = '/api/sign-in/organisation/back';
export const signInUrl = (origin: string, key: string): string => `${origin}/bureau#sleutel=${key}`;
export const invitationUrl = (origin: string, secret: string): string => `${origin}/bureau#uitnodiging=${secret}`;
export const confirmUrl = (origin: string, secret: string): string => `${origin}/op-de-hoogte#${secret}`;
export const stopUrl = (origin: string, secret: string): string => `${origin}/op-de-hoogte#stop=${secret}`;
/** For a mail program, which sends no #: to leave the list is all that this one can do. */
export const oneClickUrl = (origin: string, secret: string): string => `${origin}/afmelden/${secret}`;
export const summaryUrl = (origin: string, secret: string): string => `${origin}/samenvatting#${secret}`;
export const welcomeUrl = (origin: string, secret: string): string => `${origin}/bureau#welkom=${secret}`;
