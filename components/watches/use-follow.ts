'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useChangeWatches } from '@/components/queries/use-watches'
import { useAnnounce } from '@/components/ui/live-region'
import type { WatchChanged, WatchRequest } from '@/lib/contract/watches'
import type { WatchSettings } from './watch-form'

export interface Following {
  readonly busy: boolean
  /** What went wrong last, in words; null after a success. */
  readonly problem: string | null
  readonly follow: (target: WatchRequest['target'], name: string, settings: WatchSettings) => Promise<boolean>
  readonly stop: (id: string, name: string) => Promise<boolean>
}

/** Starts and stops following, and announces the result. */
export function useFollow(): Following {
  const t = useTranslations('watches.follow')
  const language = useLocale()
  const announce = useAnnounce()
  const { mutateAsync, data, isError, isPending } = useChangeWatches()
  const settle = (answer: WatchChanged | null, text: string): boolean => {
    const done = answer?.failure === null && answer.changed > 0
    if (done) announce(text)
    return done
  }
  const problemOf = (): string | null => {
    if (isError) return t('failed')
    if (data === undefined || (data.failure === null && data.changed > 0)) return null
    return data.failure === null ? t('tooMany') : t('noHistory')
  }
  return {
    busy: isPending,
    problem: problemOf(),
    follow: async (target, name, { kinds, channels }) => {
      const request = { target, kinds: [...kinds], channels: [...channels], language }
      const answer = await mutateAsync({ kind: 'follow', request }).catch(() => null)
      return settle(answer, t('started', { name }))
    },
    stop: async (id, name) => {
      const answer = await mutateAsync({ kind: 'stop', id }).catch(() => null)
      return settle(answer, t('stopped', { name }))
    },
  }
}
