import 'server-only'
import { AuthError, PublicClientApplication, type AccountInfo, type AuthenticationResult } from '@azure/msal-node'
import { msalNetwork } from '@/lib/auth/msal-network'
import { typed } from '@/lib/cli/command-line'
import { azureCliClientId } from '@/lib/openapi/clients'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { ArmToken } from '@/lib/shared/token-source'
import { placeIn } from './powershell'
import { personOf } from './token-claims'
import { entraCodeIn, type Mending, type ToolFailure, type ToolPlace, type TokenTool } from './tool'

/** How the person completes a sign-in that this program starts itself. */
export interface SignInPrompt {
  /** Shows the code and the address of a device code sign-in. */
  readonly showCode: (prompt: { readonly code: string; readonly address: string }) => void
  /** Opens the sign-in page. */
  readonly openBrowser: (address: string) => Promise<void>
}

/** A closed browser window is never reported: the sign-in is given up after this time. */
const interactiveMilliseconds = 300_000

function failureOf(error: unknown): ToolFailure {
  const message = error instanceof Error ? error.message : ''
  const entraCode = entraCodeIn(message)
  if (error instanceof AuthError && error.errorCode === 'network_error') return { code: 'unreachable', entraCode }
  return { code: error instanceof AuthError ? 'signed-out' : 'failed', entraCode }
}

/**
 * A sign-in of the program itself, with the client id of azure-cli, which every tenant knows. Tokens and the refresh
 * token stay in memory.
 */
export function ownSignIn(kind: 'device-code' | 'browser', prompt: SignInPrompt): TokenTool {
  const applications = new Map<string, PublicClientApplication>()
  let account: AccountInfo | null = null
  const applicationOf = (authority: string): PublicClientApplication => {
    const known = applications.get(authority)
    if (known !== undefined) return known
    const made = new PublicClientApplication({
      auth: {
        clientId: azureCliClientId,
        authority,
        knownAuthorities: [new URL(authority).host],
        clientCapabilities: ['CP1'],
      },
      system: { networkClient: msalNetwork },
    })
    applications.set(authority, made)
    return made
  }
  const signIn = (client: PublicClientApplication, scopes: string[]): Promise<AuthenticationResult | null> =>
    kind === 'device-code'
      ? client.acquireTokenByDeviceCode({
          scopes,
          deviceCodeCallback: ({ userCode, verificationUri }) =>
            prompt.showCode({ code: userCode, address: verificationUri }),
        })
      : limited(client.acquireTokenInteractive({ scopes, openBrowser: prompt.openBrowser }))
  const token = async (tenantId: string | null, place: ToolPlace): Promise<Result<ArmToken, ToolFailure>> => {
    const client = applicationOf(`${place.authorityHost}/${tenantId ?? account?.tenantId ?? 'organizations'}`)
    const scopes = [`${place.armEndpoint}/.default`]
    try {
      const answer =
        account === null ? await signIn(client, scopes) : await client.acquireTokenSilent({ account, scopes })
      const person = answer === null ? null : personOf(answer.accessToken)
      if (answer === null || person === null) return fail({ code: 'failed', entraCode: null })
      account ??= answer.account
      return ok({ token: answer.accessToken, expiresAt: person.expiresAt })
    } catch (error) {
      return fail(failureOf(error))
    }
  }
  return {
    name: kind,
    accounts: (wanted) => Promise.resolve(ok({ place: placeIn(wanted ?? 'public'), tenants: [], username: null })),
    token: (tenantId, place) => token(tenantId, place ?? placeIn('public')),
    command: (mending) => restartCommand(kind, mending),
  }
}

function restartCommand(kind: 'device-code' | 'browser', { place, tenantId }: Mending): string {
  const tenant = tenantId === null ? '' : ` --tenant ${tenantId}`
  const cloud = place.cloud === 'public' ? '' : ` --cloud ${place.cloud}`
  return `${typed('local')} --credential ${kind}${tenant}${cloud}`
}

async function limited<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('not signed in in time')), interactiveMilliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
