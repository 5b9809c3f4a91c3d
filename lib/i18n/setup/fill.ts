/** Replaces `{name}` by its value. A missing value leaves `{name}` in the text, which a test finds. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}
