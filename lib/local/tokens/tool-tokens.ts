import 'server-only'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { ArmToken, TokenFailure, TokenFailureCode } from '@/lib/shared/token-source'
import type { ChosenTool } from './choose'
import { personOf, type TokenPerson } from './token-claims'
import type { ToolFailure } from './tool'

/** A token is renewed this long before it expires. */
const marginMilliseconds = 300_000
/** A tool that has just failed is not started again for every request of a page. */
const failedMilliseconds = 2000
/** A tool that does not answer. */
const longestMilliseconds = 60_000

const codes: Readonly<Record<ToolFailure['code'], TokenFailureCode>> = {
  missing: 'sign-in-expired',
  'signed-out': 'sign-in-expired',
  failed: 'sign-in-expired',
  unreachable: 'entra-down',
}

interface Kept {
  readonly token: ArmToken
  readonly person: TokenPerson
}

interface Tenant {
  kept: Kept | null
  asking: Promise<Result<Kept, TokenFailure>> | null
  failedAt: number
  failure: TokenFailure | null
  /** Claims that ARM required of the last token, base64, and that token. */
  challenge: { readonly claims: string; readonly token: string | null } | null
}

async function within<T>(work: Promise<T>, otherwise: T): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), longestMilliseconds)
  })
  const first = await Promise.race([work, late])
  clearTimeout(timer)
  return first
}

/** The ARM tokens of one person's tool, by tenant: cached, requested once at a time, never written anywhere. */
export class ToolTokens {
  readonly #tenants = new Map<string, Tenant>()

  /** @param now milliseconds since 1970; tests pass their own */
  constructor(
    private readonly chosen: ChosenTool,
    private readonly now: () => number = Date.now,
  ) {
    const { token, person } = chosen
    this.#of(person.tenantId).kept = { token, person }
  }

  /** The tenants that the tool lists, and the one it was chosen for. */
  get tenants(): readonly string[] {
    return [...new Set([this.chosen.person.tenantId, ...this.chosen.accounts.tenants])]
  }

  /** A token for a tenant, and whom it acts for. */
  async get(tenantId: string): Promise<Result<Kept, TokenFailure>> {
    const tenant = this.#of(tenantId)
    if (tenant.kept !== null && tenant.kept.token.expiresAt - marginMilliseconds > this.now()) return ok(tenant.kept)
    if (tenant.failure !== null && this.now() - tenant.failedAt < failedMilliseconds) return fail(tenant.failure)
    return (tenant.asking ??= this.#ask(tenantId, tenant))
  }

  /** Whom the last token of a tenant acted for. */
  person(tenantId: string): TokenPerson | null {
    return this.#tenants.get(tenantId)?.kept?.person ?? null
  }

  /** Forgets a token that ARM refused. */
  drop(tenantId: string, claims: string | null): void {
    const tenant = this.#of(tenantId)
    const isDropped = tenant.kept === null || tenant.kept.token.token === ''
    const token = isDropped ? (tenant.challenge?.token ?? null) : (tenant.kept?.token.token ?? null)
    if (claims !== null) tenant.challenge = { claims, token }
    // The person stays known: requests are authenticated by it.
    if (tenant.kept !== null) tenant.kept = { ...tenant.kept, token: { token: '', expiresAt: 0 } }
  }

  /** The command that mends the sign-in of a tenant; null where nothing is wrong. */
  command(tenantId: string): string | null {
    const tenant = this.#of(tenantId)
    if (tenant.challenge === null && tenant.failure?.code !== 'sign-in-expired') return null
    const { tool, accounts } = this.chosen
    return tool.command({ place: accounts.place, tenantId, claims: tenant.challenge?.claims ?? null })
  }

  #of(tenantId: string): Tenant {
    const known = this.#tenants.get(tenantId)
    if (known !== undefined) return known
    const made: Tenant = { kept: null, asking: null, failedAt: 0, failure: null, challenge: null }
    this.#tenants.set(tenantId, made)
    return made
  }

  async #ask(tenantId: string, tenant: Tenant): Promise<Result<Kept, TokenFailure>> {
    const { tool, accounts } = this.chosen
    const late = fail<ToolFailure>({ code: 'unreachable', entraCode: null })
    const answer = await within(tool.token(tenantId, accounts.place), late)
    tenant.asking = null
    const person = answer.ok ? personOf(answer.value.token) : null
    if (answer.ok && person !== null && person.tenantId === tenantId) {
      // A tool may hand out the token that ARM has just refused; then the person has not signed in again.
      if (tenant.challenge !== null && tenant.challenge.token !== answer.value.token) tenant.challenge = null
      tenant.failure = null
      tenant.kept = { token: answer.value, person }
      return ok(tenant.kept)
    }
    tenant.failure = { code: answer.ok ? 'sign-in-expired' : codes[answer.failure.code], claims: null }
    tenant.failedAt = this.now()
    return fail(tenant.failure)
  }
}
