import 'server-only'
import { vmIdOf, type VmName } from '@/lib/azure/calls/virtual-machine'
import type { Caller } from '@/lib/auth/caller'
import { serverConfig } from '@/lib/config/config'
import type { ApiError } from '@/lib/contract/errors'
import type { Troubleshoot } from '@/lib/contract/troubleshoot'
import type { RelatedResources } from '@/lib/facts/related-resources/types'
import type { VmFacts } from '@/lib/facts/types'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { valueOrNull } from '@/lib/shared/known'
import { ok, type Result } from '@/lib/shared/result'
import { loadWorkProgress } from '../work-progress/load-work-progress'
import { judgeWithAudit } from '../audit/judge-with-audit'
import { readAudit } from '../audit/read-audit'
import { azureTime } from '../azure-time'
import { observeReading, observingFor } from '../history/observer'
import { recordObservationsSoon } from '../history/record-observations'
import { openSession } from '../open-session'
import { readLive } from '../read-live'
import { loadRelatedResources } from '../related-resources/load-related-resources'
import { messagesOfLog, troubleshootAnswer } from './answer'
import { present } from '../present'

const vmDeadlineMilliseconds = 60_000
/** The related resources are helpful; a page waits no longer than this for them. */
const aroundDeadlineMilliseconds = 20_000

/** Reads the related resources within a separate deadline, so that a slow one delays only itself. */
async function readAround(
  caller: Caller,
  vm: VmName,
  facts: VmFacts,
  attestation: RelatedResources['attestation'],
  signal: AbortSignal,
): Promise<{ readonly related: RelatedResources; readonly requests: number }> {
  const session = openSession(caller, signal, aroundDeadlineMilliseconds)
  try {
    const related = await loadRelatedResources(session, vm, facts, { hosts: serverConfig().storage, attestation })
    return { related, requests: session.usage.requests }
  } finally {
    session.close()
  }
}

/**
 * Reads one VM and its related resources, as its caller: problems, causes, steps, prerequisites. A missing VM and one
 * that the user may not read return the same error. Nothing that was read is stored.
 * @param log a console or extension log that the user pasted; it is parsed, evaluated and dropped
 */
export async function loadTroubleshoot(
  caller: Caller,
  vm: VmName,
  log: string | null,
  signal: AbortSignal,
): Promise<Result<Troubleshoot, ApiError>> {
  const session = openSession(caller, signal, vmDeadlineMilliseconds)
  try {
    const body = await readLive(session, vm)
    if (!body.ok) return body
    const { json, text } = body.value
    const facts = readVmFacts(json)
    const readAt = present()
    const at = azureTime(session, readAt.getTime())
    const audit = await readAudit(caller, vm, facts, signal)
    const judged = judgeWithAudit(facts, valueOrNull(audit.attestation), at)
    const observation = observeReading(observingFor(caller), vmIdOf(vm), judged, at)
    recordObservationsSoon([observation])
    const [{ related, requests }, known] = await Promise.all([
      readAround(caller, vm, facts, audit.attestation, signal),
      loadWorkProgress(caller, { vm, facts, observation }, signal),
    ])
    // The verdict is the same: where no attestation was requested before, none could change it. It is still evidence.
    const judgement = judgeWithAudit(facts, valueOrNull(related.attestation), at)
    const messages = await messagesOfLog({ log, related })
    const armRequests = session.usage.requests + audit.requests + requests + known.requests
    const id = vmIdOf(vm)
    return ok(troubleshootAnswer({ id, text, judgement, related, log, messages, known, readAt, armRequests }))
  } finally {
    session.close()
  }
}
