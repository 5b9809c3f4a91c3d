/** Letters of other alphabets that look like Latin ones. https://www.unicode.org/reports/tr39/#Confusable_Detection */
const latin: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ѕ: 's',
  ԁ: 'd',
  ո: 'n',
  ο: 'o',
  ν: 'v',
  ι: 'i',
  α: 'a',
  ρ: 'p',
  τ: 't',
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
}
const foreign = /[\u0370-\u058F]/g
const spaced = /\b[A-Za-z](?: [A-Za-z]){4,40}\b/g

/** A line as it looks: with Latin letters for those that only look so, and without blanks between single letters. */
export const alike = (line: string): string =>
  line
    .normalize('NFKC')
    .replace(foreign, (letter) => latin[letter] ?? letter)
    .replace(spaced, (letters) => letters.replaceAll(' ', ''))
