import type { BrowserConfig } from '@/lib/contract/browser-config'
import type { ErrorCode } from '@/lib/contract/errors'
import type { LocalSource, LocalState } from '@/lib/contract/local-session'

/** Why a sign-in failed, as far as the directory's error shows. */
export const signInProblems = [
  'cancelled',
  'consent',
  'not-in-tenant',
  'expired',
  'idle',
  'blocked',
  'not-for-us',
  'other-tenant',
  'other',
] as const
export type SignInProblem = (typeof signInProblems)[number]

/** A user as the directory names them. None of this is secret; tokens stay inside MSAL. */
export interface SessionAccount {
  /** The same in all tenants; identifies the account on this device. */
  readonly homeAccountId: string
  readonly name: string | null
  readonly username: string
}

/** The sign-in of a program for one person on their own machine. */
export interface LocalSignIn {
  readonly tool: LocalSource
  /** The command that mends the sign-in; null where nothing is wrong. */
  readonly command: string | null
  /** Whether the program has ended: this page can read nothing any more. */
  readonly ended: boolean
  /** The file that is shown instead of Azure; null where Azure is shown. */
  readonly file: LocalState['file']
}

export interface Session {
  /** `unconfirmed`: signed in, but the user has not confirmed the tenant yet that a link named; nothing is read. */
  readonly status: 'loading' | 'signed-out' | 'unconfirmed' | 'signed-in'
  readonly account: SessionAccount | null
  /** The Azure cloud of this deployment. */
  readonly cloud: BrowserConfig['cloud']
  /** Origin of that cloud's portal; null in a demo, whose resources are in none. */
  readonly portalHost: string | null
  /** The tenant whose VMs are shown, or which the sign-in page will use. */
  readonly tenantId: string
  /** Tenants in which this account was used on this device, and the one of this deployment. */
  readonly tenants: readonly string[]
  /** All accounts of this tab. */
  readonly accounts: readonly SessionAccount[]
  readonly problem: SignInProblem | null
  /** True when a token could not be renewed in the background: the page stays, and asks the user to sign in again. */
  readonly renewalNeeded: boolean
  /** True while the browser navigates to or from the sign-in page. */
  readonly leaving: boolean
  /** Null where users sign in at Entra in this browser. */
  readonly local: LocalSignIn | null
}

/** The session before anything is known of the user. */
export function firstSession(config: BrowserConfig): Session {
  return {
    status: 'loading',
    account: null,
    cloud: config.cloud,
    portalHost: config.demo ? null : config.portalHost,
    tenantId: config.tenantId,
    tenants: [config.tenantId],
    accounts: [],
    problem: null,
    renewalNeeded: false,
    leaving: false,
    local: null,
  }
}

export interface TokenRequest {
  /** JSON of the claims that a challenge requires. */
  readonly claims?: string
  /**
   * The server has no consent to read Azure for the user yet: request all the product's permissions, including consent.
   */
  readonly consent?: boolean
  /** A token that seems valid was refused: request a new one. */
  readonly fresh?: boolean
  /** False when leaving the page for the sign-in page would interrupt a user who is reading. */
  readonly mayLeave: boolean
}

/** A token for a request. `credentials`: whether cookies go with it; they do in a program for one person. */
export interface SentToken {
  readonly token: string
  readonly credentials?: 'omit' | 'same-origin'
}

/** A token, or the reason that it is missing. `leaving`: the browser is navigating to the sign-in page. */
export type TokenOutcome =
  | (SentToken & { readonly kind: 'token'; readonly tenantId: string })
  | { readonly kind: 'leaving' }
  | {
      readonly kind: 'failed'
      readonly code: Extract<ErrorCode, 'sign-in-required' | 'consent-required' | 'claims-challenge' | 'entra-down'>
    }

export interface SessionActions {
  signIn: () => Promise<void>
  /** The user confirms that this account is to be used in this tenant. */
  confirm: () => void
  /** Ends the session here and at the directory, and returns to a clean start page. */
  signOut: () => Promise<void>
  /** Opens the account picker of the directory. */
  addAccount: () => Promise<void>
  /** Switches to an account that is already signed in. */
  useAccount: (homeAccountId: string) => Promise<void>
  /** Loads the start page of another tenant. */
  useTenant: (tenantId: string) => void
  acquireToken: (request: TokenRequest) => Promise<TokenOutcome>
}
