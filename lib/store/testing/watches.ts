import { randomUUID } from 'node:crypto'
import type { Notice, WatchMemory } from '@/lib/timeline/notice/types'
import type { Store } from '../store'
import type { MemoryChange } from '../watches/memories'
import { writeMemories } from '../watches/memories'
import type { Follower, Watch } from '../watches/types'
import { putWatch } from '../watches/watches'
import { at, startOfTime, vmIdOf } from './observations'

export const follower: Follower = { cloud: 'public', tenantId: 'tenant-1', personId: 'person-1' }

export const watchOfVm = (name: string, more: Partial<Watch> = {}): Watch => ({
  id: randomUUID(),
  follower,
  target: { kind: 'vm', id: vmIdOf(name) },
  kinds: ['needs-person', 'finished', 'failed', 'stuck'],
  channels: ['ops'],
  mutedUntil: null,
  language: 'en',
  notifyCurrent: false,
  createdAt: startOfTime,
  ...more,
})

export async function follow(store: Store, watch: Watch): Promise<string> {
  const put = await putWatch(store, watch)
  if (!put.ok || put.value === null) throw new Error('no watch')
  return put.value
}

export const noticeNumber = (episode: number): Notice => ({
  kind: 'needs-person',
  state: 'restart-pending',
  before: 'encrypting',
  at: at(episode),
  rule: null,
  episode,
})

/** The change of a memory that contains the `episode`th notice about a VM. */
export function changeNumber(watchId: string, name: string, episode: number, channels = ['ops']): MemoryChange {
  const memory: WatchMemory = {
    vmId: null,
    at: at(episode),
    state: 'restart-pending',
    working: 'encrypting',
    left: null,
    stuck: false,
    episodes: episode,
  }
  return { watchId, vmId: vmIdOf(name), memory, version: episode - 1, notice: noticeNumber(episode), channels }
}

/** Writes so many notices of one VM. @param options `now`: epoch milliseconds of the notices */
export async function notifyFollowers(
  store: Store,
  watchId: string,
  name: string,
  count: number,
  options: { readonly channels?: string[]; readonly now?: number } = {},
): Promise<void> {
  for (let episode = 1; episode <= count; episode += 1) {
    const change = changeNumber(watchId, name, episode, options.channels)
    const done = await writeMemories(store, [change], options.now ?? startOfTime)
    if (!done.ok || done.value.size > 0) throw new Error('not written')
  }
}
