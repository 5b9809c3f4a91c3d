import type { TextVerdict } from '@/lib/encryption/types'

/** Whether the OS disk is encrypted and the VM still has to restart, by the message or by the word of the report. */
export const isRestartDue = ({ os, progress }: TextVerdict): boolean =>
  progress.phase === 'restart-pending' || os.reported === 'VMRestartPending' || os.state === 'restart-pending'
