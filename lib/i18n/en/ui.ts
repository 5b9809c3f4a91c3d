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
  age: {
    exact: '{time}',
    ago: '{age} ago',
  },
  data: {
    pips: '{done, number}/{total, number}',
    label: '{done, number} of {total, number} data disks; {state}',
  },
} as const
