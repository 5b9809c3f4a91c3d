'use client'

import { cloneElement, useState, type HTMLAttributes, type ReactElement } from 'react'

/** What a button that opens something looks like to assistive technology before its code has come. */
type Opener = ReactElement<HTMLAttributes<HTMLElement>>

export interface Late<Module> {
  /** Null until it was asked for and has come. */
  readonly module: Module | null
  /** The last asking was by a key. */
  readonly byKey: boolean
  /** Loads ahead, so that the press that may follow finds it there. */
  readonly prepare: () => void
  readonly ask: (byKey: boolean, then: () => void) => void
}

/**
 * Code that nobody needs before a button is pressed. Where it cannot be loaded nothing opens, and the next press tries
 * again.
 */
export function useLate<Module>(load: () => Promise<Module>): Late<Module> {
  const [state, setState] = useState<{ module: Module | null; byKey: boolean }>({ module: null, byKey: false })
  return {
    ...state,
    prepare: () => void load().catch(() => undefined),
    ask: (byKey, then) => {
      load().then(
        (module) => {
          setState({ module, byKey })
          then()
        },
        () => undefined,
      )
    },
  }
}

/** The button while the code of what it opens is not there: a press fetches it and opens. */
export function LateTrigger<Module>({
  trigger,
  kind,
  late,
  onOpen,
}: {
  readonly trigger: Opener
  readonly kind: 'menu' | 'dialog'
  readonly late: Late<Module>
  readonly onOpen: () => void
}) {
  const { onClick, onPointerEnter, onFocus, onKeyDown } = trigger.props
  return cloneElement(trigger, {
    'aria-haspopup': kind,
    'aria-expanded': false,
    onPointerEnter: (event) => {
      onPointerEnter?.(event)
      late.prepare()
    },
    onFocus: (event) => {
      onFocus?.(event)
      late.prepare()
    },
    onKeyDown: (event) => {
      onKeyDown?.(event)
      if (kind !== 'menu' || event.key !== 'ArrowDown') return
      event.preventDefault()
      late.ask(true, onOpen)
    },
    onClick: (event) => {
      onClick?.(event)
      // A press of Enter or Space is a click without a pointer.
      late.ask(event.detail === 0, onOpen)
    },
  })
}
