import 'server-only'
import { personKey, type Caller } from '@/lib/auth/caller'
import { identity } from '@/lib/auth/identity'
import { serverConfig } from '@/lib/config/config'
import { fill } from '@/lib/i18n/setup/fill'
import type { CollectorEvent } from '@/lib/usecases/collect/collector'
import { runCollector } from '@/lib/usecases/collect/start'
import { callerOf } from './identity'
import type { ToolTokens } from './tokens/tool-tokens'
import type { TerminalTexts } from './tokens/tools'

export interface Collecting {
  readonly person: Pick<Caller, 'cloud' | 'tenantId' | 'objectId'>
  readonly tokens: ToolTokens
  readonly texts: TerminalTexts
  /** Prints a line about a failure, and one about its end. */
  readonly complain: (text: string) => void
  readonly signal: AbortSignal
}

/** The code of a failure of the whole reading, or of the history. A VM that could not be read is not one. */
function failureIn(event: CollectorEvent): string | null {
  if (event.event === 'unusable') return event.code
  return event.event === 'failed' && event.what !== 'read' ? event.code : null
}

/** Says a failure once, however often it is repeated, and that it has ended. */
export function failureLines({ tokens, person, texts, complain }: Collecting): (event: CollectorEvent) => void {
  let failing: string | null = null
  return (event) => {
    const code = failureIn(event)
    if (code !== null && code !== failing) {
      failing = code
      const command = tokens.command(person.tenantId)
      const text =
        command === null ? fill(texts.collectFailed, { code }) : fill(texts.collectFailedRun, { code, command })
      complain(`${text}\n`)
    }
    if (event.event === 'surveyed' && failing !== null) {
      failing = null
      complain(`${texts.collectWorks}\n`)
    }
  }
}

/**
 * Continues the timelines of one tenant with the person's own rights until the signal aborts: the same collector as a
 * server's, in this process. Its requests wait behind those of the pages. The identity and the history must be set.
 */
export async function collectHere(collecting: Collecting): Promise<void> {
  const { person, signal } = collecting
  const reader = {
    config: { ...serverConfig(), tenantId: person.tenantId },
    // Azure counts the requests of the pages and of the collector together.
    person: personKey(person),
    tokens: identity().tokenSource(callerOf(person)),
  }
  await runCollector({ reader, once: false, reporter: null, say: failureLines(collecting), signal })
}
