import type { Told } from '@/lib/contract/watches'

/** What tabs of one browser tell each other about notices of one person in one tenant. */
export type NoticeMessage =
  | { readonly kind: 'told'; readonly notices: readonly Told[] }
  | { readonly kind: 'dismissed'; readonly ids: readonly number[] }

const wake = 'sealwatch-wake'

/** One tab asks on behalf of all; this tells that tab to ask now. */
export function wakeNoticeFeed(): void {
  const channel = new BroadcastChannel(wake)
  channel.postMessage(null)
  channel.close()
}

/** Waits, until woken at the most. */
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

/** The number of the last notice that this browser showed; null where it showed none, or forgets everything. */
export function lastShown(owner: string): number | null {
  try {
    const text = localStorage.getItem(`sealwatch.notices.${owner}`)
    return text === null || !/^\d{1,15}$/.test(text) ? null : Number(text)
  } catch {
    return null
  }
}

export function noteShown(owner: string, newest: number): void {
  try {
    localStorage.setItem(`sealwatch.notices.${owner}`, String(newest))
  } catch {
    // Then the next visit begins anew.
  }
}
