'use client'

import { useState } from 'react'
import type { Step } from '@/lib/contract/troubleshoot'

export interface OpenSteps {
  readonly isOpen: (kind: Step['kind']) => boolean
  readonly fold: (kind: Step['kind']) => void
  /** Forgets what the user folded or unfolded of a step. */
  readonly forget: (kind: Step['kind']) => void
  readonly showsAll: boolean
  readonly toggleAll: () => void
}

/** Which steps are open: the current one, or all, except for those that the user folded or unfolded. */
export function useOpenSteps(current: Step['kind'] | undefined): OpenSteps {
  const [showsAll, setShowsAll] = useState(false)
  const [chosen, setChosen] = useState<ReadonlyMap<Step['kind'], boolean>>(new Map())
  const isOpen = (kind: Step['kind']) => chosen.get(kind) ?? (showsAll || kind === current)
  return {
    isOpen,
    fold: (kind) => setChosen(new Map(chosen).set(kind, !isOpen(kind))),
    forget: (kind) => setChosen(new Map([...chosen].filter(([other]) => other !== kind))),
    showsAll,
    toggleAll: () => {
      setShowsAll(!showsAll)
      setChosen(new Map())
    },
  }
}
