/** Where mails go out, as the operator sets it: `SMTP_URL` and `MAIL_FROM`. */
export type MailConfig = {
  host: string;
  port: number;
  /** TLS from the first byte; else the connection has to turn to it before anything is said. */
  secure: boolean;
  /** On this very machine alone it may stay plain. */
  requireTLS: boolean;
  auth?: { user: string; pass: string };
  from: string;
};

const ports: Record<string, number> = { 'smtp:': 587, 'smtps:': 465 };
const ownHosts = ['localhost', '127.0.0.1', '[::1]'];

/** What `smtp://user:password@mail.example.nl:587` says; undefined where it is no such address. */
export function smtpIn(text: string): Omit<MailConfig, 'from'> | undefined {
  const url = URL.parse(text);
  const port = url && (Number(url.port) || ports[url.protocol]);
  if (!url || !port || !url.hostname || url.search || url.hash || !['', '/'].includes(url.pathname)) return undefined;
  const own = ownHosts.includes(url.hostname);
  const secure = url.protocol === 'smtps:';
  const where = { host: url.hostname.replace(/^\[|\]$/g, ''), port, secure, requireTLS: !own && !secure };
  try {
    const [user, pass] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
    return user ? { ...where, auth: { user, pass } } : where;
  } catch {
    return undefined;
  }
}

/** An address, or a name with one: `In gesprek <gesprek@example.nl>`. */
export const isSender = (text: string): boolean =>
  /^(?:[^<>@,;:"\r\n]{1,80} <[^\s@<>,;:"]{1,64}@[^\s@<>,;:"]{1,250}>|[^\s@<>,;:"]{1,64}@[^\s@<>,;:"]{1,250})$/.test(
    text,
  );
