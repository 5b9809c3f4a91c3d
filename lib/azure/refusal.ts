import 'server-only'
import type { PipelineResponse } from '@azure/core-rest-pipeline'
import { withoutSecrets } from '@/lib/telemetry/without-secrets'
import { readArmError, type ArmErrorWire } from '@/lib/wire/arm-error'

export type Refusal = ArmErrorWire

/** Longest body of a refusal that is read; a longer one is not an ARM error. */
const longestBody = 65_536

/** Whether a text is a word, as error codes are. Runs of digits between letters look like keys and tokens. */
function isWord(code: string): boolean {
  return withoutSecrets(code) === code && (code.match(/\d+/g)?.length ?? 0) <= 2
}

/** What ARM states about its refusal; null for a successful response. */
export function refusalOf({ status, bodyAsText }: PipelineResponse): Refusal | null {
  if (status >= 200 && status < 300) return null
  const text = bodyAsText ?? ''
  if (text.length > longestBody) return { codes: [], offeredVersions: [] }
  try {
    const json: unknown = JSON.parse(text)
    const { codes, offeredVersions } = readArmError(json)
    return { codes: codes.filter(isWord), offeredVersions }
  } catch {
    return { codes: [], offeredVersions: [] }
  }
}
