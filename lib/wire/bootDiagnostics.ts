import { fieldOf, objectOf, textOf } from './read'

/**
 * Address of the serial console's text, which needs no sign-in for a few minutes.
 * https://learn.microsoft.com/rest/api/compute/virtual-machines/retrieve-boot-diagnostics-data
 */
export function readSerialConsoleAddress(json: unknown): string | undefined {
  return textOf(fieldOf(objectOf(json), 'serialConsoleLogBlobUri'))
}
