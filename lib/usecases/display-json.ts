import 'server-only'
import { shortenSecretUrls } from '@/lib/shared/secret-url'

const maxLength = 1_048_576

/** What was read of a VM, for people to look at: pretty-printed, the versions of secrets hidden, cut at 1 MB. */
export function displayJson(json: unknown): string {
  const text = shortenSecretUrls(JSON.stringify(json, null, 2))
  return text.length <= maxLength ? text : `${text.slice(0, maxLength - 1)}…`
}
