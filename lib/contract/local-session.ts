import * as z from 'zod/mini'

/** Where a program for one person gets its tokens from, in the order in which they are tried. */
export const signInTools = ['azure-cli', 'powershell', 'browser', 'device-code'] as const
export type SignInTool = (typeof signInTools)[number]

/** Entry of the browser's storage with the page's secret. Storage belongs to one port, unlike cookies. */
export const localSecretEntry = 'sealwatch.local-secret'

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
  tool: z.enum(signInTools),
  account: z.object({ name: z.nullable(z.string()), username: z.string() }),
  tenantId: z.string(),
  /** Tenants that the tool is signed in to. */
  tenants: z.array(z.string()),
  /** The command that mends the sign-in, to type in a terminal; null where nothing is wrong. */
  command: z.nullable(z.string()),
})
export type LocalState = z.infer<typeof localStateSchema>
