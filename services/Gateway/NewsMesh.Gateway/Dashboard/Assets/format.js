const dateTime = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: "auto", style: "short" });
const number = new Intl.NumberFormat();
const steps = [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];

export const count = value => number.format(value);
export const percent = value => `${Math.round(value * 100)}%`;
export const fullTime = iso => dateTime.format(new Date(iso));
export const plural = (value, one, many) => `${count(value)} ${value === 1 ? one : many}`;

/** "5 min. ago" for the last week, else the date. */
export function ago(iso) {
  const seconds = Math.round((new Date(iso) - Date.now()) / 1000);
  if (Math.abs(seconds) > 7 * 86400) return fullTime(iso);
  const [unit, size] = steps.find(([, s]) => Math.abs(seconds) >= s) ?? steps.at(-1);
  return relative.format(Math.round(seconds / size), unit);
}

export function duration(ms) {
  if (ms >= 1000) return `${(ms / 1000).toFixed(2)} s`;
  return ms >= 10 ? `${Math.round(ms)} ms` : `${ms.toFixed(1)} ms`;
}
