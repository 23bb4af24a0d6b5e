/** A mail server on a free port, that keeps what it gets for one test. */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

type Mail = { to: string; raw: string; links: string[] };

/** Long lines are folded on their way. */
const unfolded = (raw: string) => raw.replace(/=\r\n/g, '').replace(/=3D/g, '=');

export async function openMailbox() {
  const mails: Mail[] = [];
  /** How many it still turns away. */
  let refusing = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (refusing > 0) {
          refusing -= 1;
          done(Object.assign(new Error('later'), { responseCode: 451 }));
          return;
        }
        const raw = unfolded(Buffer.concat(parts).toString());
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        mails.push({ to, raw, links: raw.match(/https?:\/\/[^\s>]+/g) ?? [] });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return {
    mails,
    refuse: (times: number) => {
      refusing = times;
    },
    /** As the operator would have set it for a mail server on this machine. */
    mail: { host: '127.0.0.1', port, secure: false, requireTLS: false, from: 'In gesprek <gesprek@example.nl>' },
  };
}
