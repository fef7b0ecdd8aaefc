import { forOwner } from '../explain/for-owner.js';
import { howToFix } from '../explain/how-to-fix.js';
import { whatHappened } from '../explain/what-happened.js';
import { whoDidIt } from '../explain/who-did-it.js';
import type { Rule } from '../rules/rule.js';
import { RULES } from '../rules/rules.js';
import type { CrashFacts, Reason, Verdict } from '../verdict.js';
import { weigh } from './weigh.js';

interface Heard {
  readonly reasons: readonly Reason[];
  readonly broken: boolean;
}

/** A rule that throws, or weighs with anything but a positive number, is broken; the others are heard all the same. */
function hear(rule: Rule, facts: CrashFacts): Heard {
  try {
    const reasons = rule.test(facts).map((claim) => ({ rule: rule.id, ...claim }));
    const sound = reasons.every(({ weight }) => Number.isFinite(weight) && weight > 0);
    return sound ? { reasons, broken: false } : { reasons: [], broken: true };
  } catch {
    return { reasons: [], broken: true };
  }
}

const byWeight = (a: Reason, b: Reason): number => b.weight - a.weight;

/**
 * What triage concludes about one crash. Pure and total: the same facts give the same verdict, whatever order the rules
 * stand in does not change cause or confidence, and a broken rule is named in `brokenRules` instead of being thrown.
 */
export function triage(facts: CrashFacts, rules: readonly Rule[] = RULES): Verdict {
  const heard = rules.map((rule) => ({ rule, ...hear(rule, facts) }));
  const reasons = heard.flatMap((one) => one.reasons).sort(byWeight);
  const judged = { facts, reasons, ...weigh(reasons) };
  return {
    cause: judged.cause,
    confidence: judged.confidence,
    reasons,
    brokenRules: heard.filter((one) => one.broken).map((one) => one.rule.id),
    whatHappened: whatHappened(judged),
    whoDidIt: whoDidIt(judged),
    howToFix: howToFix(judged),
    forOwner: forOwner(judged),
  };
}
