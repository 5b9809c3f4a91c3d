import type { Actor } from './types'

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/**
 * Builds the actor from a caller's name. The Activity Log names users by their sign-in name and applications by an id;
 * Resource Graph writes `System` for the platform.
 * https://learn.microsoft.com/azure/azure-monitor/platform/activity-log-schema
 */
export function actorOf(caller: string | null, applicationId: string | null): Actor {
  const name = caller?.trim() || null
  if (name === null)
    return applicationId ? { kind: 'application', name: applicationId } : { kind: 'unknown', name: null }
  if (name.includes('@')) return { kind: 'person', name }
  if (guid.test(name)) return { kind: 'application', name }
  return name.toLowerCase() === 'system' ? { kind: 'platform', name } : { kind: 'unknown', name }
}

const rank: Readonly<Record<Actor['kind'], number>> = { person: 3, application: 2, platform: 1, unknown: 0 }

/** Of two actors of the same activity, the more specific one; on a tie, the first by name. */
export function betterActor(left: Actor, right: Actor): Actor {
  const better = rank[right.kind] - rank[left.kind]
  if (better !== 0) return better > 0 ? right : left
  if (left.name === null || right.name === null) return left.name === null ? right : left
  return left.name <= right.name ? left : right
}
