import type { ErrorCode } from '@/lib/contract/errors'
import { peerHeader } from '@/lib/http/peer'
import { operations, needsPerson, type OperationId } from '@/lib/openapi/operations'
import type { TokenFailureCode } from '@/lib/shared/token-source'
import type { FaultInput } from '../../simulator/control/shapes'
import { lostAsk, passphrase, senselessAsk, staleAsk, type Names } from './asks'
import { reader, type Ask, type Stage } from './stage'

/** What has to happen for a code to be answered. */
export interface Scene {
  readonly stage: Stage
  readonly id: OperationId
  readonly good: Ask
  readonly names: Names
  /** Whether links without sign-in are on, and whether the server is shutting down. */
  readonly switches: { snapshots: boolean; stopping: boolean }
  readonly insides: Insides
}

/** Parts of the server that a client cannot reach from outside. */
export interface Insides {
  /** A scheduler on virtual time: no wait for Azure takes real time. */
  readonly scheduler: () => unknown
  readonly misconfigured: Error
}
export type Trigger = (scene: Scene) => Promise<unknown>

/** A wait so long that the server reports it instead. */
const hour = '3600'
/** Above any size limit. */
const tooMuch = JSON.stringify({ log: 'x'.repeat(7_000_000) })

async function personKey({ stage, id }: Scene): Promise<string> {
  const tenant = stage.tenantOf(id)
  const { people } = await tenant.summary()
  const objectId = people.find(({ displayName }) => displayName === reader)?.objectId ?? ''
  return `public|${tenant.tenantId}|${objectId}`
}

const withToken =
  (order: Parameters<Stage['token']>[1]): Trigger =>
  async ({ stage, id, good }) =>
    stage.ask(id, { ...good, token: await stage.token(id, order) })

const withFault =
  (fault: FaultInput): Trigger =>
  async ({ stage, id, good }) => {
    await stage.tenantOf(id).addFault(fault)
    return stage.ask(id, good)
  }

/** The directory returns no token for reading Azure. */
const withoutArmToken =
  (code: TokenFailureCode): Trigger =>
  ({ stage, id, good }) => {
    const failure = { code, claims: code === 'claims-challenge' ? 'eyJ9' : null }
    const refusing = { get: () => Promise.resolve({ ok: false, failure }), drop: () => undefined }
    Object.assign(globalThis, { sealwatchArmTokens: refusing })
    return stage.ask(id, good)
  }

/** An unexpected error in the middle of the handler. */
const stumbling =
  (error: Error): Trigger =>
  async ({ stage, id, good }) => {
    if (needsPerson(operations[id])) return stage.ask(id, { ...good, stumble: error })
    const headers = {
      get: () => {
        throw error
      },
    }
    return stage.judge(
      id,
      await stage.handlerOf(id)({ headers } as unknown as Request, { params: Promise.resolve({}) }),
    )
  }

async function schedule(scene: Scene, scheduler: unknown): Promise<void> {
  Object.assign(globalThis, { sealwatchSchedulers: new Map([[await personKey(scene), scheduler]]) })
}

const timedOut: Trigger = async (scene) => {
  const { stage, id, good } = scene
  await schedule(scene, scene.insides.scheduler())
  await stage.tenantOf(id).addFault({ kind: 'stall' })
  return stage.ask(id, good)
}

const unreadable: Trigger = async (scene) => {
  await schedule(scene, scene.insides.scheduler())
  return withFault({ kind: 'server-error', status: 422 })(scene)
}

/** A proxy between the server and Azure answers with its own certificate. */
const untrusted: Trigger = async ({ stage, id, good }) => {
  const error = Object.assign(new Error('self-signed certificate in certificate chain'), {
    code: 'SELF_SIGNED_CERT_IN_CHAIN',
  })
  globalThis.sealwatchTransport = { sendRequest: () => Promise.reject(error) }
  try {
    return await stage.ask(id, good)
  } finally {
    globalThis.sealwatchTransport = undefined
  }
}

const tooOften: Trigger = async (scene) => {
  const { stage, id, good } = scene
  await stage.ask('listWatches', {})
  const key = await personKey(scene)
  for (let request = 0; request < 700; request += 1) globalThis.sealwatchRequests?.spend(key, performance.now())
  return stage.ask(id, good)
}

const lost: Trigger = async ({ stage, id, good, names, switches }) => {
  if (operations[id].tag === 'admin')
    return stage.ask(id, { ...good, token: await stage.token(id, { person: 'Aiko Tanaka' }) })
  if (operations[id].tag === 'snapshots' && id !== 'openSnapshot') switches.snapshots = false
  return stage.ask(id, lostAsk(id, good, names))
}

const tooManyTries: Trigger = ({ stage, names }) =>
  Promise.all(
    Array.from({ length: 12 }, (_each, guess) => {
      const body = { token: names.locked, passphrase: `wrong ${guess}` }
      return stage.ask('openSnapshot', {
        token: null,
        body,
        headers: { [peerHeader()]: '10.0.0.1', 'x-forwarded-for': `203.0.113.${guess}` },
      })
    }),
  )

/** Every code with the way to make an operation answer it; null for codes that no operation in the document answers. */
export const triggers: Readonly<Record<ErrorCode, Trigger | null>> = {
  'sign-in-required': ({ stage, id, good }) => stage.ask(id, { ...good, token: null }),
  'token-invalid': withToken({ flaw: 'tampered' }),
  'token-expired': withToken({ expiresIn: -3600 }),
  'tenant-not-allowed': async ({ stage, id, good }) =>
    stage.ask(id, { ...good, token: await stage.foreign.token({ person: reader }) }),
  'scope-missing': withToken({ overrides: { scp: 'profile' } }),
  'app-only-token': withToken({ overrides: { scp: null } }),
  'claims-challenge': withoutArmToken('claims-challenge'),
  'consent-required': withoutArmToken('consent-required'),
  'sign-in-expired': withoutArmToken('sign-in-expired'),
  'request-invalid': ({ stage, id, good }) => stage.ask(id, senselessAsk(id, good)),
  'body-too-large': ({ stage, id, good }) => stage.ask(id, { ...good, text: tooMuch }),
  'json-invalid': ({ stage, id, good }) => stage.ask(id, { ...good, text: '{' }),
  'not-found': lost,
  'method-not-allowed': null,
  'version-conflict': ({ stage, id, good, names }) => stage.ask(id, staleAsk(id, good, names)),
  'too-many-requests': tooOften,
  'passphrase-needed': ({ stage, id, good, names }) =>
    stage.ask(id, { ...good, body: { token: names.locked, passphrase: null } }),
  'passphrase-wrong': ({ stage, id, good, names }) =>
    stage.ask(id, { ...good, body: { token: names.locked, passphrase: `not ${passphrase}` } }),
  'too-many-tries': tooManyTries,
  'arm-denied': withFault({ kind: 'deny' }),
  'arm-throttled': withFault({ kind: 'throttle', retryAfter: hour }),
  'arm-down': withFault({ kind: 'server-error', retryAfter: hour }),
  'arm-untrusted': untrusted,
  'arm-timed-out': timedOut,
  'arm-unreadable': unreadable,
  'arm-not-found': withFault({ kind: 'vanish' }),
  'arm-api-version': async ({ stage, id, good }) => {
    await stage.tenantOf(id).settings({ apiVersions: { '*': ['2015-06-15'] } })
    return stage.ask(id, good)
  },
  'entra-down': async ({ stage, id, good }) =>
    stage.ask(id, { ...good, token: await stage.silent.token({ person: reader }) }),
  stopping: ({ stage, id, good, switches }) => {
    switches.stopping = true
    return stage.ask(id, good)
  },
  cancelled: ({ stage, id, good }) => stage.ask(id, { ...good, signal: AbortSignal.abort() }),
  'configuration-invalid': (scene) => stumbling(scene.insides.misconfigured)(scene),
  internal: stumbling(new Error('unexpected')),
}
