import { deploymentSchema, type Deployment } from '@/lib/contract/deployment'
import { readySchema, type Ready } from '@/lib/contract/health'
import type { Answer, Evidence } from './evidence'

/** The body as JSON; undefined for any other body. */
export function jsonOf(answer: Answer): unknown {
  if (answer.kind !== 'answer') return undefined
  try {
    return JSON.parse(answer.text)
  } catch {
    return undefined
  }
}

/** One field of a JSON object, where it is text. */
export function textField(value: unknown, name: string): string | null {
  if (typeof value !== 'object' || value === null) return null
  const found: unknown = Object.entries(value).find(([key]) => key === name)?.[1]
  return typeof found === 'string' ? found : null
}

/** The deployment's own configuration; null where the answer does not contain it. */
export function deploymentOf({ deployment }: Evidence): Deployment | null {
  const parsed = deploymentSchema.safeParse(jsonOf(deployment))
  return parsed.success ? parsed.data : null
}

export function readyOf({ readyz }: Evidence): Ready | null {
  const parsed = readySchema.safeParse(jsonOf(readyz))
  return parsed.success ? parsed.data : null
}

/**
 * The number of the AADSTS message in an answer of Entra, on a page, in a redirect or in JSON; null without one.
 * Source: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
export function aadsts(answer: Answer): number | null {
  if (answer.kind !== 'answer') return null
  const found = /AADSTS(\d+)/.exec(`${answer.headers['location'] ?? ''} ${answer.text}`)?.[1]
  return found === undefined ? null : Number(found)
}

/** Entra's error numbers for a tenant that does not exist in it. */
export const noTenant: readonly number[] = [90002, 900021, 900023]

/** Scheme, host and port of an address, without a slash; null for an invalid address. */
export function originOf(text: string): string | null {
  return URL.canParse(text) ? new URL(text).origin : null
}
