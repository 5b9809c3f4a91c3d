import 'server-only'

/**
 * How often a response in progress checks whether its user has signed out: also at another server, of which this one
 * gets no request.
 */
const askMilliseconds = 400

interface Sending {
  /** In the form of `personKey`. */
  readonly person: string
  readonly cutOff: () => void
}

declare global {
  // Next.js bundles each route separately; signing out through one route ends the responses of another.
  var sealwatchSending: Set<Sending> | undefined
}

/** Responses in progress, of all users in this process. */
const sending = (globalThis.sealwatchSending ??= new Set<Sending>())

/** Breaks off every response in progress to a user. */
export function abortResponsesOf(person: string): void {
  for (const each of sending) if (each.person === person) each.cutOff()
}

/**
 * A body that continues only as long as its user is signed in. It breaks off rather than ends, so that an incomplete
 * response does not seem complete.
 * @param isOver whether the user's session is over; called before the first piece, and repeatedly
 */
export function abortOnSignOut(
  body: ReadableStream<Uint8Array>,
  person: string,
  isOver: () => Promise<boolean>,
): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  let leave: () => boolean = () => false
  let first: Promise<void> = Promise.resolve()
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        const cutOff = (): void => {
          if (!leave()) return
          // The framework treats this name as a closed connection, and anything else as a server error.
          const reason = new DOMException('the session is over', 'AbortError')
          controller.error(reason)
          void reader.cancel(reason).catch(() => undefined)
        }
        const poll = async (): Promise<void> => {
          if (await isOver()) cutOff()
        }
        const entry: Sending = { person, cutOff }
        const timer = setInterval(() => void poll(), askMilliseconds)
        timer.unref()
        leave = () => {
          clearInterval(timer)
          return sending.delete(entry)
        }
        sending.add(entry)
        // A user who signed out between the check of the request and this line is in no list yet.
        first = poll()
      },
      pull: async (controller) => {
        await first
        try {
          const next = await reader.read()
          if (next.done) {
            if (leave()) controller.close()
          } else controller.enqueue(next.value)
        } catch (error) {
          if (leave()) controller.error(error)
        }
      },
      cancel: async (reason) => {
        leave()
        await reader.cancel(reason)
      },
    },
    { highWaterMark: 0 },
  )
}
