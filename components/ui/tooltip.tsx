'use client'

import * as RadixTooltip from 'radix-ui/tooltip'
import type { ReactNode } from 'react'

/** Wraps the whole page once: tooltips share one delay. */
export function TooltipProvider({ children }: { readonly children: ReactNode }) {
  return (
    <RadixTooltip.Provider delayDuration={400} skipDelayDuration={200}>
      {children}
    </RadixTooltip.Provider>
  )
}

export interface TooltipProps {
  readonly text: ReactNode
  /** One element that can take focus; what the tooltip says must also be reachable without it. */
  readonly children: ReactNode
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
}

export function Tooltip({ text, children, side = 'bottom' }: TooltipProps) {
  return (
    <RadixTooltip.Root>
      <RadixTooltip.Trigger asChild>{children}</RadixTooltip.Trigger>
      <RadixTooltip.Portal>
        <RadixTooltip.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-[60] max-w-80 animate-appear rounded-pill border border-ink bg-ink px-2 py-1 text-meta wrap-anywhere text-on-ink forced-colors:bg-[Canvas] forced-colors:text-[CanvasText]"
        >
          {text}
        </RadixTooltip.Content>
      </RadixTooltip.Portal>
    </RadixTooltip.Root>
  )
}
