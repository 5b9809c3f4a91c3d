import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type ChipSize = 'table' | 'header' | 'lane'

export interface ChipProps {
  readonly size: ChipSize
  readonly icon: ReactNode
  readonly children: ReactNode
  /** True for the tinted shape; the colours are `--mark`, `--word`, `--tint` of the enclosing state class. */
  readonly tinted: boolean
  readonly dashed?: boolean
  readonly className?: string
}

const shapes: Readonly<Record<ChipSize, string>> = {
  table: 'min-h-[1.375rem] gap-1.5 rounded-pill px-1.5 -ml-1.5',
  header: 'min-h-7 gap-2 rounded-control px-2 font-semibold',
  lane: 'min-h-[1.625rem] gap-1 rounded-track px-1.5 text-meta',
}

/** Icon and word. Never an icon alone, and the word is never truncated. */
export function Chip({ size, icon, children, tinted, dashed = false, className }: ChipProps) {
  return (
    <span
      className={classNames(
        'inline-flex items-center border whitespace-nowrap',
        shapes[size],
        tinted ? 'bg-tint font-medium text-word' : 'text-text',
        !tinted && 'border-transparent',
        tinted && (dashed ? 'border-dashed border-mark' : size === 'lane' ? 'border-mark' : 'border-chip-line'),
        className,
      )}
    >
      <span className="inline-flex shrink-0 text-mark">{icon}</span>
      {children}
    </span>
  )
}

/** Neutral outline with icon and word: a flag explains a state, it does not compete with it. */
export function Flag({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <span className="inline-flex h-[1.125rem] max-w-full items-center gap-1 rounded-flag border border-line-strong px-1.5 text-label leading-none whitespace-nowrap text-text-2">
      <span className="inline-flex shrink-0">{icon}</span>
      <span className="truncate">{children}</span>
    </span>
  )
}
