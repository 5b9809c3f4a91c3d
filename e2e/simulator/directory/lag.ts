interface Identified {
  readonly id: string
}

/** How an object was before its last change, null where it was not there, by id; `at` is of the world's clock. */
export type Earlier<T> = Map<string, { readonly at: number; readonly value: T | null }>

/** A kind of objects, and what the replicas of the directory still show of them. */
export interface Replicated<T extends Identified> {
  readonly objects: Map<string, T>
  readonly earlier: Earlier<T>
}

/** The time that counts for a request: now, and how late everything appears, in milliseconds of the world's clock. */
export interface LagTime {
  readonly now: number
  readonly lag: number
}

const isOver = (at: number, { now, lag }: LagTime): boolean => now - at >= lag

/** Puts an object in; for a while replicas show what was there before the first of its changes. */
export function put<T extends Identified>({ objects, earlier }: Replicated<T>, object: T, time: LagTime): void {
  const known = earlier.get(object.id)
  const stillShown = known !== undefined && !isOver(known.at, time)
  earlier.set(object.id, { at: time.now, value: stillShown ? known.value : (objects.get(object.id) ?? null) })
  objects.set(object.id, object)
}

/** What replicas show of one object by now; undefined where they do not know it. */
export function shownOf<T extends Identified>({ objects, earlier }: Replicated<T>, id: string, time: LagTime) {
  const before = earlier.get(id)
  return before === undefined || isOver(before.at, time) ? objects.get(id) : (before.value ?? undefined)
}

/** What replicas show of all of them by now. */
export function shownOfAll<T extends Identified>(replicated: Replicated<T>, time: LagTime): T[] {
  return [...replicated.objects.keys()].flatMap((id) => shownOf(replicated, id, time) ?? [])
}
