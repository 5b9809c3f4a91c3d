const folder = '/var/lib/waagent/Microsoft.Azure.Security.AzureDiskEncryptionForLinux-1.4.0.11/main'
const frames = `Traceback (most recent call last):\n  File "${folder}/handle.py", line 2290, in daemon_encrypt\n    run()\n`

/** The sentences that the extensions put around a cause, as they reach a status. */
export function osFailure(cause: string, machineState: string): string {
  return `Failed to encrypt OS volume with error: ${cause}, stack trace: ${frames}, machine state: ${machineState}`
}

export function dataFailure(cause: string): string {
  return `Failed to encrypt data volumes with error: ${cause}, stack trace: ${frames}`
}

export function enableFailure(cause: string): string {
  return `Failed to enable the extension with error: ${cause}, stack trace: ${frames}`
}

export function disableFailure(cause: string): string {
  return `Failed to disable the extension with error: ${cause}, stack trace: ${frames}`
}

export function packageFailure(cause: string): string {
  return `Failed to install cryptsetup package(s) with error: ${cause}, stack trace: ${frames}`
}

export function secretFailure(cause: string): string {
  return `Failed to create_kek_secret with error: ${cause}, stack trace: ${frames}`
}

/** A failed check of the single pass is reported as its whole stack trace. */
export function precheck(exception: string): string {
  const call = 'check_Util.precheck_for_fatal_failures(public_settings, encryption_status, DistroPatcher)'
  return `Traceback (most recent call last):\n  File "${folder}/handle.py", line 812, in enable\n    ${call}\n${exception}\n`
}

export function bitlockerFailure(version: string, cause: string): string {
  const frame = 'Microsoft.Cis.Security.BitLocker.BitlockerIaasVMExtension.BitlockerExtension.EnableEncryption()'
  return `[${version}] Failed to configure bitlocker as expected. Exception: ${cause}, InnerException: , stack trace:    at ${frame}`
}
