import { expect, it } from 'vitest'
import { forTerminal, terminalText } from './terminal-text'

it('writes what could manipulate a terminal or reverse a text as an escape, and nothing else', () => {
  expect(terminalText('a\u202eb\u2066c\u200f \u001b[31m\u0000\u009b\u2028')).toBe(
    'a\\u202eb\\u2066c\\u200f \\u001b[31m\\u0000\\u009b\\u2028',
  )
  expect(terminalText('ok\n\ttab é 日本語 🙂 “x”')).toBe('ok\n\ttab é 日本語 🙂 “x”')
  expect(JSON.parse(terminalText(JSON.stringify({ name: 'a\u202eb' })))).toEqual({ name: 'a\u202eb' })
})

it('applies to all output of a program', () => {
  const written: string[] = []
  const io = forTerminal({ print: (text) => written.push(text), complain: (text) => written.push(text), more: 1 })
  io.print('a\u202e')
  io.complain('b\u2067')
  expect([...written, io.more]).toEqual(['a\\u202e', 'b\\u2067', 1])
})
