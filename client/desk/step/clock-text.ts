/** "06:12", or "1:04:30" from an hour up; counted up to whole seconds, so that two minutes read as 02:00. */
export function clockText(milliseconds: number): string {
  const seconds = Math.ceil(Math.abs(milliseconds) / 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${hours ? `${hours}:` : ''}${two(minutes)}:${two(seconds % 60)}`;
}
