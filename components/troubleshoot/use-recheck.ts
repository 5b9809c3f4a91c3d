'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { Problem, Troubleshoot } from '@/lib/contract/troubleshoot'
import type { VmDetail } from '@/lib/contract/vm'
import type { VmReference } from '@/lib/contract/vm-reference'
import { useTroubleshoot } from '@/components/queries/use-troubleshoot'
import { useVm } from '@/components/queries/use-vm'
import { useAnnounce } from '@/components/ui/live-region'

/** What a second reading found changed. */
export interface Changes {
  readonly state: { readonly before: VmDetail['verdict']['state']; readonly after: VmDetail['verdict']['state'] } | null
  readonly message: boolean
  readonly gone: readonly Problem['kind'][]
  readonly came: readonly Problem['kind'][]
}

interface RecheckResult {
  readonly vm: VmDetail | undefined
  readonly answer: Troubleshoot | undefined
}

function kindsOf({ answer }: RecheckResult): readonly Problem['kind'][] {
  return answer?.problems.map(({ kind }) => kind) ?? []
}

/** Compares two readings of one VM. Null when one of them is missing. */
export function changesBetween(before: RecheckResult, after: RecheckResult): Changes | null {
  const old = before.vm?.verdict
  const now = after.vm?.verdict
  if (old === undefined || now === undefined || before.answer === undefined || after.answer === undefined) return null
  return {
    state: old.state === now.state ? null : { before: old.state, after: now.state },
    message: old.progress.message !== now.progress.message,
    gone: kindsOf(before).filter((kind) => !kindsOf(after).includes(kind)),
    came: kindsOf(after).filter((kind) => !kindsOf(before).includes(kind)),
  }
}

export interface Recheck {
  readonly run: () => void
  readonly reading: boolean
  /** Null before the first new reading after opening. */
  readonly changes: Changes | null
}

/** Reads the VM and its related resources again, and returns what changed. */
export function useRecheck(reference: VmReference): Recheck {
  const t = useTranslations('vm.again')
  const announce = useAnnounce()
  const vm = useVm(reference)
  const read = useTroubleshoot(reference)
  const [changes, setChanges] = useState<Changes | null>(null)
  const run = () => {
    const before = { vm: vm.data, answer: read.data }
    void Promise.all([vm.refetch(), read.refetch()]).then(([newVm, newResult]) => {
      if (newVm.isError || newResult.isError) announce(t('recheckFailed'))
      else setChanges(changesBetween(before, { vm: newVm.data, answer: newResult.data }))
    })
  }
  return { run, reading: vm.isFetching || read.isFetching, changes }
}
