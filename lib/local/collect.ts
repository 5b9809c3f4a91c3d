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

/** Says a failure once, however often it is repeated, and that it has ended. A VM that could not be read is not one. */
export function failureLines({ tokens, person, texts, complain }: Collecting): (event: CollectorEvent) => void {
  let failing: string | null = null
  return (event) => {
    if (event.event === 'failed' && event.what !== 'read' && event.code !== failing) {
      failing = event.code
      const command = tokens.command(person.tenantId)
      const text =
        command === null
          ? fill(texts.collectFailed, { code: event.code })
          : fill(texts.collectFailedRun, { code: event.code, command })
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
