/** Longest text that a cell of a workbook can hold. */
const longestText = 32_767
const cut = '…'

// Characters that XML 1.0 does not allow, and text that the format would read as one of its escapes.
const unwritable = /(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu
/** Half a surrogate pair is not a character: spreadsheet programs drop the whole cell for it. */
const halves = /\p{Cs}/gu
const isEscaped = /_x(?=[0-9A-Fa-f]{4}_)/g

/** Most texts contain none of these, and one test per text is cheap. */
const special = /[&<>"\p{Cc}\p{Cs}\ufffe\uffff]|_x/u

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '_x000D_',
}

/**
 * A text as XML of a workbook: characters that XML does not allow are written in the format's own escapes.
 * Source: ECMA-376 part 1, section 22.9.2.19 (ST_Xstring),
 * https://ecma-international.org/publications-and-standards/standards/ecma-376/
 */
export function xmlText(text: string): string {
  const short = text.length > longestText ? text.slice(0, longestText - cut.length) + cut : text
  if (!special.test(short)) return short
  return short
    .replace(halves, '\ufffd')
    .replace(isEscaped, '_x005F_x')
    .replace(unwritable, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>"\r]/g, (character) => entities[character] ?? '')
}

/** The name of a column: A, B, …, Z, AA, …, counted from 0. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const format = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export const sheetEnd = '</sheetData></worksheet>'

/** The start of a sheet. `widths` in characters; `frozen`: the first row stays visible. */
export function sheetStart(widths: readonly number[], frozen: boolean): string {
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${frozen ? pane : ''}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`
}

/** The small parts of a workbook around its sheets, by path. */
export function packageParts(sheets: readonly string[]): ReadonlyMap<string, string> {
  const each = (make: (number: number, name: string) => string) =>
    sheets.map((name, index) => make(index + 1, name)).join('')
  return new Map([
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${format}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${format}.styles+xml"/>${each((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${format}.worksheet+xml"/>`)}</Types>`,
    ],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each((number, name) => `<sheet name="${xmlText(name)}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="${packages}/relationships">${each((number) => `<Relationship Id="rId${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      // Format 49 is text: a spreadsheet program does not read it as a formula even after a user edits the cell.
      'xl/styles.xml',
      `${head}<styleSheet xmlns="${main}"><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="49" applyNumberFormat="1"/><xf/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`,
    ],
  ])
}
