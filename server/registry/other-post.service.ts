/** Posts held beside the main one (acting, deputy, concurrent): they do not count the officer twice, but they make conflicts of interest. */
import { type Acting, perform } from '../identity/command.js';
import { dayNumber } from '../kernel/calendar.js';
import { Refusal } from '../kernel/refusal.js';
import { Agency } from './agency.entity.js';
import { cleanText, textDefect } from '../kernel/name.rules.js';
import { Officer, Posting } from './officer.entity.js';
import { refuseErased } from './erased-officer.js';
import { refuseOwnFile } from './own-file.js';
import { registryAccess } from './registry.access.js';
import { registryMessages } from './registry.messages.js';

export interface OtherPost {
  agencyId: string;
  post?: string | null;
  isLeader: boolean;
  fromOn: string;
  untilOn?: string | null;
}

/** Records another post; the same one with another last day is ended or prolonged. */
export async function recordOtherPost(acting: Acting, id: string, other: OtherPost): Promise<string> {
  return perform(acting, async (act) => {
    act.allow(registryAccess.changeOfficers, undefined);
    refuseOwnFile(act, id);
    const officer = await act.load(Officer, id);
    refuseErased(officer);
    const agency = await act.load(Agency, other.agencyId, ['input', 'agencyId'], false);
    const post = other.post ? cleanText(other.post) : null;
    if (post && textDefect(post))
      throw new Refusal({ code: 'INVALID', path: ['input', 'post'], message: { text: registryMessages.postDefect } });
    const untilOn = other.untilOn ?? null;
    if (untilOn && dayNumber(untilOn) < dayNumber(other.fromOn)) {
      throw new Refusal({ code: 'INVALID', path: ['input', 'untilOn'], message: { text: registryMessages.daysReversed } });
    }
    if (officer.leftOn && dayNumber(other.fromOn) > dayNumber(officer.leftOn)) {
      throw new Refusal({ code: 'CONFLICT', path: ['id'], message: { text: registryMessages.hasLeft, values: { day: officer.leftOn } } });
    }
    const same = await act.em.findOne(Posting, {
      officer: id,
      agency: agency.id,
      isMain: false,
      post,
      isLeader: other.isLeader,
      fromOn: other.fromOn,
    });
    if (same && (same.untilOn ?? null) === untilOn) {
      act.unchanged();
      return id;
    }
    if (same) same.untilOn = untilOn;
    else
      act.em.persist(
        act.em.create(Posting, {
          officer: id,
          agency: agency.id,
          isMain: false,
          post,
          isLeader: other.isLeader,
          fromOn: other.fromOn,
          untilOn,
        } as never),
      );
    act.record('officer.recordOtherPost', `officer:${id}`, { ...other, post, untilOn });
    return id;
  });
}
