/** A command that cannot go on ends with one line that says what to do. */
export function stopWith(line: string): never {
  console.error(line);
  process.exit(1);
}
