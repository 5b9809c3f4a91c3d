'use client'

import { useTranslations } from 'next-intl'
import { useTimeline } from '@/components/queries/use-timeline'
import { Age } from '@/components/state/age'
import type { StepItemProps } from '@/components/state/step-item'
import type { Cause, Step, Troubleshoot } from '@/lib/contract/troubleshoot'
import type { VmReference } from '@/lib/contract/vm-reference'
import type { Remedies } from '@/lib/i18n/remedies/types'
import { asksForOwnChanges, readAlready, recentChanges } from '@/lib/views/read-already'
import { BootLogRead, ReadAlreadyList, RecentChangesList } from './read-already'

export interface KnownInput {
  readonly reference: VmReference
  readonly answer: Pick<Troubleshoot, 'readAt' | 'prerequisites' | 'inside'>
  readonly cause: Cause
  /** The screen of a Windows VM is not in its serial console log. */
  readonly isLinux: boolean
  readonly words: Remedies
}

/** What Sealwatch read already of a step: it is shown instead of asked for. */
export function useKnown(input: KnownInput): (kind: Step['kind']) => Pick<StepItemProps, 'known'> {
  const { reference, answer, cause, isLinux, words } = input
  const { readAt, prerequisites, inside } = answer
  const t = useTranslations('troubleshoot.steps')
  const timeline = useTimeline(reference, readAt, asksForOwnChanges(cause)).data
  const age = (at: string) => () => <Age at={at} style="sentence" />
  return (kind) => {
    if (kind === 'save-boot-log' && inside?.source === 'boot-diagnostics') {
      const shown = <BootLogRead readAt={readAt} />
      return { known: { line: t.rich('logRead', { age: age(readAt) }), shown, isWhole: isLinux && !inside.cut } }
    }
    if (kind === 'show-recent-changes' && timeline !== undefined && asksForOwnChanges(cause)) {
      const changes = recentChanges(timeline)
      if (changes === null) return {}
      const line = t.rich('changesRead', { count: changes.items.length, age: age(timeline.now) })
      return { known: { line, shown: <RecentChangesList {...changes} line={line} />, isWhole: changes.isWhole } }
    }
    const { checks, isWhole } = readAlready(kind, prerequisites)
    if (checks.length === 0) return {}
    const shown = <ReadAlreadyList checks={checks} words={words} readAt={readAt} />
    return { known: { line: t.rich('readAlready', { age: age(readAt) }), shown, isWhole } }
  }
}
