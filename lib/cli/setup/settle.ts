import type { WantedRegistration } from '@/lib/setup/registrations/changes'
import { credentialChange, type CredentialChoice } from '@/lib/setup/registrations/credential'
import { findFaults } from '@/lib/setup/registrations/find-faults'
import { readRegistrations } from '../azure/directory'
import { retried } from '../azure/patience'
import type { GivenProof, Proof } from './credential'
import { lookupsOf, type Repaired, type Sender } from './registrations'

interface Written {
  readonly needs: WantedRegistration
  readonly repaired: Repaired
  readonly proof: Proof
  readonly given: GivenProof
}

/** The present credential of the API. */
function givenValue({ choice }: Proof, given: GivenProof): CredentialChoice {
  if (!given.done) return { kind: 'keep' }
  return choice.kind === 'secret' ? { ...choice, known: given.variable?.[1] ?? choice.known, renew: false } : choice
}

/**
 * Waits until the directory shows the changes, for two minutes at most: a run that reads it earlier would repeat them.
 * Prints a note where the directory does not show them by then.
 * @returns whether it shows them
 */
export async function isShown(sender: Sender, { needs, repaired, proof, given }: Written): Promise<boolean> {
  const { az, graph, console } = sender
  const { api, page } = repaired.registrations
  if (console.dryRun || api === null || (repaired.changes === 0 && !given.changed)) return true
  const choice = givenValue(proof, given)
  const now = new Date(console.now()).toISOString()
  const lookups = lookupsOf(needs, api.appId, page?.appId)
  const read = await retried(
    console.patience(console.words.written),
    async () => {
      const answer = await readRegistrations(az, graph, lookups)
      if (!answer.ok) return answer.failure.status === 404 ? 'late' : 'unreadable'
      const faults = findFaults(answer.value, needs).filter((fault) => !repaired.left.includes(fault))
      const shown = answer.value.api
      return shown !== null && faults.length === 0 && credentialChange(shown, answer.value, choice, now) === null
        ? 'shown'
        : 'late'
    },
    (answer) => answer === 'late',
  )
  if (read !== 'shown') console.say(console.words.notShown)
  return read === 'shown'
}
