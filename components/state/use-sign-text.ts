'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { VmTimeline } from '@/lib/contract/timeline'
import { formatDuration } from '@/lib/i18n/format'

type Sign = VmTimeline['work']['stuck'][number]

/**
 * The rule by which a run is possibly stuck, in words.
 * @param at formats an ISO time for the place where it is shown
 */
export function useSignText(at: (iso: string) => string): (sign: Sign) => string {
  const t = useTranslations('timeline.stuck')
  const language = useLocale()
  const length = (milliseconds: number) => formatDuration(language, milliseconds)
  return (sign) => {
    switch (sign.rule) {
      case 'no-disk-traffic':
        return t(sign.rule, {
          since: at(sign.since),
          until: at(sign.until),
          measured: length(sign.knownMinutes * 60_000),
        })
      case 'retries-rising':
        return t(sign.rule, { attempt: sign.attempt, since: at(sign.since) })
      case 'agent-silent':
        return t(sign.rule, { time: length(sign.silentFor) })
      case 'far-over-similar':
        return t(sign.rule, { time: length(sign.elapsed), disks: sign.disks, median: length(sign.median) })
    }
  }
}
