import 'server-only'
import { shortenSecretUrls } from '@/lib/shared/secret-url'

/**
 * A value as the API sends it. Azure's own texts quote the addresses of secrets; their versions stay here, whichever
 * field they stand in.
 */
export function jsonText(value: unknown): string {
  return shortenSecretUrls(JSON.stringify(value))
}
