import { matchStatusMessage } from '@/lib/messages/match'
import type { AdeExtension } from '@/lib/facts/types'
import type { Pass, Progress } from './types'

const silence: Progress = { message: null, messageKind: null, phase: null, percent: null }

/**
 * The extension's first status, recognised by the catalogue. The text stays as Azure gave it: in dual pass it is the
 * secret's URL (`dual-secret-url`), so every text that leaves the program passes through `shortenSecretUrls`.
 */
export function progressOf(extension: AdeExtension | undefined, osType: string | null, pass: Pass): Progress {
  const status = extension?.view?.statuses[0]
  if (status === undefined || status.message === null) return silence
  // In dual pass both systems write the secret's address here; the catalogue has it as an entry of Linux.
  const isAddress = status.message.startsWith('https://')
  const { kind, phase, percent } = matchStatusMessage({ ...status, osType: isAddress ? null : osType, pass })
  return { message: status.message, messageKind: kind, phase, percent }
}
