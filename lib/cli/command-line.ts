declare global {
  // Set by the command of the package before it loads a program.
  var sealwatchIsPackage: true | undefined
}

const ofProject = {
  local: 'npm run local --',
  demo: 'npm run demo --',
  explain: 'npm run -s explain --',
  doctor: 'npm run -s doctor --',
  bundle: 'npm run -s bundle --',
  open: 'npm run open --',
  compare: 'npm run -s compare --',
} as const
export type CommandName = keyof typeof ofProject

const ofPackage: Readonly<Record<CommandName, string>> = {
  local: 'sealwatch',
  demo: 'sealwatch demo',
  explain: 'sealwatch explain',
  doctor: 'sealwatch doctor',
  bundle: 'sealwatch bundle',
  open: 'sealwatch open',
  compare: 'sealwatch compare',
}

/** How a person types a command: by npm in the project's folder, or with the installed package. */
export function typed(name: CommandName): string {
  return globalThis.sealwatchIsPackage === true ? ofPackage[name] : ofProject[name]
}
