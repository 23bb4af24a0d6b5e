/** The time on this device, every half second: for countdowns and "since". */
class Ticker {
  now = $state(Date.now());

  constructor() {
    setInterval(() => {
      this.now = Date.now();
    }, 500);
  }
}

export const ticker = new Ticker();
