export function clockText(milliseconds: number): string {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  const seconds = Math.floor(Math.abs(milliseconds) / 1_000) % 60;
  return `${minutes}:${`${seconds}`.padStart(2, "0")}`;
}
