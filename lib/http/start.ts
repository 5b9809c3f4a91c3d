import 'server-only'
import { takeOverConsole } from '@/lib/telemetry/framework-console'
import { catchTheRest } from '@/lib/telemetry/last-resort'
import { startTelemetry } from '@/lib/telemetry/start'
import { history } from '@/lib/usecases/history/handle'
import { noteConfiguration } from '@/lib/usecases/trail/note-configuration'
import { watchArrivals } from './arrivals'
import { standAtTheDoor } from './front-door'
import { stopBroken, stopOnSignals } from './stop'

/** Of what nothing caught: a server that throws now and then serves its people, one that does nothing else is replaced. */
const bearable = { 'uncaught-exception': 3, 'unhandled-rejection': Number.POSITIVE_INFINITY }

/** What a server does once, before the first request. */
export async function startServer(): Promise<void> {
  watchArrivals()
  // Whoever develops reads the framework's own words, ends it many times an hour, and asks it in ways of its own.
  if (process.env.NODE_ENV === 'production') {
    takeOverConsole()
    stopOnSignals()
    catchTheRest({ bearable, giveUp: stopBroken })
    standAtTheDoor()
  }
  await startTelemetry()
  // The history is opened and migrated now, so that the first look finds it; without it the server runs all the same.
  void history().then(() => noteConfiguration('server'))
}
