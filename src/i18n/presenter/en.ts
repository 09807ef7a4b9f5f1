/** The presenter's window: notes and controls beside the projected one. */
export const presenter = {
  title: 'Presenter’s window',
  key: 'Present, with notes in a second window',
  open: 'Notes',
  openNote: 'Notes and controls in a second window',
  impossible:
    'This browser cannot join two windows (it has no BroadcastChannel), so that there is no presenter’s window; keys and remote work as before.',
  blocked: 'The browser blocked the presenter’s window. Allow pop-ups for this page and press N once more.',
  alone:
    'The projected window is not open. Open it, and press N there: this window belongs to the one that it was opened from.',
  joined: 'In step with the projected window.',
  resting: 'Nothing is presented at the moment.',
  now: 'Now',
  next: 'Next',
  noLesson: 'No lesson is told.',
  end: 'The end of the lessons.',
  asks: 'The class is asked',
  answer: 'Answer',
  after: (title: string) => `Then: ${title}`,
  blank: 'Blank the screen',
  present: 'Present',
  leave: 'Stop presenting',
};
