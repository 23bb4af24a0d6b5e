/** Paths that lead elsewhere, and exports of what is not there or not yours. */
import type { HttpInput } from '../case.ts';
import { type Made, named, slug } from './made.ts';

const up = [
  ['/../package.json', 'one up'],
  ['/../../etc/passwd', 'two up'],
  ['/..%2f..%2fetc%2fpasswd', 'up with encoded slashes'],
  ['/%2e%2e/%2e%2e/etc/passwd', 'up with encoded dots'],
  ['/%252e%252e%252fetc%252fpasswd', 'up, encoded twice'],
  ['/..%5c..%5cetc%5cpasswd', 'up with encoded backslashes'],
  ['/..\\..\\etc\\passwd', 'up with backslashes'],
  ['/....//....//etc/passwd', 'up, where one pass of cleaning is not enough'],
  ['/..;/..;/etc/passwd', 'up with semicolons'],
  ['/%c0%ae%c0%ae/etc/passwd', 'up with overlong dots'],
  ['/%uff0e%uff0e/etc/passwd', 'up with wide dots of IIS'],
  ['/．．/etc/passwd', 'up with full-width dots'],
  ['/assets/../../server/main.ts', 'up from the assets'],
  ['/assets/..%2f..%2f..%2fserver%2fmain.ts', 'up from the assets, encoded'],
  ['/assets/%00', 'a zero byte'],
  ['/phone.html%00.js', 'a zero byte before another ending'],
  ['/phone.html%0a', 'a line end behind a name'],
  ['/phone.html/', 'a slash behind a name'],
  ['/phone.html/x', 'something behind a name'],
  ['/PHONE.HTML', 'capitals'],
  ['//etc/passwd', 'two slashes'],
  ['///evil.example/', 'three slashes and a host'],
  ['//evil.example/%2f..', 'a way out to another host'],
  ['/\\evil.example', 'a backslash and a host'],
  ['/.env', 'a hidden file'],
  ['/.git/config', 'a hidden folder'],
  ['/.well-known/../.git/HEAD', 'a hidden folder by another'],
  ['/assets/', 'a list of a folder'],
  ['/assets', 'a folder'],
  ['/index.html', 'a page that we do not have'],
  ['/icons.svg.br', 'a packed file by its own name'],
  ['/icons.svg~', 'what an editor leaves'],
  ['/%', 'half an escape'],
  ['/%zz', 'an escape that is none'],
  ['/%E0%A4%A', 'an escape that is cut off'],
  ['/%ff', 'an escape of no UTF-8'],
  ['/%F0%9F%98%80', 'an emoji'],
  ['/bureau/%00', 'a zero byte below a page'],
  ['/bureau/../api/home', 'from a page to the API'],
  ['/C:/Windows/win.ini', 'a path of Windows'],
  ['/file:///etc/passwd', 'an address for a path'],
  ['/proc/self/environ', 'what the process knows'],
  ['/?file=/etc/passwd', 'a file in the query'],
  ['/healthz/..', 'up from the health page'],
] as const;

const ids = [
  ['..', 'dots'],
  ['%2e%2e', 'encoded dots'],
  ['..%2f..%2fhome', 'a way up'],
  ['__proto__', 'a prototype'],
  ['constructor', 'a maker'],
  ['nope', 'nobody’s id'],
  ['$over%00', 'a zero byte behind a real id'],
  ['$over%2f', 'a slash behind a real id'],
  ['a%0d%0aset-cookie:x=1', 'a line end and a header'],
  ['%3Cscript%3E', 'markup'],
  ["'%20OR%20'1'='1", 'the end of a query'],
  ['x'.repeat(64), 'an id as long as may be'],
  ['x'.repeat(65), 'an id one longer than may be'],
  ['x'.repeat(101), 'a part longer than the router reads'],
] as const;

const kinds = [
  ['', 'no kind'],
  ['__proto__', 'a prototype'],
  ['toString', 'what every object has'],
  ['PDF', 'capitals'],
  ['pdf%20', 'a space behind it'],
  ['pdf/..', 'a way up behind it'],
  ['..%2f..%2fsecret', 'a way up'],
  ['json%00', 'a zero byte'],
  ['exe', 'a kind that we do not make'],
  ['csv;filename=x.exe', 'another file name'],
  ['%F0%9F%98%80', 'an emoji'],
] as const;

const get = (why: string, path: string, more: Partial<HttpInput> = {}): Made =>
  named(slug(why), why, { road: 'http', input: { path, ...more } });
const desk = { as: 'facilitator' } as const;

const others: Made[] = [
  get('an export by nobody', '/api/sessions/$session/exports/json'),
  get('an archive by a ticket of the desk', '/api/sessions/$session/exports/archive', {
    headers: { authorization: 'Bearer $deskTicket' },
  }),
  get('a summary version of nothing', '/api/sessions/$session/summary/0', desk),
  get('a summary version that is a word', '/api/sessions/$session/summary/latest', desk),
  get('a summary version beyond what is counted', '/api/sessions/$session/summary/99999999999999999999', desk),
  get('a script of nobody', '/api/scripts/nope'),
  get('a script by a path', '/api/scripts/..%2f..%2fsessions'),
  get(
    'a comparison with itself',
    '/api/compare?script=win-professionele-werkplaatsen&sessions=$session,$session',
    desk,
  ),
  get(
    'a comparison with what is not there',
    '/api/compare?script=win-professionele-werkplaatsen&sessions=$session,nope',
    desk,
  ),
  get('a comparison with a list of lists', '/api/compare?script=x&sessions[]=a&sessions[]=b', desk),
  get(
    'a comparison of thirteen',
    `/api/compare?script=x&sessions=${Array.from({ length: 13 }, (_, i) => `s${i}`).join(',')}`,
    desk,
  ),
  get('a comparison by a script that is none', '/api/compare?script=__proto__&sessions=$session,$over', desk),
  get('an encoded letter in the API still asks who it is', '/%61pi/home'),
  get('a wall without a ticket', '/api/sessions/$session/wall', { headers: { authorization: 'Bearer ' } }),
  get('a wall by a ticket of a seat', '/api/sessions/$session/wall', { headers: { authorization: 'Bearer $ticket' } }),
  get('a list of addresses by nobody', '/api/interests.csv'),
];

export const makePaths = (): Made[] => [
  ...up.map(([path, why]) => get(`a page: ${why}`, path)),
  ...ids.map(([id, why]) => get(`a session: ${why}`, `/api/sessions/${id}/desk`, desk)),
  ...kinds.map(([kind, why]) => get(`an export: ${why}`, `/api/sessions/$session/exports/${kind}`, desk)),
  ...others,
];
