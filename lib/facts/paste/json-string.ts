function contentOf(line: string): string {
  const said = line.trim()
  if (!said.startsWith('"') || !said.endsWith('"') || !said.includes('\\')) return line
  try {
    const value: unknown = JSON.parse(said)
    return typeof value === 'string' ? value : line
  } catch {
    return line
  }
}

const isOfDocument = (line: string): boolean => /^\s{0,400}[[\]{}]/.test(line)

/**
 * Lines that are a JSON string by themselves, as Azure CLI prints one value: their content. Strings of a JSON document
 * stay. https://learn.microsoft.com/cli/azure/use-azure-cli-successfully-query
 */
export function withoutJsonStrings(text: string): string {
  if (!text.includes('\\')) return text
  const lines = text.split('\n')
  return lines.some(isOfDocument) ? text : lines.map(contentOf).join('\n')
}
