/** The browser's storage, or memory where it is denied: then nothing survives a reload, and the screen says so. */
export type Keep = {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(prefix: string): string[];
  /** false: only kept as long as this page is open. */
  readonly lasting: boolean;
};

/** Nothing of it outlives the page. */
export function memory(): Keep {
  const map = new Map<string, string>();
  return {
    get: (key) => map.get(key) ?? null,
    set: (key, value) => void map.set(key, value),
    remove: (key) => void map.delete(key),
    keys: (prefix) => [...map.keys()].filter((key) => key.startsWith(prefix)),
    lasting: false,
  };
}

function browser(store: Storage): Keep {
  const spill = memory();
  return {
    get: (key) => store.getItem(key) ?? spill.get(key),
    set(key, value) {
      try {
        store.setItem(key, value);
        spill.remove(key);
      } catch {
        // Full: keep it at least as long as the page lives.
        spill.set(key, value);
      }
    },
    remove(key) {
      store.removeItem(key);
      spill.remove(key);
    },
    keys: (prefix) =>
      [...new Set([...Object.keys(store), ...spill.keys(prefix)])].filter((key) => key.startsWith(prefix)),
    get lasting() {
      return spill.keys('').length === 0;
    },
  };
}

/** Storage that never throws. */
export function openStorage(): Keep {
  try {
    const probe = 'ig.probe';
    localStorage.setItem(probe, '1');
    localStorage.removeItem(probe);
    return browser(localStorage);
  } catch {
    return memory();
  }
}
