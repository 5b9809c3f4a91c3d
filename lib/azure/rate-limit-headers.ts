import 'server-only'
import type { PipelineResponse } from '@azure/core-rest-pipeline'
import type { RateLimitHeaders } from './schedule/meter'
import { parseResetsAfter } from './schedule/retry-after'

function countOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null
}

/**
 * Compute's counters, as `name;count` pairs. Their names have changed over the years (`LowCostGet3Min`,
 * `LowCostGetSubscription`), so only their form matters: those of a single resource end in `Resource`.
 * Source: https://learn.microsoft.com/azure/virtual-machines/compute-throttling-limits
 */
function computeCounts(header: string | undefined): Pick<RateLimitHeaders, 'compute' | 'vm'> {
  const least: { compute: number | null; vm: number | null } = { compute: null, vm: null }
  for (const pair of (header ?? '').slice(0, 2048).split(',')) {
    const [name = '', text] = pair.trim().split(';')
    const count = countOf(text)
    if (count === null || !/^Microsoft\.Compute\/LowCostGet/i.test(name)) continue
    const key = /Resource$/i.test(name) ? 'vm' : 'compute'
    least[key] = Math.min(least[key] ?? count, count)
  }
  return least
}

/** What a response states about Azure's own counters. */
export function readRateLimitHeaders({ headers }: PipelineResponse): RateLimitHeaders {
  return {
    remaining: countOf(
      headers.get('x-ms-user-quota-remaining') ??
        headers.get('x-ms-ratelimit-remaining-subscription-reads') ??
        headers.get('x-ms-ratelimit-remaining-tenant-reads'),
    ),
    resetsAfter: parseResetsAfter(headers.get('x-ms-user-quota-resets-after')),
    everyone: countOf(headers.get('x-ms-ratelimit-remaining-subscription-global-reads')),
    ...computeCounts(headers.get('x-ms-ratelimit-remaining-resource')),
  }
}
