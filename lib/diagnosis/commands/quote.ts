const plainInBash = /^[A-Za-z0-9_./:@%+,=-]+$/
const plainInPowerShell = /^[A-Za-z0-9_./:-]+$/

/**
 * Quotes one word for bash, so that the program receives exactly these characters. Source:
 * https://www.gnu.org/software/bash/manual/html_node/Single-Quotes.html
 */
export function quoteForBash(text: string): string {
  return plainInBash.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}

/**
 * Quotes one argument for PowerShell. PowerShell treats four typographic quotes as single quotes too, so each is
 * doubled. Source: https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
 */
export function quoteForPowerShell(text: string): string {
  const plain = plainInPowerShell.test(text) && !text.startsWith('-')
  return plain ? text : `'${text.replaceAll(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`
}
