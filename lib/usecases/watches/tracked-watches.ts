import 'server-only'
import type { Watch } from '@/lib/store/watches/types'
import { isInView, type FollowedView } from '@/lib/timeline/notice/view'
import type { Observation } from '@/lib/timeline/observation'
import type { NotificationDedupe } from './notification-dedupe'

/** Watches of one VM, or of views with the same filters except states. */
export interface WatchGroup {
  readonly key: string
  readonly watches: readonly Watch[]
  readonly ids: ReadonlySet<string>
}

interface Tracked {
  readonly ofVm: ReadonlyMap<string, WatchGroup>
  readonly views: readonly (WatchGroup & { readonly view: FollowedView })[]
}

/** Watches by what they track: each VM and each distinct set of filters once. */
export function trackedBy(dedupe: NotificationDedupe, watches: readonly Watch[]): Tracked {
  const ofVm = new Map<string, Watch[]>()
  const views = new Map<string, { readonly view: FollowedView; readonly watches: Watch[] }>()
  for (const watch of watches) {
    const { target } = watch
    if (target.kind === 'vm') {
      const key = target.id.toLowerCase()
      ofVm.set(key, [...(ofVm.get(key) ?? []), watch])
    } else {
      const view = { ...target.view, states: [] }
      const key = JSON.stringify([view.subscriptions, view.groups, view.os])
      const known = views.get(key)
      if (known === undefined) views.set(key, { view, watches: [watch] })
      else known.watches.push(watch)
    }
  }
  const groupOf = (key: string, own: readonly Watch[]): WatchGroup => ({
    key,
    watches: own,
    ids: dedupe.groupOf(own.map(({ id }) => id)),
  })
  return {
    ofVm: new Map([...ofVm].map(([key, own]) => [key, groupOf('vm', own)])),
    views: [...views].map(([key, own]) => ({ ...groupOf(key, own.watches), view: own.view })),
  }
}

/** The groups that track an observation: of its VM, and of views whose filters match it, in any state. */
export function groupsOf({ ofVm, views }: Tracked, observation: Observation): readonly WatchGroup[] {
  const own = ofVm.get(observation.id.toLowerCase())
  const matching = views.filter(({ view }) => isInView(view, observation, null))
  return own === undefined ? matching : [own, ...matching]
}
