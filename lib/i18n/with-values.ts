/** Inserts the values of a finding into its sentence: `{name}` is replaced by its value, as text. */
export function withValues(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{([A-Za-z0-9]+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
