import format, { type CompiledMessage, type FormatOptions, type Formats, type FormatValues } from 'icu-minify/format'
import { compiledMark } from './compiled-mark'

type Options = FormatOptions & { readonly locale: string; readonly globalFormats?: Formats }

const known = new Map<string, CompiledMessage>()

function isCompiled(value: unknown): value is CompiledMessage {
  return Array.isArray(value)
}

function messageOf(text: string): CompiledMessage {
  if (!text.startsWith(compiledMark)) return text
  const parsed: unknown = known.get(text) ?? JSON.parse(text.slice(compiledMark.length))
  if (!isCompiled(parsed)) throw new Error('a text that is not compiled')
  known.set(text, parsed)
  return parsed
}

/** Fills in a text of `compiledTexts`. Stands in the place of `use-intl/format-message` in the product; see next.config.js. */
export default function formatMessage<Element = string>(
  _key: string,
  text: string,
  values: FormatValues<Element> | undefined,
  { locale, formats, globalFormats, ...rest }: Options,
): string | Element | (string | Element)[] {
  const all = {
    dateTime: { ...globalFormats?.dateTime, ...formats?.dateTime },
    number: { ...globalFormats?.number, ...formats?.number },
  }
  return format(messageOf(text), locale, values, { formats: all, ...rest })
}
formatMessage.raw = false
