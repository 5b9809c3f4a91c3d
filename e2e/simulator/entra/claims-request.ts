import { z } from 'zod'
import { strongerSignIn } from '../names'

/** The content of a request's `claims` parameter. */
export interface ClaimsRequest {
  /** Authentication contexts that the access token must contain. */
  readonly acrs: readonly string[]
  /** Client capabilities: `CP1` for a client that understands claims challenges. */
  readonly capabilities: readonly string[]
}

const asked = z.looseObject({ value: z.string().optional(), values: z.array(z.string()).optional() }).nullable()
const request = z.looseObject({
  access_token: z.looseObject({ acrs: asked.optional(), xms_cc: asked.optional() }).nullable().optional(),
})

const valuesOf = (claim: z.infer<typeof asked> | undefined): string[] => [
  ...(claim?.value === undefined ? [] : [claim.value]),
  ...(claim?.values ?? []),
]

/** Parses the parameter; null if it is invalid. */
export function parseClaims(text: string | null): ClaimsRequest | null {
  if (text === null || text === '') return { acrs: [], capabilities: [] }
  try {
    const parsed = request.parse(JSON.parse(text))
    return { acrs: valuesOf(parsed.access_token?.acrs), capabilities: valuesOf(parsed.access_token?.xms_cc) }
  } catch {
    return null
  }
}

/** The claims that a challenge requires: a sign-in stronger than the ordinary one. */
export const challengeClaims = JSON.stringify({ access_token: { acrs: { essential: true, value: strongerSignIn } } })
