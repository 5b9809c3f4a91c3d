/** Words of the program for one person on their own machine. */
export const local = {
  open: {
    title: 'Opening Sealwatch',
    opening: 'One moment …',
    needed: 'Open the address that the terminal shows',
    neededText:
      'This browser has no session with the program. The terminal in which it runs shows an address with a key; press Enter there for a new one.',
    refused: 'This key is not valid any more',
    refusedText: 'Each key opens one browser, once, within ten minutes. Press Enter in the terminal for a new address.',
    withdrawn: 'Too many wrong keys were sent',
    withdrawnText:
      'Another program or page on this machine may be guessing. The key was withdrawn. Press Enter in the terminal for a new address.',
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
    code: 'To sign in, open {address} and enter the code {code}',
    withBrowser: 'Complete the sign-in in the browser …',
    nothing: 'No sign-in to Azure was found.',
    missing: '{tool}: not installed',
    signedOut: '{tool}: not signed in. {code} Run: {command}',
    unreachable: '{tool}: Entra did not answer',
    failed: '{tool}: failed. {code} Run: {command}',
    otherCloud: '{tool} is signed in to the cloud “{found}”, not “{wanted}”. Run: {command}',
    withdrawn: 'Many wrong keys were sent to this program. The key was withdrawn; Enter shows a new address.',
  },
}
