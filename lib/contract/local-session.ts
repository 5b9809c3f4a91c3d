import * as z from 'zod/mini'
import type { ErrorCode } from './errors'

/** Where a program for one person gets its tokens from, in the order in which they are tried. */
export const signInTools = ['azure-cli', 'powershell', 'browser', 'device-code'] as const
export type SignInTool = (typeof signInTools)[number]
/** What such a program shows: Azure with one of these sign-ins, or a file without any. */
export const localSources = [...signInTools, 'file'] as const
export type LocalSource = (typeof localSources)[number]

/** Entry of the browser's storage with the page's secret. Storage belongs to one port, unlike cookies. */
export const localSecretEntry = 'sealwatch.local-secret'

/** The code with which a file answers a request that it has no answer for. No service of Azure sends it. */
export const notInThisFile = 'NotInThisFile'

/** Whether something was not read because the file that is shown does not contain it, and for no other reason. */
export const isNotInFile = (azureCodes: readonly string[]): boolean =>
  azureCodes.length > 0 && azureCodes.every((code) => code === notInThisFile)

/** Failures whose next step is for the operator of a deployment. Such a program has none. */
export const operatorCodes = [
  'tenant-not-allowed',
  'app-only-token',
  'request-invalid',
  'method-not-allowed',
  'arm-untrusted',
  'arm-unreadable',
  'arm-api-version',
  'configuration-invalid',
  'internal',
] as const satisfies readonly ErrorCode[]
export type OperatorCode = (typeof operatorCodes)[number]

export const isOfOperator = (code: string): code is OperatorCode => operatorCodes.some((each) => each === code)

/** The addresses that such a program answers itself. */
export const localPaths = {
  /** The page that turns the key into a session; the others are requests of pages. */
  open: '/local',
  openScript: '/local/open.js',
  session: '/api/local/session',
  state: '/api/local/state',
} as const

/**
 * Answer of `GET /api/local/state`: who is signed in with which tool, and whether the person must do something. It contains
 * no token.
 */
export const localStateSchema = z.object({
  tool: z.enum(localSources),
  account: z.object({ name: z.nullable(z.string()), username: z.string() }),
  tenantId: z.string(),
  /** Tenants that the tool is signed in to. */
  tenants: z.array(z.string()),
  /** The command that mends the sign-in, to type in a terminal; null where nothing is wrong. */
  command: z.nullable(z.string()),
  /** The file that is shown instead of Azure, and the moment at which it was taken; null where Azure is shown. */
  file: z.nullable(
    z.object({
      name: z.string(),
      takenAt: z.string(),
      complete: z.boolean(),
      notRead: z.number(),
      /** How many subscriptions were chosen when it was taken; null for all that the person could read. */
      subscriptions: z.nullable(z.number()),
    }),
  ),
})
export type LocalState = z.infer<typeof localStateSchema>
