import { vmBody, type VmOptions } from '@/lib/facts/testing/vm-body'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { judge } from '../judge'
import type { Verdict } from '../types'

/** The verdict on a body that a test builds. */
export function judged(options: VmOptions): Verdict {
  return judge(readVmFacts(vmBody(options)))
}

/** The flags' codes with their reasons, as `code: reason`. */
export function flagTexts(verdict: Pick<Verdict, 'flags'>): readonly string[] {
  return verdict.flags.map(({ code, reason }) => `${code}: ${reason}`)
}

export const stamped = { stamp: 'encrypted', settings: true } as const
export const cleared = { stamp: 'notEncrypted' } as const
export const both = (word: string): object => ({ os: word, data: word })
