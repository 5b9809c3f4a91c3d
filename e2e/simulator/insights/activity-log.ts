import { authorizationFailed } from '../arm/errors'
import { subscriptionOf } from '../arm/guard'
import { parseObject } from '../arm/json'
import { vmsOfSubscription } from '../arm/vm-index'
import { advance } from '../lifecycle/advance'
import type { ArmContext, SimResponse } from '../model/http'
import type { SimVm } from '../model/vm'
import { eventsOf, renderEvent, type ActivityEvent } from './activity-event'
import { parseActivityFilter, type ActivityFilter } from './activity-filter'
import { insightsError } from './errors'

const pageSize = 200
const retention = 90 * 86_400_000
const action = 'Microsoft.Insights/eventtypes/values/read'

/** Names that `$select` accepts; `caller` is not among them. */
const selectable = [
  'authorization',
  'claims',
  'correlationId',
  'description',
  'eventDataId',
  'eventName',
  'eventTimestamp',
  'httpRequest',
  'level',
  'operationId',
  'operationName',
  'properties',
  'resourceGroupName',
  'resourceProviderName',
  'resourceId',
  'status',
  'submissionTimestamp',
  'subStatus',
  'subscriptionId',
]

interface Position {
  readonly offset: number
  /** The time of the first page: later pages show the log of that time. */
  readonly now: number
}

function positionOf(context: ArmContext): Position | null {
  const token = context.query.get('$skipToken') ?? context.query.get('$skiptoken')
  if (token === null) return { offset: 0, now: context.now }
  const read = parseObject(Buffer.from(token, 'base64url').toString())
  return typeof read?.offset === 'number' && typeof read.now === 'number'
    ? { offset: read.offset, now: read.now }
    : null
}

/** The scope at which the caller needs the right: the subscription, or the narrower one of the filter. */
function isAllowed(context: ArmContext, subscription: string, { by }: ActivityFilter): boolean {
  const root = `/subscriptions/${subscription}`
  if (context.can(action, root)) return true
  if (by?.field === 'resourcegroupname') return context.can(action, `${root}/resourceGroups/${by.value}`)
  return by?.field === 'resourceuri' && by.value.toLowerCase().startsWith(`${root}/`.toLowerCase())
    ? context.can(action, by.value)
    : false
}

function fits({ request }: ActivityEvent, by: ActivityFilter['by']): boolean {
  if (by === null) return true
  const wanted = by.value.toLowerCase().replace(/\/+$/, '')
  const target = request.target.toLowerCase()
  switch (by.field) {
    case 'resourceuri':
      return target === wanted
    case 'resourcegroupname':
      return target.split('/')[4] === wanted
    case 'resourceprovider':
      return target.split('/')[6] === wanted
    case 'correlationid':
      return request.correlationId.toLowerCase() === wanted
  }
}

function vmsWithPast(context: ArmContext, subscription: string): SimVm[] {
  const present = vmsOfSubscription(context.world, subscription)
  const gone = context.world.departed.filter((vm) => vm.subscriptionId.toLowerCase() === subscription.toLowerCase())
  return [...gone, ...present.map((vm) => (vm.run === null ? vm : advance(vm, context.now)))]
}

/** Events that can be read at `now`, newest first: the end of an operation may arrive before its beginning. */
function eventsAt(vms: readonly SimVm[], { from, to, by }: ActivityFilter, now: number): ActivityEvent[] {
  return vms
    .flatMap((vm) => vm.record?.requests.flatMap(eventsOf) ?? [])
    .filter((event) => event.submittedAt <= now && event.at >= from && event.at <= (to ?? Infinity) && fits(event, by))
    .sort((one, other) => other.at - one.at || (one.id < other.id ? -1 : 1))
}

function nextLink(context: ArmContext, subscription: string, position: Position): string {
  const token = Buffer.from(JSON.stringify(position)).toString('base64url')
  const kept = [...context.query].filter(([name]) => name.toLowerCase() !== '$skiptoken')
  const query = [...kept, ['$skipToken', token]]
    .map(([name = '', text = '']) => `${name}=${encodeURIComponent(text)}`)
    .join('&')
  return `${context.origin}/subscriptions/${subscription}/providers/Microsoft.Insights/eventtypes/management/values?${query}`
}

/** The selected names of each event; null for all, undefined if one of them does not exist. */
function selectionOf(context: ArmContext): readonly string[] | null | undefined {
  const text = context.query.get('$select')
  if (text === null) return null
  const names = text.split(',').map((name) => name.trim().toLowerCase())
  const known = selectable.filter((name) => names.includes(name.toLowerCase()))
  return known.length === new Set(names).size ? known : undefined
}

/** `GET /subscriptions/{id}/providers/Microsoft.Insights/eventtypes/management/values`: 90 days, pages of 200, minutes late. */
export function listActivity(context: ArmContext): SimResponse {
  const subscription = subscriptionOf(context)
  if (!subscription.ok) return subscription.refusal
  const { id } = subscription.value
  const filter = parseActivityFilter(context.query.get('$filter'))
  if (typeof filter === 'string') return insightsError('BadRequest', filter)
  if (!isAllowed(context, id, filter))
    return authorizationFailed(context.caller.objectId, action, `/subscriptions/${id}`)
  if (filter.from < context.now - retention)
    return insightsError('BadRequest', 'The start time cannot be more than 90 days in the past.')
  if (filter.to !== null && filter.to < filter.from)
    return insightsError('BadRequest', 'The end time is before the start time.')
  const selection = selectionOf(context)
  if (selection === undefined) return insightsError('BadRequest', 'The $select parameter names an unknown property.')
  const position = positionOf(context)
  if (position === null) return insightsError('BadRequest', 'The skip token is not valid.')
  const events = eventsAt(vmsWithPast(context, id), filter, position.now)
  const value = events.slice(position.offset, position.offset + pageSize).map((event) => {
    const whole = renderEvent(context.world, event)
    return selection === null ? whole : Object.fromEntries(selection.map((name) => [name, whole[name]]))
  })
  const offset = position.offset + pageSize
  const more = offset < events.length
  return { status: 200, json: { value, ...(more ? { nextLink: nextLink(context, id, { ...position, offset }) } : {}) } }
}
