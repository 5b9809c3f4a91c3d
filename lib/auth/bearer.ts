import 'server-only'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { AuthFailure } from './caller'

/** Entra's tokens stay well under this; a longer one is not worth parsing. */
export const maxTokenLength = 16_384

const bearerPattern = /^Bearer +([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+) *$/i

/** The last character of a base64url text has bits that say nothing: one signature would have many spellings. */
function isSpelledOnce(part: string): boolean {
  return Buffer.from(part, 'base64url').toString('base64url') === part
}

/**
 * Takes the token from an `Authorization` header. Three non-empty base64url parts: an unsigned token does not pass. Each
 * token has one text: tokens that ended are known by its hash (https://www.rfc-editor.org/rfc/rfc4648#section-3.5).
 */
export function readBearer(header: string | null): Result<string, AuthFailure> {
  if (header === null || header.trim() === '') return fail({ code: 'sign-in-required' })
  if (header.length > maxTokenLength + 'Bearer '.length) return fail({ code: 'token-invalid' })
  const token = bearerPattern.exec(header)?.[1]
  return token === undefined || !token.split('.').every(isSpelledOnce) ? fail({ code: 'token-invalid' }) : ok(token)
}
