import type { Access } from './access.ts';
import type { Config } from './config.ts';
import type { Library } from './library/library.ts';
import type { Hosts } from './live/hosts.ts';
import type { Store } from './store/store.ts';

/** What the routes and sockets of one running server share. */
export type House = {
  config: Config;
  /** Milliseconds since 1970. */
  clock: () => number;
  store: Store;
  library: Library;
  access: Access;
  hosts: Hosts;
  /** How phones reach this server: "http://192.168.1.5:3000". */
  origin: () => string;
};
