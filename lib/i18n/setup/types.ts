import type { DoctorCheck, DoctorFinding, UncheckedReason } from '@/lib/setup/doctor/codes'

/** What is wrong, in three sentences: what was seen, what is behind it, what to do. `{name}` stands for a value. */
export interface FindingWords {
  readonly seen: string
  readonly cause: string
  readonly next: string
}

/** Every word of `doctor` in one language. */
export interface DoctorWords {
  readonly checks: Readonly<Record<DoctorCheck, string>>
  readonly findings: Readonly<Record<DoctorFinding, FindingWords>>
  readonly unchecked: Readonly<Record<UncheckedReason, string>>
  readonly notChecked: string
  readonly seen: string
  readonly cause: string
  readonly next: string
  readonly summary: string
}

/** A finding's words, in the order in which they are said. */
export function said(seen: string, cause: string, next: string): FindingWords {
  return { seen, cause, next }
}
