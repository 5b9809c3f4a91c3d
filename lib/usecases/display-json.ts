import 'server-only'
import { shortenSecretUrls } from '@/lib/shared/secret-url'

const maxLength = 1_048_576

/** Characters that change the text direction, are invisible, or break lines (https://www.unicode.org/reports/tr9/). */
const unseen = /[\p{Cf}\p{Zl}\p{Zp}\p{Co}\u007f-\u009f]/gu

/**
 * The same JSON with every invisible character written as an escape, so that the display shows exactly what the data
 * contains.
 */
function withEscapes(text: string): string {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  return text.replace(unseen, (character) => character.split('').map(escaped).join(''))
}

/** The JSON that was read of a VM, for display: pretty-printed, the versions of secrets hidden, cut at 1 MB. */
export function displayJson(json: unknown): string {
  const text = shortenSecretUrls(withEscapes(JSON.stringify(json, null, 2)))
  return text.length <= maxLength ? text : `${text.slice(0, maxLength - 1)}…`
}
