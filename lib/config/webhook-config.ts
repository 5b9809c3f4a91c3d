import 'server-only'
import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { vmStates } from '@/lib/contract/codes'
import { noticeKinds, webhookKinds, type FollowedView, type NoticeKind, type WebhookKind } from '@/lib/contract/watches'
import { fail, ok, type Result } from '@/lib/shared/result'
import { withoutEmpty } from './environment'
import { browserOrigin, commaList, isLoopback } from './fields'
import { privateNetworkOf, type Network } from './networks'
import { isClosedHost } from './receiver-addresses'
import { ConfigurationError, ruleOf, type ConfigProblem } from './problems'

/** A user in a tenant, both ids in lower case: an object id alone proves nothing about a user of another tenant. */
export interface WebhookUser {
  readonly tenantId: string
  readonly objectId: string
}

/** One receiver. The address and the secret are never shown, logged or sent anywhere else. */
export interface WebhookTarget {
  readonly name: string
  readonly kind: WebhookKind
  readonly url: string
  /** Key of the signature; null for receivers that check none. */
  readonly secret: Buffer | null
  /** The users who may use it; `everyone` for every signed-in user. */
  readonly people: 'everyone' | readonly WebhookUser[]
}

/** A watch of the operator, independent of the users' watches. */
export interface OperatorWatch {
  readonly name: string
  readonly targets: readonly string[]
  readonly kinds: readonly NoticeKind[]
  readonly language: 'en' | 'ja'
  readonly view: FollowedView
}

export interface WebhookConfig {
  /** Origin of the dashboard, for links. */
  readonly address: string
  readonly targets: readonly WebhookTarget[]
  readonly watches: readonly OperatorWatch[]
  /** Hours for which a user's right to read a VM counts after it was proved. */
  readonly proofHours: number
  /** After this time without a response the delivery is retried later. */
  readonly timeoutMs: number
  /** `host:port` of the fake Azure's receiver on this machine; null everywhere else. See the decision on watches. */
  readonly localReceiver: string | null
  /** Private networks of the operator whose addresses may receive posts, besides the public internet. */
  readonly networks: readonly Network[]
}

const name = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9 ._-]{0,39}$/, 'must be 1 to 40 letters, digits, spaces, . _ -')
const receiver = z
  .string()
  .refine((text) => URL.canParse(text) && new URL(text).protocol === 'https:', 'must be an https URL')
  .refine((text) => !URL.canParse(text) || new URL(text).username === '', 'must not hold a user name')
/**
 * In the format of the Standard Webhooks:
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
const secret = z
  .string()
  .regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/, 'must be whsec_ and 24 to 64 bytes in base64')
  .transform((text) => Buffer.from(text.slice('whsec_'.length), 'base64'))
/** An object id in the deployment's tenant, or `tenant/object id`. */
const user = z
  .string()
  .regex(
    /^(?:[\da-f-]{36}\/)?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
    'must be an object id, or tenant id/object id',
  )
  .toLowerCase()
const lower = z.array(z.string().toLowerCase()).max(200).default([])

const fileSchema = z.strictObject({
  address: browserOrigin,
  proofHours: z.number().min(1).max(720).default(72),
  timeoutSeconds: z.number().min(1).max(30).default(10),
  targets: z.record(
    name,
    z
      .strictObject({
        kind: z.enum(webhookKinds),
        url: receiver,
        secret: secret.optional(),
        people: z.union([z.literal('everyone'), z.array(user)]).default([]),
      })
      .refine((target) => target.kind !== 'json' || target.secret !== undefined, 'needs a secret'),
  ),
  watches: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(90),
        targets: z.array(name).min(1),
        kinds: z
          .array(z.enum(noticeKinds))
          .min(1)
          .default([...noticeKinds]),
        language: z.enum(['en', 'ja']).default('en'),
        subscriptions: lower,
        groups: lower,
        os: z.array(z.enum(['Linux', 'Windows', 'unknown'])).default([]),
        states: z.array(z.enum(vmStates)).default([]),
      }),
    )
    .max(50)
    .default([]),
})
type WebhookFile = z.infer<typeof fileSchema>

const notPrivate =
  'must be parts of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or fc00::/7, separated by commas, such as 10.1.2.0/24'

const closedAddress =
  'is an address that may receive no notice: it is not public, and not in SEALWATCH_WEBHOOK_NETWORKS'

/** The variables of webhooks; the file has a separate schema. */
export const webhookEnvironmentSchema = z.object({
  SEALWATCH_WEBHOOKS_FILE: z.string().optional(),
  SEALWATCH_WEBHOOK_LOCAL_RECEIVER: z.string().optional(),
  SEALWATCH_WEBHOOK_NETWORKS: z
    .string()
    .refine((text) => commaList(text).every((entry) => privateNetworkOf(entry) !== null), notPrivate)
    .optional(),
})

const variable = 'SEALWATCH_WEBHOOKS_FILE'
const none: WebhookConfig = {
  address: '',
  targets: [],
  watches: [],
  proofHours: 72,
  timeoutMs: 10_000,
  localReceiver: null,
  networks: [],
}

const wrong = (message: string): ConfigProblem => ({ variable, message })

function fileOf(text: string): Result<WebhookFile, ConfigProblem[]> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return fail([wrong('is not JSON')])
  }
  const parsed = fileSchema.safeParse(json)
  if (!parsed.success)
    return fail(parsed.error.issues.map((issue) => wrong(`${issue.path.join('.')} ${ruleOf(issue, json)}`.trimStart())))
  const unknown = parsed.data.watches.flatMap(({ targets }) => targets).filter((one) => !(one in parsed.data.targets))
  return unknown.length > 0 ? fail([wrong(`watches contain unknown targets: ${unknown.join(', ')}`)]) : ok(parsed.data)
}

/**
 * The one address of this machine that may receive posts. It must be the configured authority's own, and on loopback: a
 * deployment whose users sign in with Entra cannot have it.
 */
function localReceiverOf(variables: Readonly<Record<string, string>>): Result<string | null, ConfigProblem> {
  const local = variables['SEALWATCH_WEBHOOK_LOCAL_RECEIVER']
  if (local === undefined) return ok(null)
  const authority = variables['SEALWATCH_AUTHORITY_HOST'] ?? ''
  const url = URL.canParse(authority) ? new URL(authority) : null
  if (url !== null && url.host === local && isLoopback(url.hostname)) return ok(local)
  const message = 'works only with a fake Azure: it must be host and port of SEALWATCH_AUTHORITY_HOST on this machine'
  return fail({ variable: 'SEALWATCH_WEBHOOK_LOCAL_RECEIVER', message })
}

/**
 * Parses the webhook variables.
 * @param readFile reads the file that the environment names
 */
export function parseWebhookConfig(
  raw: Readonly<Record<string, string | undefined>>,
  readFile: (path: string) => string,
): Result<WebhookConfig, ConfigProblem[]> {
  const variables: z.infer<typeof webhookEnvironmentSchema> & Record<string, string> = withoutEmpty(raw)
  const local = localReceiverOf(variables)
  if (!local.ok) return fail([local.failure])
  const networks = webhookEnvironmentSchema.shape.SEALWATCH_WEBHOOK_NETWORKS.safeParse(
    variables.SEALWATCH_WEBHOOK_NETWORKS,
  )
  if (!networks.success) return fail([{ variable: 'SEALWATCH_WEBHOOK_NETWORKS', message: notPrivate }])
  const path = variables[variable]
  if (path === undefined) return ok(none)
  let text: string
  try {
    text = readFile(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    return fail([wrong(`names a file that cannot be read${code}`)])
  }
  const file = fileOf(text)
  if (!file.ok) return file
  const { address, proofHours, timeoutSeconds, targets, watches } = file.value
  const receivers = {
    localReceiver: local.value,
    networks: commaList(networks.data ?? '').flatMap((entry) => privateNetworkOf(entry) ?? []),
  }
  const closed = Object.keys(targets).filter((key) => isClosedHost(new URL(targets[key]?.url ?? ''), receivers))
  if (closed.length > 0) return fail(closed.map((key) => wrong(`targets.${key}.url ${closedAddress}`)))
  return ok({
    address,
    proofHours,
    timeoutMs: timeoutSeconds * 1000,
    ...receivers,
    targets: Object.entries(targets).map(([key, target]) => ({
      ...target,
      name: key,
      secret: target.secret ?? null,
      people: usersOf(target.people, variables['SEALWATCH_TENANT'] ?? ''),
    })),
    watches: watches.map(({ subscriptions, groups, os, states, ...watch }) => ({
      ...watch,
      view: { subscriptions: sorted(subscriptions), groups: sorted(groups), os: sorted(os), states: sorted(states) },
    })),
  })
}

function usersOf(people: 'everyone' | readonly string[], homeTenant: string): WebhookTarget['people'] {
  if (people === 'everyone') return people
  return people.map((text) => {
    const [objectId = '', tenantId = homeTenant.toLowerCase()] = text.split('/').toReversed()
    return { tenantId, objectId }
  })
}

/** Whether a user may choose a receiver. */
export function mayUseWebhook({ people }: Pick<WebhookTarget, 'people'>, user: WebhookUser): boolean {
  if (people === 'everyone') return true
  const [tenantId, objectId] = [user.tenantId.toLowerCase(), user.objectId.toLowerCase()]
  return people.some((one) => one.tenantId === tenantId && one.objectId === objectId)
}

function sorted<Value extends string>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)].sort()
}

let cached: WebhookConfig | undefined

/**
 * The webhooks of this process's configuration, read on first use and cached.
 * @throws ConfigurationError naming everything that is wrong, never a value
 */
export function webhookConfig(): WebhookConfig {
  if (cached !== undefined) return cached
  const parsed = parseWebhookConfig(process.env, (path) => readFileSync(path, 'utf8'))
  if (!parsed.ok) throw new ConfigurationError(parsed.failure)
  cached = parsed.value
  return cached
}
