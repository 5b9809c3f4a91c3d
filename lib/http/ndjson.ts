import 'server-only'
import { jsonText } from './json-text'

/** Values that were fetched already, then the rest. */
export interface Lines<T> {
  readonly first: T
  readonly rest: AsyncIterator<T, unknown, undefined>
}

export interface StreamHooks<T> {
  /** Called once, when the stream is over for any reason. */
  readonly onEnd: (lines: number) => void
  /** Called where reading fails; returns the last line to send. */
  readonly onError: (error: unknown) => T
  /** Called where the reader disconnects. */
  readonly onCancel: () => void
  /** Breaks the stream off without a last line: the reader resumes elsewhere. */
  readonly breakOff: AbortSignal
}

/**
 * A stream of one JSON value per line. Values are fetched only as fast as they are read, so a slow reader delays the
 * source instead of filling memory.
 * @param textOf serialises a value; for values that are JSON already
 */
export function ndjsonStream<T>(
  { first, rest }: Lines<T>,
  hooks: StreamHooks<T>,
  textOf: (value: T) => string = jsonText,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let lines = 0
  let ended = false
  const encode = (value: T): Uint8Array => {
    lines += 1
    return encoder.encode(`${textOf(value)}\n`)
  }
  let breakOff: () => void = () => undefined
  const end = (): void => {
    hooks.breakOff.removeEventListener('abort', breakOff)
    if (!ended) hooks.onEnd(lines)
    ended = true
  }
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        controller.enqueue(encode(first))
        breakOff = () => {
          end()
          controller.close()
          void rest.return?.()
        }
        hooks.breakOff.addEventListener('abort', breakOff)
      },
      pull: async (controller) => {
        try {
          const next = await rest.next()
          if (ended) return
          if (next.done === true) {
            controller.close()
            end()
          } else {
            controller.enqueue(encode(next.value))
          }
        } catch (error) {
          if (ended) return
          controller.enqueue(encode(hooks.onError(error)))
          controller.close()
          end()
        }
      },
      cancel: async () => {
        hooks.onCancel()
        end()
        await rest.return?.()
      },
    },
    { highWaterMark: 1 },
  )
}
