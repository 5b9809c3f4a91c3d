import 'server-only'
import { shortenSecretUrls } from '@/lib/shared/secret-url'

const maxLength = 1_048_576

/** Characters that turn the reading direction round, are not seen, or break lines (https://www.unicode.org/reports/tr9/). */
const unseen = /[\p{Cf}\p{Zl}\p{Zp}\p{Co}\u007f-\u009f]/gu

/** The same JSON with every unseen character written as an escape, so that what is seen is what is there. */
function withEscapes(text: string): string {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  return text.replace(unseen, (character) => character.split('').map(escaped).join(''))
}

/** What was read of a VM, for people to look at: pretty-printed, the versions of secrets hidden, cut at 1 MB. */
export function displayJson(json: unknown): string {
  const text = shortenSecretUrls(withEscapes(JSON.stringify(json, null, 2)))
  return text.length <= maxLength ? text : `${text.slice(0, maxLength - 1)}…`
}
