'use client'

import { Bell } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useChangeWatches } from '@/components/queries/use-watches'
import { useRowSelection } from '@/components/state/row-selection'
import { Button } from '@/components/ui/button'
import { instanceOf } from '@/lib/contract/vm-reference'
import type { FleetEntry } from '@/lib/views/fleet-entry'
import { everything } from './watch-form'

interface Outcome {
  readonly followed: number
  readonly of: number
  /** Why it ended early; null where it reached every VM. */
  readonly failure: 'failed' | 'noHistory' | 'tooMany' | null
}

/** Follows every ticked VM, one after the other: each is read now, as the start of what is followed. */
export default function FollowSelection() {
  const t = useTranslations('watches.follow')
  const language = useLocale()
  const { entries } = useRowSelection()
  const { mutateAsync, isPending } = useChangeWatches()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const follow = async ({ subscriptionId, resourceGroup, name }: FleetEntry): Promise<Outcome['failure']> => {
    const target = { kind: 'vm' as const, vm: { subscriptionId, resourceGroup, name } }
    const request = { target, kinds: [...everything.kinds], channels: [], language }
    const answer = await mutateAsync({ kind: 'follow', request }).catch(() => null)
    if (answer === null) return 'failed'
    if (answer.failure !== null) return 'noHistory'
    return answer.changed === 0 ? 'tooMany' : null
  }
  const followAll = async () => {
    let now: Outcome = { followed: 0, of: entries.length, failure: null }
    // An instance of a uniform scale set cannot be followed.
    for (const entry of entries.filter(({ id }) => instanceOf(id) === null)) {
      const failure = await follow(entry)
      now = failure === null ? { ...now, followed: now.followed + 1 } : { ...now, failure }
      setOutcome(now)
      if (failure !== null) return
    }
  }
  return (
    <>
      <Button
        size="small"
        icon={<Bell size={16} aria-hidden />}
        aria-busy={isPending}
        onClick={() => !isPending && void followAll()}
      >
        {t('follow')}
      </Button>
      <span role="status">
        {outcome !== null && t('several', { count: outcome.followed, all: outcome.of })}
        {outcome?.failure && ` ${t(outcome.failure)}`}
      </span>
    </>
  )
}
