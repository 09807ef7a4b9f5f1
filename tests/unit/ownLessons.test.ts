import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { openLink } from '../../src/state/address.ts';
import { courseLimit, courseOf, readCourse } from '../../src/state/lessons/course.ts';
import { deleteLesson, goBack, goOn, lessonIn, openLesson } from '../../src/state/lessons/lesson.ts';
import { openInput } from '../../src/state/lessons/open.ts';
import { addCourse, asLesson, createOwn, edit, move, ownKey, ownStore, putBack, record } from '../../src/state/lessons/own.ts'; // prettier-ignore
import { encodeLink } from '../../src/state/link.ts';
import type { Storage } from '../../src/state/kept.ts';
import type { Scene } from '../../src/state/scene.ts';
import { replaceScene, sceneStore } from '../../src/state/store.ts';

const scene = (): Scene => sceneStore.getState().scene;
const titles = (): string[] => ownStore.getState().lessons.map(({ title }) => title);
const told = (problems: readonly { sentence(language: 'en'): string }[]): string[] =>
  problems.map((one) => one.sentence('en'));

const question = { ask: 'Who wins?', choices: ['SGD', 'Adam'], answer: 1 };
const camera = { azimuth: 30, elevation: 40, zoom: 2, pan: [0.1, 0, -0.2] as const };

/** Three lessons on three surfaces. */
const three = (): void => {
  for (const id of ['bowl', 'ravine', 'rosenbrock']) {
    replaceScene({ surface: { id } });
    record(scene(), id, id === 'ravine' ? camera : undefined);
  }
};

beforeEach(() => {
  ownStore.setState({ lessons: [] });
  replaceScene({});
});

describe('lessons of one’s own', () => {
  it('are recorded, worded, put in order and told with the keys that tell the others', () => {
    three();
    edit('own-2', { title: 'Ravine', caption: 'It zigzags.', point: 'the walls', question });
    move('own-3', -2);
    move('own-3', -1);
    expect(titles()).toEqual(['rosenbrock', 'bowl', 'Ravine']);
    openLesson('own-3');
    expect(lessonIn(scene())?.title.zh).toBe('rosenbrock');
    expect(goBack()).toBe(false);
    expect(goOn()).toBe(true);
    goOn();
    expect(scene()).toMatchObject({ lesson: 'own-2', surface: { id: 'ravine' } });
    expect(lessonIn(scene())).toMatchObject({ camera, question: { answer: 1 } });
    // First the answer, then the end.
    expect([goOn(), goOn()]).toEqual([true, false]);
  });

  it('are deleted with all that refers to them, and put back', () => {
    three();
    const [, second] = ownStore.getState().lessons;
    openLesson('own-2');
    deleteLesson('own-2');
    expect([titles(), scene().lesson]).toEqual([['bowl', 'rosenbrock'], undefined]);
    expect(second && putBack(second, 1)).toBeUndefined();
    expect(titles()).toEqual(['bowl', 'ravine', 'rosenbrock']);
  });

  it('are there on the next visit; a device that cannot keep them is told of', () => {
    three();
    let text: string | null = null;
    const storage: Storage = { getItem: () => text, setItem: (key, value) => void (key === ownKey && (text = value)) };
    createOwn(() => storage).setState({ lessons: ownStore.getState().lessons });
    expect(createOwn(() => storage).getState().lessons).toEqual(ownStore.getState().lessons);
    const full = createOwn(() => ({
      getItem: () => '{',
      setItem: () => {
        throw new Error('full');
      },
    }));
    full.setState({ lessons: ownStore.getState().lessons });
    expect(full.getState()).toMatchObject({ isLost: true, lessons: [{ id: 'own-1' }, {}, {}] });
  });

  it('go as a file and as a link to somebody else, behind whose own they are added once', () => {
    three();
    edit('own-1', { title: 'One', caption: 'A bowl.', point: '', question });
    const { lessons } = ownStore.getState();
    const file = JSON.parse(JSON.stringify(courseOf(lessons))) as object;
    expect(JSON.stringify(file)).not.toContain('own-');
    ownStore.setState({ lessons: [] });
    replaceScene({ surface: { id: 'himmelblau' } });
    record(scene(), 'mine');
    expect(openInput(file)).toEqual([]);
    expect(titles()).toEqual(['mine', 'One', 'ravine', 'rosenbrock']);
    expect(scene()).toMatchObject({ lesson: 'own-2', surface: { id: 'bowl' } });
    expect(courseOf(ownStore.getState().lessons.slice(1))).toEqual(courseOf(lessons));
    expect(openLink(`https://example.org/${encodeLink(file)}`)).toEqual([]);
    expect(titles()).toHaveLength(4);
  });

  it('are lessons like the catalog’s, and the same object until they change', () => {
    three();
    const [first] = ownStore.getState().lessons;
    expect(first && asLesson(first)).toBe(first && asLesson(first));
    edit('own-1', { title: '', caption: '', point: '' });
    openLesson('own-1');
    expect(lessonIn(scene())?.title).toEqual({ en: 'Untitled', zh: '未命名' });
  });
});

describe('lessons that cannot be taken', () => {
  const lesson = { title: 'A', caption: 'B', scene: { surface: { id: 'bowl' } } };
  it.each([
    [{ lessons: 3 }, 'lessons: expected a list of 1 to 60 lessons, found 3'],
    [{ lessons: [] }, 'lessons: expected a list of 1 to 60 lessons, found []'],
    [
      { lessons: Array.from({ length: courseLimit + 1 }, () => lesson) },
      'lessons: expected a list of 1 to 60 lessons, found a list of 61',
    ],
    [{ lessons: ['one'] }, 'lessons[0]: expected an object, found "one"'],
    [{ lessons: [{ title: 'A' }] }, 'lessons[0].scene: expected an object, found null'],
  ])('%j changes nothing and is told', (input, sentence) => {
    three();
    const before = scene();
    expect(told(openInput(input))).toContain(sentence);
    expect([scene(), titles().length]).toEqual([before, 3]);
  });

  it.each([
    [{ ...lesson, title: 5 }, 'lessons[0].title: expected a text of at most 80 characters, found 5'],
    [{ ...lesson, caption: 'x'.repeat(401) }, 'lessons[0].caption: expected a text of at most 400 characters'],
    [
      { ...lesson, question: { ...question, answer: 2 } },
      'lessons[0].question.answer: expected a whole number from 0 to 1',
    ],
    [
      { ...lesson, question: { ask: '?', choices: ['one'], answer: 0 } },
      'lessons[0].question.choices: expected a list of 2',
    ],
    [{ ...lesson, camera: { ...camera, zoom: 0 } }, 'lessons[0].camera: expected a camera'],
    [{ ...lesson, scene: { steps: -1 } }, 'lessons[0]: steps: expected a whole number from 1'],
    [JSON.parse('{"title":"A","scene":{},"__proto__":{"title":"B"}}'), 'lessons[0].__proto__: this field is not known'],
  ])('of %j the rest is taken', (input, sentence) => {
    const { lessons, problems } = readCourse({ version: 1, lessons: [input] });
    expect(lessons).toHaveLength(1);
    expect(told(problems).join('\n')).toContain(sentence);
    expect(({} as { title?: string }).title).toBeUndefined();
  });

  it('more than the device keeps are refused whole', () => {
    three();
    const many = Array.from({ length: courseLimit - 2 }, (_, i) => ({ ...lesson, title: `${i}` }));
    expect(told(addCourse({ lessons: many }).problems)[0]).toContain(`more than ${courseLimit} lessons`);
    expect(titles()).toHaveLength(3);
  });

  it('anything at all is read without an exception', () => {
    const part = fc.oneof(fc.anything(), fc.constant(question), fc.constant(camera));
    const some = fc.record(
      { title: part, caption: part, question: part, camera: part, scene: part },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ lessons: fc.array(fc.oneof(some, fc.anything())) })), (input) => {
        const { lessons } = readCourse(input);
        expect(readCourse({ version: 1, lessons: JSON.parse(JSON.stringify(lessons)) as unknown })).toEqual(
          lessons.length > 0 ? { lessons, problems: [] } : expect.anything(),
        );
      }),
    );
  });
});
