/** Parts of libraries that the build leaves out, and the few words that it takes instead (`vite.config.ts`). */

/**
 * What socket.io carries beside text, which no screen sends or gets; the transport that this server does not offer; and what
 * each browser of the target can do itself. Of Svelte: going on with a page that a server drew, which none does, and elements
 * with a name of their own.
 */
export const leftOut: Record<string, string> = {
  'engine.io-client/build/esm/transports/webtransport.js': 'export const WT = undefined;',
  'engine.io-parser/build/esm/encodePacket.browser.js': `import { PACKET_TYPES } from './commons.js';
    export const encodePacket = ({ type, data }, _, send) => send(PACKET_TYPES[type] + (data || ''));
    export const encodePacketToBinary = undefined;`,
  'engine.io-parser/build/esm/decodePacket.browser.js': `import { ERROR_PACKET, PACKET_TYPES_REVERSE } from './commons.js';
    export const decodePacket = (text) => {
      const type = PACKET_TYPES_REVERSE[text[0]];
      return type ? { type, data: text.slice(1) || undefined } : ERROR_PACKET;
    };`,
  'engine.io-client/build/esm/contrib/parseuri.js': `export function parse(source) {
      const { protocol, hostname, port, pathname: path, search } = new URL(source);
      const host = hostname.replace(/[[\\]]/g, '');
      return { source, protocol: protocol.slice(0, -1), host, port, path, query: search.slice(1) };
    }`,
  'engine.io-client/build/esm/contrib/parseqs.js': `export const encode = (query) => String(new URLSearchParams(query));
    export const decode = (text) => Object.fromEntries(new URLSearchParams(text));`,
  'socket.io-parser/build/esm/binary.js': 'export const deconstructPacket = undefined, reconstructPacket = undefined;',
  'socket.io-parser/build/esm/is-binary.js': 'export const isBinary = () => false, hasBinary = isBinary;',
  'svelte/src/internal/client/dom/hydration.js': `export const hydrating = false, hydrate_node = null;
    export const set_hydrating = () => {}, set_hydrate_node = () => {}, hydrate_next = () => {}, reset = () => {},
      hydrate_template = () => {}, next = () => {}, skip_nodes = () => {}, read_hydration_instruction = () => {};`,
  'svelte/src/internal/client/dom/elements/custom-element.js': 'export const create_custom_element = undefined;',
};

/**
 * And of Svelte what the phone and the summary alone do without: state that is changed inside (`test/architecture.test.ts`
 * holds them to it), styles in a text, a boundary for what fails or is waited for, and waiting for more than `{#await}` does.
 */
export const leftOutForReaders: Record<string, string> = {
  'svelte/src/internal/client/proxy.js': `export const proxy = (value) => value, get_proxied_value = proxy, is = Object.is;`,
  'svelte/src/internal/client/dom/elements/style.js': `export function set_style(dom, _, prev, next) {
      for (const key in next) if (prev?.[key] !== next[key]) dom.style.setProperty(key, next[key] ?? '');
      return next;
    }`,
  'svelte/src/internal/client/dom/blocks/boundary.js': `import { branch } from '../../reactivity/effects.js';
    export const boundary = (node, _, children) => void branch(() => children(node)), pending = undefined;`,
  'svelte/src/internal/client/reactivity/async.js': `import { DESTROYED } from '#client/constants';
    import { component_context as context, set_component_context } from '../context.js';
    import { active_effect, active_reaction, set_active_effect, set_active_reaction } from '../runtime.js';
    import { current_batch } from './batch.js';
    import { derived } from './deriveds.js';
    export const flatten = (_, sync, __, fn) => fn(sync.map(derived));
    const use = (effect, reaction, of) => (set_active_effect(effect), set_active_reaction(reaction), set_component_context(of));
    export function capture() {
      const effect = active_effect, reaction = active_reaction, of = context, batch = current_batch;
      return (activate = true) => {
        use(effect, reaction, of);
        if (activate && (effect.f & DESTROYED) === 0) batch?.activate(), batch?.apply();
      };
    }
    export const unset_context = (deactivate = true) => (use(null, null, null), deactivate && current_batch?.deactivate());
    export const for_await_track_reactivity_loss = undefined, run = undefined, save = undefined, unsave = undefined,
      track_reactivity_loss = undefined, run_after_blockers = undefined, wait = undefined, increment_pending = undefined;`,
};
