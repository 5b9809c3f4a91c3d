import type { TextVerdict } from '@/lib/encryption/types'
import { catalogue } from '@/lib/messages/catalogue'

/** Whether the message ends the job whatever was requested, or is missing: after another one, the job can go on. */
export function endsJob({ progress: { message, messageKind } }: TextVerdict): boolean {
  if (messageKind === null || messageKind === 'unrecognised') return message === null
  return catalogue[messageKind].terminal && catalogue[messageKind].terminalWhen === undefined
}

/** Whether the OS disk is encrypted and the VM still has to restart, by the message or by the word of the report. */
export const isRestartDue = ({ os, progress }: TextVerdict): boolean =>
  progress.phase === 'restart-pending' || os.reported === 'VMRestartPending' || os.state === 'restart-pending'
