import 'server-only'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { AuthFailure } from './caller'

/** Entra's tokens are well below this; a longer one is not worth parsing. */
export const maxTokenLength = 16_384

const bearerPattern = /^Bearer +([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+) *$/i

/**
 * The last character of a base64url text can have unused bits, so one signature could have several spellings. Only the
 * canonical spelling passes.
 */
function isSpelledOnce(part: string): boolean {
  return Buffer.from(part, 'base64url').toString('base64url') === part
}

/**
 * Reads the token from an `Authorization` header. It must have three non-empty base64url parts: an unsigned token does
 * not pass. Each token has one spelling, because ended tokens are recognised by their hash
 * (https://www.rfc-editor.org/rfc/rfc4648#section-3.5).
 */
export function readBearer(header: string | null): Result<string, AuthFailure> {
  if (header === null || header.trim() === '') return fail({ code: 'sign-in-required' })
  if (header.length > maxTokenLength + 'Bearer '.length) return fail({ code: 'token-invalid' })
  const token = bearerPattern.exec(header)?.[1]
  return token === undefined || !token.split('.').every(isSpelledOnce) ? fail({ code: 'token-invalid' }) : ok(token)
}
