'use client'

import { cloneElement, useState, type HTMLAttributes, type ReactElement } from 'react'

/** The ARIA attributes of a button that opens something, before the code of that is loaded. */
type Opener = ReactElement<HTMLAttributes<HTMLElement>>

export interface Late<Module> {
  /** Null until it was requested and loaded. */
  readonly module: Module | null
  /** The last request came from the keyboard. */
  readonly byKey: boolean
  /** Loads ahead, so that a following press finds the code loaded. */
  readonly prepare: () => void
  readonly ask: (byKey: boolean, then: () => void) => void
}

/**
 * Code that is not needed before a button is pressed. If it cannot be loaded nothing opens, and the next press tries
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

/** The button while the code of its panel is not loaded: a press loads it and opens the panel. */
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
