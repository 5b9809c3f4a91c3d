import 'server-only'
import { takeOverConsole } from '@/lib/telemetry/framework-console'
import { startTelemetry } from '@/lib/telemetry/start'
import { history } from '@/lib/usecases/history/handle'
import { noteConfiguration } from '@/lib/usecases/trail/note-configuration'
import { watchArrivals } from './arrivals'
import { standAtTheDoor } from './front-door'
import { stopOnSignals } from './stop'

/** What a server does once, before the first request. */
export async function startServer(): Promise<void> {
  watchArrivals()
  // Whoever develops reads the framework's own words, ends it many times an hour, and asks it in ways of its own.
  if (process.env.NODE_ENV === 'production') {
    takeOverConsole()
    stopOnSignals()
    standAtTheDoor()
  }
  await startTelemetry()
  // The history is opened and migrated now, so that the first look finds it; without it the server runs all the same.
  void history().then(() => noteConfiguration('server'))
}
