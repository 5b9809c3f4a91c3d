import type { GraphChange } from '@/lib/setup/registrations/changes'
import type { Result } from '@/lib/shared/result'
import type { Az, AzFailure } from '../azure/az'
import { restArguments } from '../azure/directory'
import { retried } from '../azure/patience'
import type { Recent } from './recent'
import { commandLine, type Console } from './console'

/** azure-cli's answer to a change; null where the operator declined. */
export type Offered = Result<unknown, AzFailure> | null

/** Whether an earlier run already created the same (https://learn.microsoft.com/graph/errors 409). */
export const isThereAlready = (answer: Offered): boolean =>
  answer?.ok === false &&
  (answer.failure.status === 409 || answer.failure.detail.includes('MultipleObjectsWithSameKeyValue'))

/** Whether a refusal concerns an object that the directory does not show yet. */
const isNotThereYet = (answer: Result<unknown, AzFailure>): boolean =>
  !answer.ok && [400, 404].includes(answer.failure.status ?? 0) && !isThereAlready(answer)

function isAbout({ path, body }: GraphChange, ids: ReadonlySet<string>): boolean {
  const text = `${path} ${JSON.stringify(body)}`
  return [...ids].some((id) => text.includes(id))
}

/**
 * Shows a change as a command, and runs it where the operator agrees. A change of an object that was just created is
 * repeated for two minutes.
 * @param begin called directly before it runs
 */
export async function offer(
  az: Az,
  graph: string,
  console: Console,
  title: string,
  change: GraphChange,
  recent: Pick<Recent, 'ids'>,
  begin: () => void = () => undefined,
): Promise<Offered> {
  const args = restArguments(graph, change)
  console.say(`\n${title}`)
  console.say(`  ${commandLine(args)}`)
  if (!(await console.agreed())) return null
  if (console.dryRun) return { ok: true, value: undefined }
  begin()
  return isAbout(change, recent.ids) ? retried(console.patience(title), () => az(args), isNotThereYet) : az(args)
}
