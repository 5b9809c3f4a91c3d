import type { DeliveredNotice } from '@/lib/contract/notices'

/** Messages between the tabs of one browser about the notifications of one user in one tenant. */
export type NoticeMessage =
  | { readonly kind: 'delivered'; readonly notices: readonly DeliveredNotice[] }
  | { readonly kind: 'dismissed'; readonly ids: readonly number[] }

const wake = 'sealwatch-wake'

/** One tab polls for all; this makes that tab poll now. */
export function wakeNoticeFeed(): void {
  const channel = new BroadcastChannel(wake)
  channel.postMessage(null)
  channel.close()
}

/** Waits for this time, or until woken. */
export function restUntilWoken(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const channel = new BroadcastChannel(wake)
    const timer = setTimeout(done, milliseconds)
    function done(): void {
      clearTimeout(timer)
      channel.close()
      signal.removeEventListener('abort', done)
      resolve()
    }
    channel.addEventListener('message', done)
    signal.addEventListener('abort', done)
    if (signal.aborted) done()
  })
}

/** The id of the last notification that this browser showed; null without one, or without storage. */
export function lastShown(owner: string): number | null {
  try {
    const text = localStorage.getItem(`sealwatch.notices.${owner}`)
    return text === null || !/^\d{1,16}$/.test(text) ? null : Number(text)
  } catch {
    return null
  }
}

export function noteShown(owner: string, newest: number): void {
  try {
    localStorage.setItem(`sealwatch.notices.${owner}`, String(newest))
  } catch {
    // The id is not stored: the next visit starts over.
  }
}
