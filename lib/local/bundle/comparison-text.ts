import 'server-only'
import { vmStates } from '@/lib/contract/codes'
import { formatTime } from '@/lib/i18n/format'
import type { Language } from '@/lib/i18n/languages'
import { messages } from '@/lib/i18n/messages'
import { fill } from '@/lib/i18n/setup/fill'
import {
  changedBy,
  changes,
  countOf,
  differing,
  type ComparedVm,
  type Comparison,
  type Shown,
} from '@/lib/views/fleet-difference'

const none = '–'

/** The words for what the files show of a VM. */
function wording(language: Language) {
  const { local, states, facts } = messages[language]
  const words = {
    state: (shown: Shown | null): string => (shown === null ? none : states.state[shown.state]),
    os: (shown: Shown | null): string => (shown === null ? none : states.volume[shown.os]),
    data: (shown: Shown | null): string => (shown === null ? none : states.data[shown.data]),
    pass: (shown: Shown | null): string => {
      const pass = shown?.pass ?? null
      return pass === null ? none : facts.pass[pass]
    },
  }
  const readAt = (shown: Shown | null): string => {
    const at = shown?.evidenceAt ?? null
    return at === null ? none : formatTime(language, at)
  }
  /** The VM's state, what else differs, and when the evidence was read. */
  return ({ id, before, after }: ComparedVm): string => {
    const also = before === null || after === null ? [] : differing(before, after).filter((each) => each !== 'state')
    const parts = (['state', ...also] as const).map((aspect) => {
      const value = `${words[aspect](before)} → ${words[aspect](after)}`
      return fill(local.compare.aspect[aspect], { value })
    })
    const at = fill(local.compare.readAt, { before: readAt(before), after: readAt(after) })
    return `  ${id}: ${parts.join('; ')} ${at}`
  }
}

/** The comparison as text: counts, and each VM that is not the same in both files. */
export function comparisonAsText({ before, after, vms }: Comparison, language: Language): string {
  const { local, states } = messages[language]
  const texts = local.compare
  const lines: string[] = []
  for (const side of [before, after]) {
    const { name: file, takenAt, complete } = side
    const numbers = { file, moment: formatTime(language, takenAt), vms: String(side.states.length) }
    lines.push(fill(complete ? texts.file : texts.filePartly, numbers))
  }
  lines.push('')
  for (const state of vmStates) {
    const [was, is] = [countOf(before, state), countOf(after, state)]
    if (was > 0 || is > 0) lines.push(`  ${states.state[state]}: ${was} → ${is}`)
  }
  const lineOf = wording(language)
  for (const change of changes) {
    const found = changedBy(vms, change)
    if (found.length === 0) continue
    lines.push('', fill(texts.change[change], { count: String(found.length) }))
    if (change !== 'same') lines.push(...found.map(lineOf))
  }
  return `${lines.join('\n')}\n`
}
