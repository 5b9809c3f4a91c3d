import type { ArmCaller, Cost, SimResponse } from '../model/http'
import type { World } from '../model/world'
import type { Buckets, Draw } from './buckets'
import { limits, resourceGraphQuota, scaled } from './limits'
import { armThrottled, computeThrottled, resourceGraphThrottled } from './refusals'

export interface Call {
  readonly world: World
  readonly buckets: Buckets
  readonly caller: ArmCaller
  readonly costs: readonly Cost[]
  readonly path: string
  /** Real time, epoch milliseconds. */
  readonly now: number
}

/** The buckets' result for a call: headers for its answer, and the refusal if one of them is empty. */
export interface Toll {
  readonly headers: Readonly<Record<string, string>>
  readonly refusal: SimResponse | null
}

interface Place {
  readonly subscription: string | null
  readonly vm: string | null
  readonly region: string
}

function placeOf({ world, path }: Call): Place {
  const lower = path.toLowerCase()
  const subscription = /^\/subscriptions\/([^/]+)/.exec(lower)?.[1] ?? null
  const vm =
    /^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+\/providers\/microsoft\.compute\/virtualmachines\/[^/]+/.exec(
      lower,
    )?.[0] ?? null
  const location = /\/locations\/([^/]+)/.exec(lower)?.[1]
  return { subscription, vm, region: location ?? (vm === null ? undefined : world.vms.get(vm)?.region) ?? 'all' }
}

const scaleOf = ({ world }: Call): number => world.spec.bucketScale ?? 1

function armToll(call: Call, place: Place, write: boolean): Toll {
  const kind = write ? 'writes' : 'reads'
  const shape = scaled(write ? limits.armWrite : limits.armRead, scaleOf(call))
  const at = place.subscription ?? 'tenant'
  const draw = call.buckets.draw(`arm|${kind}|${call.caller.objectId}|${at}`, shape, call.now)
  const name = `x-ms-ratelimit-remaining-${place.subscription === null ? 'tenant' : 'subscription'}-${kind}`
  const headers = { [name]: String(draw.remaining) }
  if (!draw.granted) return { headers, refusal: armThrottled(kind, at, call.caller.objectId, draw.waitMs) }
  if (write || place.subscription === null) return { headers, refusal: null }
  const everyone = call.buckets.draw(`arm|everyone|${at}`, scaled(limits.armReadEveryone, scaleOf(call)), call.now)
  return {
    headers: { ...headers, 'x-ms-ratelimit-remaining-subscription-global-reads': String(everyone.remaining) },
    refusal: everyone.granted ? null : armThrottled(kind, at, call.caller.objectId, everyone.waitMs),
  }
}

function computeToll(call: Call, place: Place, policy: 'LowCostGet' | 'HighCostGet'): Toll {
  const shape = policy === 'LowCostGet' ? limits.computeLowCost : limits.computeHighCost
  const draw = call.buckets.draw(
    `compute|${policy}|${place.subscription ?? ''}|${place.region}`,
    scaled(shape, scaleOf(call)),
    call.now,
  )
  const header = (one: Draw): Record<string, string> => ({
    'x-ms-ratelimit-remaining-resource': `Microsoft.Compute/${policy}Subscription;${draw.remaining},Microsoft.Compute/${policy}Resource;${one.remaining}`,
  })
  if (policy === 'HighCostGet' || place.vm === null) {
    const headers = { 'x-ms-ratelimit-remaining-resource': `Microsoft.Compute/${policy}Subscription;${draw.remaining}` }
    return { headers, refusal: draw.granted ? null : computeThrottled(policy, draw.waitMs) }
  }
  const one = call.buckets.draw(`compute|vm|${place.vm}`, scaled(limits.computeOneVm, scaleOf(call)), call.now)
  if (draw.granted && one.granted) return { headers: header(one), refusal: null }
  return {
    headers: header(one),
    refusal: computeThrottled(policy, Math.max(draw.granted ? 0 : draw.waitMs, one.granted ? 0 : one.waitMs)),
  }
}

function resourceGraphToll(call: Call): Toll {
  const quota = { ...resourceGraphQuota, capacity: resourceGraphQuota.capacity * scaleOf(call) }
  const draw = call.buckets.drawWindow(`graph|${call.caller.objectId}`, quota, call.now)
  const seconds = Math.ceil(draw.waitMs / 1000)
  const headers = {
    'x-ms-user-quota-remaining': String(draw.remaining),
    'x-ms-user-quota-resets-after': `00:00:${String(seconds).padStart(2, '0')}`,
    'x-ms-ratelimit-remaining-tenant-resource-requests': String(draw.remaining),
    'x-ms-throttling-version': 'v2',
  }
  return { headers, refusal: draw.granted ? null : resourceGraphThrottled() }
}

const free: Toll = { headers: {}, refusal: null }

const tolls: Readonly<Record<Cost, (call: Call, place: Place) => Toll>> = {
  'arm-read': (call, place) => armToll(call, place, false),
  'arm-write': (call, place) => armToll(call, place, true),
  'compute-low-cost': (call, place) => computeToll(call, place, 'LowCostGet'),
  'compute-high-cost': (call, place) => computeToll(call, place, 'HighCostGet'),
  'resource-graph': resourceGraphToll,
  free: () => free,
}

/** Uses every bucket of a call, in order; the first empty one refuses it. */
export function drawAll(call: Call): Toll {
  const place = placeOf(call)
  let headers: Record<string, string> = {}
  for (const cost of call.costs) {
    const toll = tolls[cost](call, place)
    headers = { ...headers, ...toll.headers }
    if (toll.refusal !== null) return { headers, refusal: toll.refusal }
  }
  return { headers, refusal: null }
}
