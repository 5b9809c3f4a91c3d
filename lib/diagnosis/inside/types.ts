import type { MachineState } from '@/lib/messages/entry'
import type { MessageKind } from '@/lib/messages/types'

/** One line of a log that the catalogue knows. */
export interface InsideLine {
  readonly kind: MessageKind
  readonly text: string
  /** Counted from 1 in the text that was read. */
  readonly line: number
  /** ISO time where the line carries one. */
  readonly at: string | null
}

/** What a serial console log or an extension log shows of a run. */
export interface InsideEvidence {
  readonly source: 'pasted' | 'boot-diagnostics'
  readonly lines: readonly InsideLine[]
  /** Steps of OS encryption in the order in which they were reached. */
  readonly steps: readonly MachineState[]
  /** Whether the text was longer than what is read. */
  readonly cut: boolean
}
