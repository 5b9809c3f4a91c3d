import 'server-only'
import * as z from 'zod'

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** Whether a host name, as `URL` writes it, is this machine. */
export function isLoopback(hostname: string): boolean {
  return loopback.test(hostname)
}

/** A scheme, host and port without path, query or credentials; null for any other text. */
function originOf(text: string): URL | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  const bare = text.endsWith('/') ? text.slice(0, -1) : text
  return url.origin === bare.toLowerCase() ? url : null
}

/** A GUID as Entra spells it, converted to lower case. */
export const guid = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i, 'must be a GUID')
  .toLowerCase()

/** An https origin. Tokens and secrets are sent to it, so plain http is refused. */
export const secureOrigin = z
  .string()
  .refine((text) => originOf(text)?.protocol === 'https:', 'must be an https origin without a path')
  .transform((text) => new URL(text).origin)

/** An origin that the browser may send requests to: https, or http on this machine. */
export const browserOrigin = z
  .string()
  .refine((text) => {
    const url = originOf(text)
    return url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && loopback.test(url.hostname)))
  }, 'must be https origins without a path (http only for localhost)')
  .transform((text) => new URL(text).origin)

/** Splits a comma list and drops empty parts. */
export function commaList(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** JSON text of an object with the endpoints that MSAL needs. The text itself is passed on. */
export const authorityMetadata = z.string().refine((text) => {
  const endpoints = z.object({ issuer: z.string(), authorization_endpoint: z.string(), token_endpoint: z.string() })
  try {
    return endpoints.safeParse(JSON.parse(text)).success
  } catch {
    return false
  }
}, 'must be a JSON object with issuer, authorization_endpoint and token_endpoint')

/** A whole number from a text, within bounds. */
export const whole = (min: number, max: number, fallback: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,9}$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .pipe(z.number().min(min).max(max))
    .default(fallback)
