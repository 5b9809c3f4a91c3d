'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useSession } from '@/components/providers/session-context'
import { useApi, type Api } from '@/components/providers/use-api'
import { vmApiPath } from '@/lib/contract/vm-reference'
import type { DeliveredNotice } from '@/lib/contract/notices'
import { lastShown, noteShown, restUntilWoken, type NoticeMessage } from './notice-channel'
import { readNotices } from './use-notices'

/** Polling intervals with and without watches, and after a failure. */
const pace = { following: 30_000, idle: 600_000, failed: 60_000 }
/** Most notifications on the screen. */
const most = 20

interface Feed {
  readonly api: Api
  readonly owner: string
  readonly signal: AbortSignal
  readonly onNotices: (notices: readonly DeliveredNotice[]) => void
}

/** Polls once. Notifications older than this browser's first poll are not shown as new. @returns the time to wait */
async function pollOnce({ api, owner, signal, onNotices }: Feed): Promise<number> {
  const after = lastShown(owner)
  const answer = await readNotices(api, after ?? 0, signal)
  if (answer.failure === null) noteShown(owner, answer.newest)
  if (after !== null && answer.notices.length > 0) onNotices(answer.notices)
  return answer.following ? pace.following : pace.idle
}

async function poll(feed: Feed): Promise<void> {
  while (!feed.signal.aborted) {
    const rest = await pollOnce(feed).catch(() => pace.failed)
    await restUntilWoken(rest, feed.signal)
  }
}

/** One tab of a browser polls; without the Web Locks API, each tab does. */
async function asOnly(name: string, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  // Missing outside a secure context.
  if (!('locks' in navigator)) return work()
  await navigator.locks.request(name, { signal }, work).catch(() => undefined)
}

export interface NoticeFeed {
  /** Newest first. */
  readonly notices: readonly DeliveredNotice[]
  readonly dismiss: (ids: readonly number[]) => void
}

/**
 * New notifications for the user, in every tab; one of the tabs polls, also while it is hidden.
 * @param onNews called only in that tab
 */
export function useNoticeFeed(onNews: (notices: readonly DeliveredNotice[]) => void): NoticeFeed {
  const api = useApi()
  const client = useQueryClient()
  const { status, tenantId, account } = useSession()
  const owner = status === 'signed-in' && account !== null ? `${tenantId}|${account.homeAccountId}` : null
  const [notices, setNotices] = useState<readonly DeliveredNotice[]>([])
  const channel = useRef<BroadcastChannel | null>(null)
  const news = useRef(onNews)
  useEffect(() => {
    news.current = onNews
  }, [onNews])

  const take = useCallback(
    (message: NoticeMessage) => {
      if (message.kind === 'dismissed') {
        setNotices((before) => before.filter(({ id }) => !message.ids.includes(id)))
        return
      }
      const paths = new Set(message.notices.map(({ vm }) => vmApiPath(vm).toLowerCase()))
      // The page of a VM must not contradict a newer notification about it.
      const isCounted = ([name, , , path]: readonly unknown[]) =>
        name === 'notices' || name === 'notes' || (name === 'vm' && typeof path === 'string' && paths.has(path))
      void client.invalidateQueries({ predicate: ({ queryKey }) => isCounted(queryKey) })
      setNotices((before) => {
        const fresh = message.notices.filter(({ id }) => !before.some((one) => one.id === id))
        return [...fresh, ...before].slice(0, most)
      })
    },
    [client],
  )
  const notify = useCallback(
    (message: NoticeMessage) => {
      channel.current?.postMessage(message)
      take(message)
    },
    [take],
  )

  useEffect(() => {
    if (owner === null) return
    const ending = new AbortController()
    const tabs = new BroadcastChannel(`sealwatch-notices|${owner}`)
    tabs.addEventListener('message', ({ data }: MessageEvent<NoticeMessage>) => take(data))
    channel.current = tabs
    const onNotices = (found: readonly DeliveredNotice[]): void => {
      notify({ kind: 'delivered', notices: found })
      news.current(found)
    }
    const feed = { api, owner, signal: ending.signal, onNotices }
    void asOnly(`sealwatch-notices|${owner}`, ending.signal, () => poll(feed))
    return () => {
      ending.abort()
      tabs.close()
      channel.current = null
      setNotices([])
    }
  }, [api, owner, take, notify])

  return { notices, dismiss: (ids) => notify({ kind: 'dismissed', ids }) }
}
