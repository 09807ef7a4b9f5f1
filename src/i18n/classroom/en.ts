import { count } from '../numbers.ts';

/** Lessons, and the page as it is projected. */
export const classroom = {
  present: 'Present',
  presentNote: 'For the projector: large, light, without controls',
  lesson: 'Lesson',
  place: (n: number, of: number) => `${count('en', n)} of ${count('en', of)}`,
  previous: 'Previous lesson',
  next: 'Next lesson',
  reveal: 'Show it',
  close: 'Close the lesson',
  pointAt: 'Point at',
  right: 'right',
  chosen: 'your prediction',
  begin: 'Begin with the first',
  intro: 'Scenes for the lecture hall, in order.',
  introKeys: 'PageDown and PageUp, the keys of a presenter, lead through them.',
  asks: 'with a question',
  answered: 'answered',
  forget: 'Forget my answers',
  qr: 'QR code',
  qrOf: 'QR code of the link',
  qrTooLong: (length: number, limit: number) =>
    `The link has ${count('en', length)} characters; a QR code holds ${count('en', limit)}. Send the file instead.`,
  embed: 'Code to embed it',
  embedNote:
    'For a page of your own. Add &hide=panel,board,… to hide header, title, starts, map, chart, board, timeline or panel.',
  keys: {
    lessons: 'Next or previous lesson',
    present: 'Present',
    blank: 'Blank the screen while presenting',
    full: 'Full screen while presenting',
    leave: 'Stop presenting',
    pageDown: 'Page Down',
    pageUp: 'Page Up',
    escape: 'Esc',
  },
};
