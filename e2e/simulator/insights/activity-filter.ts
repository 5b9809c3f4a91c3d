/** The query of the Activity Log. */
export interface ActivityFilter {
  /** Epoch milliseconds. */
  readonly from: number
  readonly to: number | null
  readonly by: {
    readonly field: 'resourcegroupname' | 'resourceuri' | 'resourceprovider' | 'correlationid'
    readonly value: string
  } | null
}

const term = /^\s*([A-Za-z]+)\s+(eq|ge|le|gt|lt|ne)\s+'((?:[^']|'')*)'\s*/
const fields = ['resourcegroupname', 'resourceuri', 'resourceprovider', 'correlationid'] as const

interface Term {
  readonly field: string
  readonly operator: string
  readonly value: string
}

function termsOf(filter: string): Term[] | null {
  const terms: Term[] = []
  let rest = filter
  for (;;) {
    const found = term.exec(rest)
    if (found === null) return null
    const [whole, field = '', operator = '', value = ''] = found
    terms.push({ field: field.toLowerCase(), operator, value: value.replaceAll("''", "'") })
    rest = rest.slice(whole.length)
    if (rest === '') return terms
    const and = /^and\s+/i.exec(rest)?.[0]
    if (and === undefined) return null
    rest = rest.slice(and.length)
  }
}

/** A time in the filter's format; without an offset it is UTC. */
function momentOf(text: string | undefined): number | null {
  if (text === undefined) return null
  const moment = Date.parse(/[zZ]|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`)
  return Number.isNaN(moment) ? null : moment
}

/**
 * The filter of the Activity Log in its documented forms: a start, optionally an end, optionally one more condition
 * (https://learn.microsoft.com/rest/api/monitor/activity-logs/list). Otherwise the error text.
 */
export function parseActivityFilter(text: string | null): ActivityFilter | string {
  if (text === null || text.trim() === '') return 'The $filter parameter is required and has to hold a start time.'
  const terms = termsOf(text.trim())
  if (terms === null) return 'The $filter parameter cannot be parsed.'
  const times = terms.filter(({ field }) => field === 'eventtimestamp')
  const from = momentOf(times.find(({ operator }) => operator === 'ge')?.value)
  const end = times.find(({ operator }) => operator === 'le')?.value
  const to = momentOf(end)
  if (from === null || (end !== undefined && to === null))
    return 'The $filter parameter needs eventTimestamp ge and le values that are dates.'
  if (times.some(({ operator }) => operator !== 'ge' && operator !== 'le'))
    return 'Only the operators ge and le are supported for eventTimestamp.'
  const others = terms.filter(({ field }) => field !== 'eventtimestamp' && field !== 'eventchannels')
  const [only, ...more] = others
  if (only === undefined) return { from, to, by: null }
  const field = fields.find((each) => each === only.field)
  if (field === undefined || only.operator !== 'eq' || more.length > 0)
    return `The condition on '${only.field}' is not supported in this combination.`
  return { from, to, by: { field, value: only.value } }
}
