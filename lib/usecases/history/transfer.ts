import 'server-only'
import { historyConfig, type HistoryConfig } from '@/lib/config/history-config'
import type { Result } from '@/lib/shared/result'
import { backUpStore, type BackedUp, type BackupContent } from '@/lib/store/transfer/backup'
import { copyStore, type Copied } from '@/lib/store/transfer/copy'
import type { Place } from '@/lib/store/transfer/places'
import { restoreStore } from '@/lib/store/transfer/restore'
import type { TransferFailure } from '@/lib/store/transfer/side'
import { passwordOf } from './password'

const placeOf = (config: HistoryConfig): Place => ({ config, password: passwordOf(config) })

/**
 * Copies the history of this environment into another.
 * @param target the history of the programs after the switch
 * @param switchOver the last copy: no program may use this history any more
 */
export function copyHistory(target: HistoryConfig, switchOver: boolean): Promise<Result<Copied, TransferFailure>> {
  return copyStore(placeOf(historyConfig()), placeOf(target), switchOver)
}

/** Writes the history into a new file, while servers and collectors use it. */
export function backUpHistory(file: string): Promise<Result<BackedUp, TransferFailure>> {
  return backUpStore(placeOf(historyConfig()), file)
}

/** Restores the history from such a file. @param replace also where there is one, which is deleted */
export function restoreHistory(file: string, replace: boolean): Promise<Result<BackupContent, TransferFailure>> {
  return restoreStore(file, placeOf(historyConfig()), replace)
}
