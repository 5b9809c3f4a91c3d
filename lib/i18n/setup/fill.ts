/** Puts values in place of `{name}`. A value that is not there leaves its name: it is seen, and a test sees it first. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}
