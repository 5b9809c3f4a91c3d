import type { SignedIn } from '../azure/directory'
import type { SetupArguments } from './arguments'
import type { Console } from './console'
import { proofVariables } from './credential'
import type { Outcome } from './secrets'

/** @param nothing nothing was changed */
function endOf(whole: boolean, nothing: boolean): 'nothing' | 'done' | 'partly' {
  if (!whole) return 'partly'
  return nothing ? 'nothing' : 'done'
}

/** Prints each thing that is left to do. */
function printRest(options: SetupArguments, who: SignedIn, outcome: Outcome, { words, say }: Console): void {
  const { orphans, repaired, file, proofs } = outcome
  for (const fault of repaired.left) say(`\n${words.left}`, { what: words.steps[fault].title })
  for (const label of orphans.left) say(`\n${words.orphanLeft}`, { label })
  if ((file === 'same' || file === 'written') && proofs !== 1) {
    const variables = proofVariables.join(', ')
    say(`\n${proofs === 0 ? words.proofMissing : words.proofsSeveral}`, { file: options.environmentFile, variables })
  }
  if (!repaired.left.includes('api-arm-consent')) return
  const client = repaired.registrations.api?.appId ?? ''
  say(words.askAdministrator, { url: `${who.authorityHost}/${who.tenantId}/adminconsent?client_id=${client}` })
}

/**
 * Prints what was done and what remains, and returns the exit code. It is 0 only where a server starts with the file:
 * no registration lacks anything, and the file names exactly one credential of the API.
 * @param origin the dashboard's address
 */
export function printResult(
  options: SetupArguments,
  origin: string,
  who: SignedIn,
  outcome: Outcome,
  console: Console,
): 0 | 1 {
  const { words } = console
  const { orphans, repaired, given, file, proofs } = outcome
  printRest(options, who, outcome, console)
  const complete = repaired.left.length + orphans.left.length === 0 && given.done
  const whole = complete && (file === 'same' || file === 'written') && proofs === 1
  const nothing = repaired.changes + orphans.removed === 0 && !given.changed && file === 'same'
  const end = endOf(whole, nothing)
  console.say(`\n${options.dryRun && end !== 'nothing' ? words.dryRunEnd : words[end]}`, {
    address: origin,
    file: options.environmentFile,
  })
  return whole ? 0 : 1
}
