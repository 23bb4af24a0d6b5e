/** Runs inside the program under test, before it: tells how much processor time it used, and turns its clock forward. */
const real = Date.now;
let ahead = 0;
Date.now = () => real() + ahead;

process.on('message', (forward: number) => {
  ahead += forward;
  const { user, system } = process.cpuUsage();
  process.send?.((user + system) / 1000);
});
// The line to the test does not keep the program alive.
process.channel?.unref();
