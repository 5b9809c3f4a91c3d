import type { DoctorCheck, DoctorFinding, UncheckedReason } from '@/lib/setup/doctor/codes'
import type { HistoryFailure } from '@/lib/contract/history-failures'
import type { StoreReason } from '@/lib/shared/store-reasons'
import type { TransferFailureKind, TransferSide } from '@/lib/shared/transfer-failures'
import type { AzureCall } from '@/lib/setup/azure/calls'
import type { CallResult, DifferenceCode } from '@/lib/setup/azure/compare'
import type { Effect } from '@/lib/setup/azure/effects'
import type { RegistrationFault } from '@/lib/setup/registrations/faults'

/** A finding in three sentences: observation, cause, next step. `{name}` is replaced by a value. */
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

/** Every word of `doctor --azure` in one language. `{field}`, `{expected}` and `{found}` are replaced by names and types. */
export interface AzureCheckWords {
  /** What each call asks for. */
  readonly calls: Readonly<Record<AzureCall, string>>
  readonly outcomes: Readonly<Record<Exclude<CallResult['outcome'], 'same' | 'different'>, string>>
  readonly differences: Readonly<Record<DifferenceCode, string>>
  readonly effects: Readonly<Record<Effect, string>>
  readonly effect: string
  readonly failures: Readonly<Record<AzFailureCode, string>>
  readonly notLooked: string
  /** Shown for a cloud that azure-cli does not name. */
  readonly otherCloud: string
  readonly notWritten: string
  readonly reviewRecord: string
  readonly summary: string
}

/** Why a command of azure-cli returned nothing. */
export type AzFailureCode = 'az-missing' | 'az-signed-out' | 'az-denied' | 'az-unsafe' | 'az-failed'

/** A finding's words, in the order in which they are printed. */
export function said(seen: string, cause: string, next: string): FindingWords {
  return { seen, cause, next }
}

/** Reasons for which azure-cli, or what it read, stops a run. */
export type SetupFailure =
  'az-missing' | 'az-signed-out' | 'az-denied' | 'az-unsafe' | 'az-failed' | 'several-with-name'
export type SetupProof = 'keep' | 'secret' | 'certificate' | 'federated'
export type SetupProblem = 'certificate-unusable' | 'federated-incomplete' | 'identity-missing' | 'identity-unknown'

/** Every word of `setup:azure` in one language. */
export interface SetupWords {
  readonly steps: Readonly<Record<RegistrationFault, { readonly title: string; readonly why: string }>>
  readonly proofs: Readonly<Record<SetupProof, string>>
  readonly failures: Readonly<Record<SetupFailure, string>>
  readonly problems: Readonly<Record<SetupProblem, string>>
  readonly intro: string
  readonly askAddress: string
  readonly askCredential: string
  readonly agree: string
  /** An answer that is none of the choices, and one that is no address: the question is asked again. */
  readonly notAChoice: string
  readonly notAnAddress: string
  readonly file: string
  /** The environment file cannot be written: before the first change, and during the run. */
  readonly fileRefused: string
  readonly unwritable: string
  /** The server would not start with the file: it names no credential of the API, or several. */
  readonly proofMissing: string
  readonly proofsSeveral: string
  readonly left: string
  readonly askAdministrator: string
  readonly none: string
  readonly otherCloud: string
  /** What setup waits for at the start: registrations that an earlier run may have made. */
  readonly existing: string
  readonly waiting: string
  /** What setup waits for at the start: a secret that an interrupted run may have made. */
  readonly begunSecret: string
  /** What setup waits for at the end. */
  readonly written: string
  readonly notShown: string
  /** A secret that no file contains: its removal, and the note that it still exists. */
  readonly orphan: string
  readonly orphanLeft: string
  readonly nothing: string
  readonly done: string
  readonly partly: string
  readonly dryRunEnd: string
}

/** Why a command of `store` was not done. */
export type StoreCommandFailure = Exclude<HistoryFailure, 'behind'> | TransferFailureKind

/** Every word of `store` in one language: its object of JSON has codes. */
export interface StoreWords {
  /** What a sentence is about; `database` for commands with one database. */
  readonly sides: Readonly<Record<TransferSide | 'database', string>>
  /** One sentence after the side, and the next step where one is known. */
  readonly failures: Readonly<Record<StoreCommandFailure | StoreReason, string>>
  /** Shown with the code of the database. */
  readonly failure: string
  /** What `prune` left. */
  readonly left: string
}
