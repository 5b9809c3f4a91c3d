import type { Problem } from './types'

/** Whether the text also shows work, or an encrypted volume, that the judged words deny. */
export const isContradicted = (problems: readonly Problem[]): boolean =>
  problems.some(({ kind }) => kind === 'reports-contradict')
