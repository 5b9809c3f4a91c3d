import { readFileSync } from 'node:fs'
import { parseHistoryConfig, type HistoryConfig } from '@/lib/config/history-config'
import { ConfigurationError } from '@/lib/config/problems'
import { checkVariableNames } from '@/lib/config/unknown-variables'
import { fill } from '@/lib/i18n/setup/fill'
import { storeWords } from '@/lib/i18n/setup/load'
import type { StoreCommandFailure } from '@/lib/i18n/setup/types'
import type { Language } from '@/lib/i18n/languages'
import { readEnvironmentFile } from '@/lib/setup/env-file'
import { ok, type Result } from '@/lib/shared/result'
import { storeReasonOf, type StoreReason } from '@/lib/shared/store-reasons'
import { forTerminal } from '@/lib/shared/terminal-text'
import type { TransferSide } from '@/lib/shared/transfer-failures'
import { endAccessOf, historyStatus, migrateHistory, pruneHistory } from '@/lib/usecases/history/maintain'
import { backUpHistory, copyHistory, restoreHistory } from '@/lib/usecases/history/transfer'
import { parseStore, storeUsage, type StoreCommand } from './store-arguments'

export interface StoreIo {
  readonly print: (text: string) => void
  readonly complain: (text: string) => void
}

interface Failure {
  readonly side?: TransferSide
  readonly kind: StoreCommandFailure
  readonly code: string | null
}

type Done = Result<object, Failure>

/** A file that is named on the command line cannot be used; the message names it, and never a value. */
class WrongFile extends Error {}

/** The history's configuration in an environment file. */
function configIn(file: string): HistoryConfig {
  let text = ''
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new WrongFile(`${file}: cannot be read`)
  }
  const variables = readEnvironmentFile(text)
  try {
    checkVariableNames(variables)
  } catch (error) {
    throw error instanceof ConfigurationError ? new WrongFile(`${file}: ${error.message}`) : error
  }
  const parsed = parseHistoryConfig(variables)
  if (!parsed.ok) throw new WrongFile(`${file}: ${new ConfigurationError(parsed.failure).message}`)
  return parsed.value
}

/** The object of a result, if there is one. */
function shown<T>(result: Result<T, Failure>, show: (value: T) => object): Done {
  return result.ok ? ok(show(result.value)) : result
}

const transferred = <T extends { readonly at: number; readonly tables: ReadonlyMap<string, object> }>(done: T) => ({
  ...done,
  at: new Date(done.at).toISOString(),
  tables: Object.fromEntries(done.tables),
})

async function run(command: StoreCommand): Promise<Done> {
  switch (command.name) {
    case 'status':
      return historyStatus()
    case 'migrate':
      return shown(await migrateHistory(), (applied) => ({ applied }))
    case 'prune':
      return shown(await pruneHistory(), ({ countedFrom, ...pruned }) => ({
        ...pruned,
        countedFrom: countedFrom === null ? null : new Date(countedFrom).toISOString(),
      }))
    case 'end-access':
      return endAccessOf(command.tenantId, command.personId)
    case 'copy':
      return shown(await copyHistory(configIn(command.environmentFile), command.switchOver), transferred)
    case 'backup':
      return shown(await backUpHistory(command.file), transferred)
    case 'restore':
      return shown(await restoreHistory(command.file, command.replace), transferred)
  }
}

function reasonOf({ side, kind, code }: Failure): StoreReason | null {
  if (kind === 'schema-older' && code === '42501') return 'migration-refused'
  if (kind !== 'refused' && kind !== 'unreachable') return null
  const reason = storeReasonOf(code)
  // What `restore` and `copy` do to their target is for its owner alone.
  return reason === 'role-refused' && side === 'target' ? 'not-owner' : reason
}

function sentenceOf(given: Failure, language: Language): string {
  const { side, kind, code } = given
  const { sides, failures, failure } = storeWords(language)
  const reason = reasonOf(given)
  return fill(failure, { side: sides[side ?? 'database'], sentence: failures[reason ?? kind], code: code ?? kind })
}

/** Runs `store` and returns its exit code. */
export async function runStore(args: readonly string[], given: StoreIo): Promise<0 | 1 | 2> {
  const io = forTerminal(given)
  const parsed = parseStore(args)
  if (parsed.kind === 'help') {
    io.print(storeUsage)
    return 0
  }
  if (parsed.kind === 'usage') {
    io.complain(`${parsed.wrong}\n\n${storeUsage}`)
    return 2
  }
  try {
    checkVariableNames()
    const done = await run(parsed.command)
    io.print(`${JSON.stringify(done.ok ? done.value : { error: done.failure })}\n`)
    if (done.ok && 'left' in done.value && done.value.left !== 0)
      io.complain(`${fill(storeWords(parsed.language).left, { count: String(done.value.left) })}\n`)
    if (!done.ok) io.complain(`${sentenceOf(done.failure, parsed.language)}\n`)
    return done.ok ? 0 : 1
  } catch (error) {
    if (!(error instanceof ConfigurationError || error instanceof WrongFile)) throw error
    io.complain(`${error.message}\n`)
    return 2
  }
}
