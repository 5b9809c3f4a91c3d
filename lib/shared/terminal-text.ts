/**
 * Control characters except tab and line end, the separators that break lines, and the marks that reverse the text
 * around them: https://www.unicode.org/reports/tr9/#Bidirectional_Character_Types
 */
const unsafe = /(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_C}]/gu

/**
 * A text for a terminal, in which each character that could manipulate the terminal or show the text in another order
 * is written as an escape, as `\u202e`. Of JSON the result is the same JSON: in it these characters occur in texts only.
 */
export function terminalText(text: string): string {
  return text.replace(unsafe, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** The output of a program. */
interface Output {
  readonly print: (text: string) => void
  readonly complain: (text: string) => void
}

/** The same program output, with texts of others made safe for a terminal. */
export function forTerminal<Io extends Output>(io: Io): Io {
  return {
    ...io,
    print: (text: string) => io.print(terminalText(text)),
    complain: (text: string) => io.complain(terminalText(text)),
  }
}
