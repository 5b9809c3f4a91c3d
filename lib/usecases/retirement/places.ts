import 'server-only'
import { getResource, listResources } from '@/lib/azure/calls/resource'
import type { ArmSession } from '@/lib/azure/session'
import type { Retirement, RetirementRequest } from '@/lib/contract/retirement'
import { sizeFactsOf } from '@/lib/facts/related-resources/compute'
import { known, unknown, type Known } from '@/lib/shared/known'
import { sameText } from '@/lib/shared/text'
import { readFeatureState } from '@/lib/wire/retirement'
import { readSku } from '@/lib/wire/sku'
import { knownOf, whyUnknown } from '../related-resources/known-result'

type Place = RetirementRequest['places'][number]
type SizeAnswer = Retirement['sizes'][number]

/** The places with each subscription and region once, and each size of a place once. */
export function mergePlaces(places: readonly Place[]): Place[] {
  const merged = new Map<string, { readonly place: Place; readonly sizes: Set<string> }>()
  for (const place of places) {
    const subscriptionId = place.subscriptionId.toLowerCase()
    const key = `${subscriptionId}|${place.region}`
    const known = merged.get(key) ?? { place: { ...place, subscriptionId }, sizes: new Set<string>() }
    for (const size of place.sizes) known.sizes.add(size)
    merged.set(key, known)
  }
  return [...merged.values()].map(({ place, sizes }) => ({ ...place, sizes: [...sizes] }))
}

/** Lists of sizes in flight at once: each can be megabytes long, and only a few words of it are kept. */
const atOnce = 4

/**
 * Whether encryption at host is registered in a subscription.
 * Source: https://learn.microsoft.com/azure/virtual-machines/linux/disks-enable-host-based-encryption-cli#prerequisites
 */
export async function readFeature(
  session: ArmSession,
  subscriptionId: string,
): Promise<Retirement['features'][number]> {
  const body = await getResource(session, {
    path: `/subscriptions/${subscriptionId}/providers/Microsoft.Features/providers/Microsoft.Compute/features/EncryptionAtHost`,
    subscriptionId,
    provider: 'Microsoft.Features',
  })
  const state = knownOf(body, readFeatureState)
  return { subscriptionId, registered: state.known ? known(sameText(state.value, 'Registered')) : state }
}

async function readPlace(session: ArmSession, place: Place): Promise<SizeAnswer[]> {
  const { subscriptionId, region, sizes } = place
  const answer = (atHost: (size: string) => Known<boolean>) =>
    sizes.map((size): SizeAnswer => ({ subscriptionId, region, size, atHost: atHost(size) }))
  const skus = await listResources(session, {
    path: `/subscriptions/${subscriptionId}/providers/Microsoft.Compute/skus`,
    subscriptionId,
    provider: 'Microsoft.Compute/skus',
    parameters: { $filter: `location eq '${region}'` },
  })
  if (!skus.ok) {
    const why = whyUnknown(skus.failure)
    return answer(() => why)
  }
  const read = skus.value.flatMap((sku) => readSku(sku) ?? [])
  return answer((size) => {
    const found = sizeFactsOf(read, size)
    // A size that the list does not contain may be one that the subscription may not use: it is unknown.
    if (found === null) return unknown('absent')
    return found.encryptionAtHost === null ? unknown('unreadable') : known(found.encryptionAtHost)
  })
}

/**
 * Whether the sizes in these regions support encryption at host: one list of sizes for each subscription and region.
 * @param places merged, in subscriptions that the user can list
 */
export async function readSizes(session: ArmSession, places: readonly Place[]): Promise<SizeAnswer[]> {
  const answers: SizeAnswer[][] = []
  const waiting = [...places]
  const worker = async () => {
    for (let place = waiting.shift(); place !== undefined; place = waiting.shift())
      answers.push(await readPlace(session, place))
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return answers.flat()
}

/** The answers for a place that the user cannot see. */
export function unknownSizes({ subscriptionId, region, sizes }: Place): SizeAnswer[] {
  return sizes.map((size) => ({ subscriptionId, region, size, atHost: unknown('denied') }))
}
