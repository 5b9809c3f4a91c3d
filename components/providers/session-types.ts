import type { BrowserConfig } from '@/lib/contract/browser-config'
import type { ErrorCode } from '@/lib/contract/errors'

/** Why a sign-in did not end well, as far as the directory tells. */
export const signInProblems = [
  'cancelled',
  'consent',
  'not-in-tenant',
  'expired',
  'idle',
  'blocked',
  'not-for-us',
  'other',
] as const
export type SignInProblem = (typeof signInProblems)[number]

/** A person as the directory names them. Nothing here is a secret; tokens stay inside MSAL. */
export interface SessionAccount {
  /** Stable over tenants; identifies the account on this device. */
  readonly homeAccountId: string
  readonly name: string | null
  readonly username: string
}

export interface Session {
  readonly status: 'loading' | 'signed-out' | 'signed-in'
  readonly account: SessionAccount | null
  /** The Azure cloud of this deployment. */
  readonly cloud: BrowserConfig['cloud']
  /** The tenant whose VMs are shown, or in which the sign-in page will sign in. */
  readonly tenantId: string
  /** Tenants this account has been seen in on this device, and the one of this deployment. */
  readonly tenants: readonly string[]
  /** All accounts of this tab. */
  readonly accounts: readonly SessionAccount[]
  readonly problem: SignInProblem | null
  /** True where a token could not be renewed in the background: the page stays, and asks to sign in again. */
  readonly renewalNeeded: boolean
  /** True while the browser is on its way to or from the sign-in page. */
  readonly leaving: boolean
}

export interface TokenRequest {
  /** JSON of the claims that a challenge asks for. */
  readonly claims?: string
  /** The server may not read Azure in the person's name yet: ask for everything the product needs, consent included. */
  readonly consent?: boolean
  /** A token that looks valid was refused: take a new one. */
  readonly fresh?: boolean
  /** False where leaving the page for the sign-in page would tear someone out of their reading. */
  readonly mayLeave: boolean
}

/** A token, or why there is none. `leaving`: the browser is on its way to the sign-in page. */
export type TokenOutcome =
  | { readonly kind: 'token'; readonly token: string; readonly tenantId: string }
  | { readonly kind: 'leaving' }
  | {
      readonly kind: 'failed'
      readonly code: Extract<ErrorCode, 'sign-in-required' | 'consent-required' | 'claims-challenge' | 'entra-down'>
    }

export interface SessionActions {
  signIn: () => Promise<void>
  /** Ends the session here and at the directory, and lands on a clean start page. */
  signOut: () => Promise<void>
  /** Lets the directory offer its accounts. */
  addAccount: () => Promise<void>
  /** Changes to an account that is signed in already. */
  useAccount: (homeAccountId: string) => Promise<void>
  /** Loads the start page of another tenant. */
  useTenant: (tenantId: string) => void
  acquireToken: (request: TokenRequest) => Promise<TokenOutcome>
}
