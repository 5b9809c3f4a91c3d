interface Identified {
  readonly id: string
}

/** An object before its last change, null if it did not exist, by id; `at` is of the world's clock. */
export type Earlier<T> = Map<string, { readonly at: number; readonly value: T | null }>

/** Objects of one kind, and the older versions that replicas of the directory still show. */
export interface Replicated<T extends Identified> {
  readonly objects: Map<string, T>
  readonly earlier: Earlier<T>
}

/** The time of a request: now, and the delay of all changes, in milliseconds of the world's clock. */
export interface LagTime {
  readonly now: number
  readonly lag: number
}

const isOver = (at: number, { now, lag }: LagTime): boolean => now - at >= lag

/** Stores an object; until the delay is over replicas show its version before the first pending change. */
export function put<T extends Identified>({ objects, earlier }: Replicated<T>, object: T, time: LagTime): void {
  const known = earlier.get(object.id)
  const stillShown = known !== undefined && !isOver(known.at, time)
  earlier.set(object.id, { at: time.now, value: stillShown ? known.value : (objects.get(object.id) ?? null) })
  objects.set(object.id, object)
}

/** The version of one object that replicas show; undefined if they do not know it. */
export function shownOf<T extends Identified>({ objects, earlier }: Replicated<T>, id: string, time: LagTime) {
  const before = earlier.get(id)
  return before === undefined || isOver(before.at, time) ? objects.get(id) : (before.value ?? undefined)
}

/** The versions of all objects that replicas show. */
export function shownOfAll<T extends Identified>(replicated: Replicated<T>, time: LagTime): T[] {
  return [...replicated.objects.keys()].flatMap((id) => shownOf(replicated, id, time) ?? [])
}
