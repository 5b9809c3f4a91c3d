import type { OperatorCode } from '@/lib/contract/local-session'

/** What a person can do who runs the program, where a user of a deployment would ask its operator. */
const next: Readonly<Record<OperatorCode, string>> = {
  'tenant-not-allowed': 'Switch tenants, or sign in to your tool with an account of this tenant.',
  'app-only-token': 'Sign in to your tool with a user account.',
  'request-invalid': 'Check the link, or start from the fleet.',
  'method-not-allowed': 'Reload the page. If it keeps happening, try the newest release of Sealwatch.',
  'arm-untrusted':
    'Set NODE_EXTRA_CA_CERTS to the PEM file of the proxy’s certificate authority, then start Sealwatch again.',
  'arm-unreadable':
    'Try again. If it keeps happening, start Sealwatch with SEALWATCH_LOG_LEVEL=info and look for the request id in its terminal.',
  'arm-api-version':
    'Try the newest release of Sealwatch. If you have it, the cloud may lag behind; then nothing can be read there yet.',
  'configuration-invalid': 'The terminal of Sealwatch names the setting. Correct it, then start Sealwatch again.',
  internal:
    'Try again. If it keeps happening, start Sealwatch with SEALWATCH_LOG_LEVEL=info and look for the request id in its terminal.',
}

/** Words of the program for one person on their own machine. */
export const local = {
  next,
  open: {
    title: 'Opening Sealwatch',
    opening: 'One moment …',
    needed: 'Open the address that the terminal shows',
    neededText:
      'This browser has no session with the program. The terminal in which it runs shows an address with a key; press Enter there for a new one.',
    refused: 'This key is no longer valid',
    refusedText: 'Each key opens one browser, once, within ten minutes. Press Enter in the terminal for a new address.',
    withdrawn: 'Too many wrong keys were sent',
    withdrawnText:
      'Another program or page on this machine may be guessing the key, so it was revoked. Press Enter in the terminal for a new address.',
    noStorage: 'This browser stores nothing for this address',
    noStorageText:
      'Sealwatch needs the site storage of the browser for its session. Allow it, then press Enter in the terminal.',
  },
  banner: {
    title: 'Azure asks you to sign in again.',
    text: 'Run this command in a terminal, then reload this page.',
    ended: 'The program on this machine has ended.',
    endedText: 'The data shown is from the last reading. Start the program again and open the address that it shows.',
    command: 'Command that signs you in',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Not copied',
  },
  account: {
    end: 'Close this session',
    tool: {
      'azure-cli': 'with azure-cli',
      powershell: 'with Azure PowerShell',
      browser: 'in the browser, by this program',
      'device-code': 'with a device code, by this program',
      file: 'from a file, without a sign-in',
    },
  },
  file: {
    title: 'As of {moment}, from the file “{name}”',
    text: 'Nothing is read from Azure. Ages count from that moment. “Not in this file” and the code NotInThisFile mean that something was not read, not that it does not exist. “Your account” and “your rights” mean those of the account that took the file.',
    chosen:
      'It contains only the {count, plural, one {subscription that was} other {# subscriptions that were}} chosen when it was taken, and says nothing of others.',
    partly: 'When the file was taken, {count} parts could not be read.',
  },
  bundle: {
    shows: 'Shows the file {file}: {vms} VMs, taken on {moment}.',
    whole: 'Everything that was asked for was read.',
    notWhole: 'Not everything could be read: {count} parts are missing.',
    chosen: 'Only these subscriptions were chosen when it was taken: {ids}.',
    nothingSent: 'Nothing is sent to Azure. Ages count from the moment of the file.',
    hidden: '(redacted)',
    refused: {
      foreign: '{file}: not a file of sealwatch bundle',
      'other-version': '{file}: written in another version of the format; open it with the program that wrote it',
      cut: '{file}: incomplete. Nothing of it is shown; take it again',
      damaged: '{file}: damaged, or changed after it was written. Nothing of it is shown',
      'too-large': '{file}: larger than this program reads',
      unreadable: '{file}: cannot be read',
    },
    pages: '{read} of {wanted} pages of VMs',
    taken: '{file}: {vms} VMs, {pages} pages of VMs. Everything was read.',
    takenPartly:
      '{file}: {vms} VMs, {pages} pages of VMs. {gaps} parts could not be read; the file says which and why.',
    nothing: 'Nothing could be read from Azure ({code}). No file was written.',
    notWritten: '{file}: cannot be written, or exists already',
    cutOff: 'An unfinished run left {files}. Continue it with --resume, or delete the files. Nothing was read.',
    resumed: 'Continues the run of {moment}: {count} answers of Azure are kept.',
    notResumed:
      '{files}: started by another account, for another tenant, for other subscriptions, with another version of this program, or more than six hours ago. Delete the files and start again.',
    review: 'Names, ids and addresses are replaced. Read the file before you pass it on.',
  },
  inPage: {
    title: 'A fleet in a file',
    text: 'Drop a file of sealwatch bundle here. It is read in this browser: nothing of it is sent or stored, and it is gone when this page is closed or reloaded.',
    choose: 'Choose a file',
    opening: 'The file is being read and checked …',
    refused: 'This file was not opened.',
    noScreen: 'A file has no such page. Choose one in the navigation.',
  },
  compare: {
    file: '{file}: {moment}, {vms} VMs',
    filePartly: '{file}: {moment}, {vms} VMs. Not everything could be read: these numbers are minimums.',
    obstacle: {
      redacted: 'Redacted files cannot be compared: each has other hashes for the same VM.',
      'other-tenant': 'The files are of two tenants.',
      order: 'The first file is the later one. Name the earlier one first.',
    },
    /** What differs of a VM; `value` has both states. */
    aspect: { state: '{value}', os: 'OS: {value}', data: 'Data: {value}', pass: 'Method: {value}' },
    readAt: '(read on {before} → {after})',
    change: {
      changed: 'Changed: {count}',
      new: 'New: {count}',
      gone: 'No longer there: {count}',
      'not-known': 'Unknown in one of the files or in both: {count}',
      'only-before': 'Not in the second file, which does not list all VMs of their subscription: {count}',
      'only-after': 'Not in the first file, which does not list all VMs of their subscription: {count}',
      same: 'Unchanged: {count}',
    },
    page: {
      title: 'Compare two files',
      text: 'Choose an earlier or later file of the same tenant, or drop it here. It is read in this browser: nothing of it is sent or stored.',
      choose: 'Choose the other file',
      reading: 'Reading {file} …',
      waits: 'The comparison appears when both files are read.',
      refused: 'The other file was not compared.',
      states: 'VMs by state',
      state: 'State',
      before: 'Before',
      after: 'After',
      vm: 'VM',
      group: 'Resource group',
      also: 'Other differences',
      readAt: 'Evidence read',
      notInFile: 'Not in this file',
      more: 'Show {count, number} more of {all, number}',
      download: 'Download as JSON',
    },
  },
  terminal: {
    building: 'Building the dashboard (only when something changed) …',
    signedIn: 'Signed in as {user}, tenant {tenant}, {tool}.',
    address: 'Sealwatch is at  {address}',
    once: 'The address opens one browser, once. Enter shows a new one, Ctrl+C ends the program.',
    notOpened: 'No browser was opened: copy the address.',
    ownRights: 'It reads Azure with your own rights, and changes nothing. Tokens stay in this program.',
    history: 'History: {folder}',
    noHistory: 'History: off',
    noDriver: 'History: off, because its database (better-sqlite3) is not installed for this version of Node.js.',
    collects:
      'In the background: VMs whose encryption is changing are read every {moving} seconds, the others when Resource Graph shows a change, and at least every {quiet} seconds.',
    collectsNothing: 'In the background: nothing is read, because that needs the history.',
    collectFailed: 'Reading in the background failed ({code}). It is tried again.',
    collectFailedRun: 'Reading in the background failed ({code}). Run: {command}',
    collectWorks: 'Reading in the background works again.',
    code: 'To sign in, open {address} and enter the code {code}',
    withBrowser: 'Complete the sign-in in the browser …',
    nothing: 'No sign-in to Azure was found.',
    missing: '{tool}: not installed',
    signedOut: '{tool}: not signed in. {code} Run: {command}',
    unreachable: '{tool}: Entra did not answer',
    failed: '{tool}: failed. {code} Run: {command}',
    otherCloud: '{tool} is signed in to the cloud “{found}”, not “{wanted}”. Run: {command}',
    withdrawn: 'Many wrong keys were sent to this program, so the key was revoked. Enter shows a new address.',
  },
}
