import type { SimRequestRecord } from '../model/record'
import type { World } from '../model/world'
import { operations } from '../records/requests'
import { hash, randomFor } from '../worlds/random'
import { actorOf, type Actor } from './actors'

/** One event of the log before serialisation. */
export interface ActivityEvent {
  readonly request: SimRequestRecord
  readonly phase: 'Started' | 'Accepted' | 'Succeeded' | 'Failed'
  readonly at: number
  readonly id: string
  /** When it can be read: 3 to 20 minutes later (https://learn.microsoft.com/azure/azure-monitor/platform/activity-log). */
  readonly submittedAt: number
}

const fastest = 180_000
const slowest = 1_200_000

function eventOf(request: SimRequestRecord, phase: ActivityEvent['phase'], at: number): ActivityEvent {
  const id = randomFor(at % 0xffffffff, `${request.correlationId}/${request.operation}/${phase}`).uuid()
  return { request, phase, at, id, submittedAt: at + fastest + (hash(id) % (slowest - fastest)) }
}

/** The events of a request: begun, accepted if it is asynchronous, ended. A denial by policy is a single one. */
export function eventsOf(request: SimRequestRecord): ActivityEvent[] {
  const { at, endedAt, outcome, category } = request
  if (category === 'Policy') return [eventOf(request, 'Failed', at)]
  const lasting = endedAt === null || endedAt - at > 2000
  return [
    eventOf(request, 'Started', at),
    ...(lasting ? [eventOf(request, 'Accepted', at + 640)] : []),
    ...(endedAt === null || outcome === null ? [] : [eventOf(request, outcome, endedAt)]),
  ]
}

const names: Readonly<Record<string, string>> = {
  [operations.extensionWrite]: 'Create or Update Virtual Machine Extension',
  [operations.extensionDelete]: 'Delete Virtual Machine Extension',
  [operations.vmWrite]: 'Create or Update Virtual Machine',
  [operations.vmDelete]: 'Delete Virtual Machine',
  [operations.start]: 'Start Virtual Machine',
  [operations.restart]: 'Restart Virtual Machine',
  [operations.powerOff]: 'Power Off Virtual Machine',
  [operations.deallocate]: 'Deallocate Virtual Machine',
  [operations.redeploy]: 'Redeploy Virtual Machine',
  [operations.runCommand]: 'Run Command on Virtual Machine',
  [operations.diskWrite]: 'Create or Update Disk',
  [operations.policyDeny]: "'deny' Policy action.",
}

const localized = (value: string, localizedValue = value): Record<string, string> => ({ value, localizedValue })

/** The claims of the token that the request came with. */
function claimsOf({ tenantId }: World, actor: Actor, at: number): Record<string, string> {
  const seconds = Math.floor(at / 1000)
  const schema = 'http://schemas.microsoft.com/identity/claims'
  const common = {
    aud: 'https://management.core.windows.net/',
    iss: `https://sts.windows.net/${tenantId}/`,
    iat: String(seconds - 300),
    nbf: String(seconds - 300),
    exp: String(seconds + 3900),
    appid: actor.applicationId,
    ipaddr: actor.address,
    [`${schema}/objectidentifier`]: actor.objectId,
    [`${schema}/tenantid`]: tenantId,
    ver: '1.0',
  }
  if (actor.kind === 'application') return { ...common, appidacr: '1', idtyp: 'app' }
  const upn = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn'
  return { ...common, appidacr: '0', name: actor.displayName, [upn]: actor.caller }
}

/** HTTP status text of each phase. */
function statusCodeOf({ phase, request }: ActivityEvent): string {
  if (phase === 'Started') return ''
  return phase === 'Accepted' ? 'Accepted' : request.statusCode
}

const numbers: Readonly<Record<string, number>> = { OK: 200, Accepted: 202, Forbidden: 403, Conflict: 409 }

function subStatusOf(code: string): Record<string, string> {
  return code === '' ? localized('') : localized(code, `${code} (HTTP Status Code: ${numbers[code] ?? 200})`)
}

interface Place {
  readonly subscription: string
  readonly group: string
  readonly provider: string
  readonly type: string
}

function placeOf(target: string): Place {
  const [, , subscription = '', , group = '', , provider = '', ...rest] = target.split('/')
  const types = rest.filter((_, index) => index % 2 === 0)
  return { subscription, group, provider, type: [provider, ...types].join('/') }
}

const isoTime = (milliseconds: number): string => `${new Date(milliseconds).toISOString().slice(0, 23)}0000Z`
const ticksAtEpoch = 621_355_968_000_000_000n

/** The spelling of ids differs from event to event: events that end a request have the group in upper case. */
function spelled(target: string, phase: ActivityEvent['phase']): string {
  if (phase === 'Started' || phase === 'Accepted') return target
  return target.replace(
    /(\/resourceGroups\/)([^/]+)/i,
    (_, prefix: string, group: string) => prefix + group.toUpperCase(),
  )
}

function propertiesOf(event: ActivityEvent, target: string): Record<string, string> {
  const { request } = event
  const ended = event.phase === 'Succeeded' || event.phase === 'Failed'
  const statusCode = statusCodeOf(event)
  return {
    ...(statusCode === '' ? {} : { statusCode }),
    ...(ended && request.statusMessage !== null ? { statusMessage: request.statusMessage } : {}),
    eventCategory: request.category,
    entity: target,
    message: request.operation,
    hierarchy: placeOf(target).subscription,
  }
}

/** An event in the Activity Log's format (https://learn.microsoft.com/azure/azure-monitor/platform/activity-log-schema). */
export function renderEvent(world: World, event: ActivityEvent): Record<string, unknown> {
  const { request, phase, at, id, submittedAt } = event
  const actor = actorOf(world, request)
  const target = spelled(request.target, phase)
  const place = placeOf(target)
  const ticks = BigInt(Math.floor(at)) * 10_000n + ticksAtEpoch
  return {
    authorization: { action: request.operation, scope: target },
    caller: actor.caller,
    channels: 'Operation',
    claims: claimsOf(world, actor, request.at),
    correlationId: request.correlationId,
    description: '',
    eventDataId: id,
    eventName:
      phase === 'Started' ? localized('BeginRequest', 'Begin request') : localized('EndRequest', 'End request'),
    category: localized(request.category),
    httpRequest: { clientRequestId: request.correlationId, clientIpAddress: actor.address, method: request.method },
    id: `${target}/events/${id}/ticks/${ticks}`,
    level: phase === 'Failed' ? 'Error' : 'Informational',
    resourceGroupName: place.group,
    resourceProviderName: localized(place.provider),
    resourceType: localized(place.type),
    resourceId: target,
    operationId: request.correlationId,
    operationName: localized(request.operation, names[request.operation]),
    properties: propertiesOf(event, target),
    status: localized(phase),
    subStatus: subStatusOf(statusCodeOf(event)),
    eventTimestamp: isoTime(at),
    submissionTimestamp: isoTime(submittedAt),
    subscriptionId: place.subscription,
    tenantId: world.tenantId,
  }
}
