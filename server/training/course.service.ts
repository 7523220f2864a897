/** Courses: what is taught. One is made or changed by its code. */
import { type Acting, perform } from '../identity/command.js';
import { cleanText, textDefect } from '../kernel/name.rules.js';
import { type Reason, Refusal } from '../kernel/refusal.js';
import { LONGEST_REASON } from './reason-words.js';
import { trainingAccess } from './training.access.js';
import { TrainingCourse } from './training-class.entity.js';
import { TRAINING_TEXTS } from './training.messages.js';

export interface CourseInput {
  code: string;
  title: string;
  about?: string | null;
  passShare: number;
  isRetired: boolean;
}

const CODE = /^[A-Z0-9]+(?:-[A-Z0-9]+)*$/;

/** Makes a course, or changes the one with this code; the same again changes nothing. */
export async function saveCourse(acting: Acting, input: CourseInput): Promise<string> {
  return perform(acting, async (act) => {
    act.allow(trainingAccess.changeCourses, undefined);
    const wanted = { ...input, code: input.code.trim().toUpperCase(), title: cleanText(input.title), about: input.about?.trim() || null };
    const faults = courseFaults(wanted);
    if (faults.length > 0) throw new Refusal(...faults);
    const known = await act.em.findOne(TrainingCourse, { code: wanted.code });
    const isSame =
      known && (['title', 'about', 'passShare', 'isRetired'] as const).every((field) => (known[field] ?? null) === wanted[field]);
    if (isSame) {
      act.unchanged();
      return known.id;
    }
    const course = known ? act.em.assign(known, wanted as never) : act.em.create(TrainingCourse, wanted as never);
    act.em.persist(course);
    act.record('course.save', `trainingCourse:${course.id}`, wanted);
    return course.id;
  });
}

function courseFaults({ code, title, about, passShare }: CourseInput): Reason[] {
  const faults: Reason[] = [];
  const fault = (field: string, text: keyof typeof TRAINING_TEXTS, values?: Record<string, number>, kind: Reason['code'] = 'INVALID') =>
    faults.push({ code: kind, path: ['input', field], message: { text: TRAINING_TEXTS[text], ...(values && { values }) } });
  if (!CODE.test(code) || code.length > 30) fault('code', 'courseCode');
  if (!title) fault('title', 'title', undefined, 'REQUIRED');
  else if (textDefect(title)) fault('title', 'titleDefect');
  if (about && about.length > LONGEST_REASON) fault('about', 'aboutTooLong', { most: LONGEST_REASON }, 'LIMIT');
  if (!(passShare > 0 && passShare <= 1)) fault('passShare', 'passShare');
  return faults;
}
