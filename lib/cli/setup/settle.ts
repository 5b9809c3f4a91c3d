import type { Wish } from '@/lib/setup/registrations/changes'
import { credentialChange, type CredentialWish } from '@/lib/setup/registrations/credential'
import { findFaults } from '@/lib/setup/registrations/find-faults'
import { readRegistrations } from '../azure/directory'
import { retried } from '../azure/patience'
import type { GivenProof, Proof } from './credential'
import { lookupsOf, type Mended, type Sender } from './registrations'

interface Written {
  readonly needs: Wish
  readonly mended: Mended
  readonly proof: Proof
  readonly given: GivenProof
}

/** The proof that the API has by now. */
function givenWish({ wish }: Proof, given: GivenProof): CredentialWish {
  if (!given.done) return { kind: 'keep' }
  return wish.kind === 'secret' ? { ...wish, known: given.variable?.[1] ?? wish.known, renew: false } : wish
}

/**
 * Waits until the directory shows what was written, for two minutes at most: a run that reads it earlier would write it
 * again. Says so where it does not show it by then.
 * @returns whether it shows it
 */
export async function isShown(sender: Sender, { needs, mended, proof, given }: Written): Promise<boolean> {
  const { az, graph, talk } = sender
  const { api, page } = mended.registrations
  if (talk.dryRun || api === null || (mended.changes === 0 && !given.changed)) return true
  const wish = givenWish(proof, given)
  const now = new Date(talk.now()).toISOString()
  const lookups = lookupsOf(needs, api.appId, page?.appId)
  const read = await retried(
    talk.patience(talk.words.written),
    async () => {
      const answer = await readRegistrations(az, graph, lookups)
      if (!answer.ok) return answer.failure.status === 404 ? 'late' : 'unreadable'
      const faults = findFaults(answer.value, needs).filter((fault) => !mended.left.includes(fault))
      const shown = answer.value.api
      return shown !== null && faults.length === 0 && credentialChange(shown, answer.value, wish, now) === null
        ? 'shown'
        : 'late'
    },
    (answer) => answer === 'late',
  )
  if (read !== 'shown') talk.say(talk.words.notShown)
  return read === 'shown'
}
