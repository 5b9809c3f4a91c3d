export const ui = {
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Copying was not allowed; select the text instead',
  close: 'Close',
  showMore: 'Show all',
  showLess: 'Show less',
  shell: 'Shell',
  notRead: 'not read',
  search: 'Search',
  nothingFound: 'Nothing matches',
  retry: 'Try again',
  invisible: 'invisible character U+{code}',
  azure: {
    codes: 'Azure’s code: {codes}.',
    versions: 'API versions that this cloud offers: {versions}.',
  },
  age: {
    exact: '{time}',
    ago: '{age} ago',
  },
  data: {
    pips: '{done, number}/{total, number}',
    label: '{done, number} of {total, number} data disks; {state}',
  },
} as const
