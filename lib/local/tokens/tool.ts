import 'server-only'
import type { LocalSource } from '@/lib/contract/local-session'
import type { CloudName } from '@/lib/config/clouds'
import type { Result } from '@/lib/shared/result'
import type { ArmToken } from '@/lib/shared/token-source'

/**
 * Why a tool gave no token. `missing`: it is not installed; `signed-out`: the person must sign in, also where the tenant
 * requires more of them; `unreachable`: Entra did not answer; `failed`: anything else.
 */
export interface ToolFailure {
  readonly code: 'missing' | 'signed-out' | 'unreachable' | 'failed'
  /** Entra's error code such as `AADSTS50076`; null without one. No other word of a tool is passed on: it could contain a token. */
  readonly entraCode: string | null
}

/** The hosts of the cloud that a tool is signed in to. */
export interface ToolPlace {
  readonly cloud: CloudName
  readonly authorityHost: string
  readonly armEndpoint: string
}

/** What a tool is signed in to. */
export interface ToolAccounts {
  readonly place: ToolPlace
  /** Tenants in which it can get tokens, without duplicates; the usual one first. Empty where it does not list them. */
  readonly tenants: readonly string[]
  /** Its name for the person; null where only the token has it. */
  readonly username: string | null
}

/** What a person must do, for the tool to write as a command. */
export interface Mending {
  readonly place: ToolPlace
  /** Null before the tenant is known. */
  readonly tenantId: string | null
  /** Base64 of the claims that ARM requires; null for an ordinary sign-in. */
  readonly claims: string | null
}

/** A program, or a sign-in of our own, that gives tokens for ARM. It never shows or stores them. */
export interface TokenTool {
  readonly name: LocalSource
  /** Reads what it is signed in to; `wanted` is the cloud of the command line. */
  readonly accounts: (wanted: CloudName | null) => Promise<Result<ToolAccounts, ToolFailure>>
  /** A token for a tenant, or for the tool's usual tenant. */
  readonly token: (tenantId: string | null, place: ToolPlace | null) => Promise<Result<ArmToken, ToolFailure>>
  /** The command that mends the sign-in. */
  readonly command: (mending: Mending) => string
}

/** The code of Entra's error in a text of a tool. */
export function entraCodeIn(text: string): string | null {
  return /\bAADSTS\d{4,8}\b/.exec(text)?.[0] ?? null
}
