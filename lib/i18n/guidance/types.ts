/**
 * What a message or code from Azure means for the disks, and what to do about it, in one language.
 * Words in backticks are literal (message texts, settings, read-only commands) and are shown as code.
 */
export interface Guidance {
  /** One or two short sentences: what it says about the disks, and what it does not say. */
  readonly meaning: string
  /** Steps in the order in which to take them; never empty. */
  readonly next: readonly string[]
}

/** Steps that many pieces of guidance share. Each language words all of them once. */
export type SharedStep =
  | 'hold'
  | 'oneRestartByItself'
  | 'usableMeanwhile'
  | 'readStates'
  | 'readLog'
  | 'serialLog'
  | 'enableAgain'
  | 'requestAgain'
  | 'repeatRequest'
  | 'restore'
  | 'restartToLeaveMemory'
  | 'retryMayStartItself'
  | 'deallocateStart'
  | 'keepKeyVolume'
  | 'checkVault'
  | 'checkVaultAccess'
  | 'tryPackageManager'
  | 'providePackages'
  | 'keepExtension'
  | 'keepRunning'
  | 'suspectSoftware'
  | 'judgeByState'
  | 'checkBootFirst'
  | 'stockLayout'
export type SharedSteps = Readonly<Record<SharedStep, string>>
