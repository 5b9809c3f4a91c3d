/**
 * The signals that end a program in order: of a service manager, of a terminal or session that closes, and Ctrl+C.
 * Source: https://nodejs.org/api/process.html#signal-events
 */
export const endingSignals = ['SIGTERM', 'SIGHUP', 'SIGINT'] as const
export type EndingSignal = (typeof endingSignals)[number]

/** The exit codes that shells use for programs which these signals ended. */
export const signalExitCodes: Readonly<Record<EndingSignal, number>> = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }
