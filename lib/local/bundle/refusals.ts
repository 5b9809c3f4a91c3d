import 'server-only'
import { isAzureCode } from '@/lib/setup/azure/redact-words'
import type { Exchange } from '@/lib/setup/azure/exchange'
import type { BundleManifest, BundlePart } from '@/lib/setup/bundle/format'

export type NotRead = BundleManifest['notRead'][number]

/** Why a status means that something was not read; null where the answer says something of the resource. */
function codeOf(status: number | null): NotRead['code'] | null {
  if (status === null || status >= 500) return 'arm-down'
  if (status === 401 || status === 403) return 'arm-denied'
  if (status === 429) return 'arm-throttled'
  return status === 408 ? 'arm-timed-out' : null
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined

function azureCodesOf(body: unknown): string[] {
  const code = fieldOf(fieldOf(body, 'error'), 'code')
  return typeof code === 'string' && isAzureCode(code) ? [code] : []
}

/**
 * What Azure refused of the parts of single VMs and of Retirement. Their pages show a part that was refused as unknown
 * and are read all the same, so that only the answers tell. The load of the fleet reports its own gaps.
 */
export class Refusals {
  /** By request; the last answer counts, as it does when the file is opened. */
  readonly #byRequest = new Map<string, NotRead | null>()

  note(part: BundlePart, { method, url, requestBody, status, body }: Exchange): void {
    if (part === 'fleet') return
    const { pathname } = new URL(url)
    const code = codeOf(status)
    const refused = code === null ? null : { scope: pathname, kind: part, code, azureCodes: azureCodesOf(body) }
    this.#byRequest.set([method, url, JSON.stringify(requestBody)].join('\n'), refused)
  }

  /** Without those of a scope that is known already. */
  list(known: readonly NotRead[]): readonly NotRead[] {
    const scopes = new Set(known.map(({ scope }) => scope.toLowerCase()))
    const refused = [...this.#byRequest.values()].filter((each) => each !== null)
    return refused.filter(({ scope }) => !scopes.has(scope.toLowerCase()))
  }
}
