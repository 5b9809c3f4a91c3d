/** Where something failed: the database that is read, the one that is written, or the file of a backup. */
export type TransferSide = 'source' | 'target' | 'file'

/** Why rows cannot be carried to another database, besides what a database itself can refuse. */
export const transferFailureKinds = [
  // It has rows, and is no unfinished copy.
  'not-empty',
  // Another program has it open.
  'in-use',
  'same-database',
  // What was written is not what was read; the code is the table.
  'unequal',
  // The file exists already.
  'file-exists',
  // The folder for temporary files cannot be written, or has no room.
  'no-temporary-folder',
  // No backup of this program, or not all of one.
  'not-a-backup',
] as const
export type TransferFailureKind = (typeof transferFailureKinds)[number]
