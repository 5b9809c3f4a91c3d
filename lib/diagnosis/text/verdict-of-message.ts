import { judgeText } from '@/lib/encryption/judge-text'
import type { Flag, TextVerdict } from '@/lib/encryption/types'
import { catalogue } from '@/lib/messages/catalogue'
import { percentOf } from '@/lib/messages/extract'
import type { MessageKind } from '@/lib/messages/types'
import { isBootScreen } from '../steps/boot-check'
import type { Beside } from '../steps/situation'
import { isSign } from '../steps/work'
import type { ReadMessage } from '@/lib/messages/normalise/read-messages'

const nothingElse = { tool: 'powershell', os: null, data: null, settings: null, osType: null } as const

/** Origins whose texts report a failed run where they report an error. */
const failing: readonly string[] = ['status-message', 'arm-error-message', 'arm-error-code']

function flagsOf({ kind, around, reported }: ReadMessage): readonly Flag[] {
  const failed: Flag = { code: 'last-operation-failed', reason: 'status-level-error' }
  if (kind === null) {
    const unknown: Flag = { code: 'unrecognised-message', reason: 'message-not-in-catalogue' }
    const saysFailure = reported.status === 'error' || around.some((each) => catalogue[each].severity === 'error')
    return saysFailure ? [unknown, failed] : [unknown]
  }
  const { severity, target } = catalogue[kind]
  return severity === 'error' && failing.includes(target) ? [failed] : []
}

/** The verdict on a message alone: what it says about the run, and nothing about any disk. */
export function verdictOfMessage(message: ReadMessage): TextVerdict {
  const verdict = judgeText({ ...nothingElse, message: null })
  const { kind, text } = message
  const progress = {
    message: text,
    messageKind: kind ?? ('unrecognised' as const),
    phase: kind === null ? null : catalogue[kind].phase,
    percent: kind === null ? null : percentOf(kind, text),
  }
  return { ...verdict, progress, flags: flagsOf(message) }
}

function verdictOf(kind: MessageKind, text: string = kind): TextVerdict {
  const verdict = judgeText({ ...nothingElse, message: null })
  return { ...verdict, progress: { message: text, messageKind: kind, phase: null, percent: null } }
}

/** The start that failed, by each boot screen, or by words alone. */
export function bootFindings({ bootFailed, messages }: Beside): readonly TextVerdict[] {
  if (!bootFailed) return []
  const screens = messages.flatMap(({ kind, text }) =>
    !isSign(kind) && isBootScreen(kind) ? [verdictOf(kind, text)] : [],
  )
  return screens.length === 0 ? [verdictOf('boot-root-not-found')] : screens
}

/** The VM is off, or did not start: the same problems as where Azure or a screen says so. */
export const stateFindings = (beside: Beside): readonly TextVerdict[] => [
  ...(beside.isOff ? [verdictOf('arm-vm-not-running')] : []),
  ...bootFindings(beside),
]
