/** Keeps the screen on where the browser can (only over https); `held` is true only while it really does. */
export class Awake {
  held = $state(false);
  #lock: WakeLockSentinel | undefined;

  constructor() {
    void this.#ask();
    document.addEventListener('visibilitychange', this.#back);
  }

  release(): void {
    document.removeEventListener('visibilitychange', this.#back);
    void this.#lock?.release();
  }

  #back = (): void => {
    if (document.visibilityState === 'visible') void this.#ask();
  };

  async #ask(): Promise<void> {
    if (!('wakeLock' in navigator)) return;
    try {
      this.#lock = await navigator.wakeLock.request('screen');
      this.held = true;
      this.#lock.addEventListener('release', () => {
        this.held = false;
      });
    } catch {
      this.held = false;
    }
  }
}
