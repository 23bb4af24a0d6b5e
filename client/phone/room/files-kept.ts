type Rules = { createScriptURL: (url: string) => string };
type Types = { createPolicy: (name: string, rules: Rules) => Rules };

const worker = '/worker.js';
const { trustedTypes } = window as { trustedTypes?: Types };
/** The one script that this program ever starts by its address. */
const trusted = trustedTypes?.createPolicy('in-gesprek-worker', { createScriptURL: () => worker });

/** From now on this page opens without a network too, where a browser can (https, or this computer). */
export function keepFiles(): void {
  navigator.serviceWorker?.register(trusted?.createScriptURL(worker) ?? worker).catch(() => undefined);
}
