import { judgeText } from '@/lib/encryption/judge-text'
import { diagnoseWords } from './diagnose'
import type { Problem } from './types'

const nothingElse = { tool: 'powershell', os: null, data: null, settings: null, osType: null } as const

/** The problems that a status message shows by itself, without a VM around it. Takes any text; never throws. */
export function problemsOfText(message: string): readonly Problem[] {
  return diagnoseWords(judgeText({ ...nothingElse, message }))
}
