import 'server-only'
import { shortenSecretUrls } from '@/lib/shared/secret-url'

/**
 * A value as the API sends it. Azure's texts can contain the addresses of secrets; their versions are removed from
 * every field.
 */
export function jsonText(value: unknown): string {
  return shortenSecretUrls(JSON.stringify(value))
}
