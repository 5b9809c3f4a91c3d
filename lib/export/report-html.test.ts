import { expect, it } from 'vitest'
import { reportHtml } from './report-html'

const page = (text: string): string =>
  [
    ...reportHtml({
      language: 'en',
      title: text,
      lead: text,
      tables: [
        {
          title: text,
          hint: text,
          header: [text, 'VMs'],
          rows: [
            [text, 3],
            [text, null],
          ],
        },
      ],
    }),
  ].join('')

it('shows hostile names as text, runs no script and loads nothing', () => {
  const hostile = `</title><script>alert(1)</script><img src=x onerror="a()">&amp;\u202e\u0000\ud83d`
  const html = page(hostile)
  for (const part of ['<script', '<img', '\u202e', '\u0000', '\ud83d']) expect(html).not.toContain(part)
  expect(html).toContain(
    '&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&quot;a()&quot;&gt;&amp;amp;\ufffd',
  )
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
})

it('has a dash in place of a count that is not known', () => {
  expect(page('x')).toContain('<td class="n">3</td>')
  expect(page('x')).toContain('<td class="n">–</td>')
})
