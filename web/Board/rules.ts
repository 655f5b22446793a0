// The policy behind a locality's figures, in the same words as the server's BoardText.
import { h } from "../Ui/dom";
import { hours, nights } from "../Ui/format";
import type { Settings } from "./settings";
import type { FreshnessPolicy, Policy } from "./wire";

export function orMore({ longStayMidnights }: Policy): string {
  return `${longStayMidnights} ${nights(longStayMidnights)} or more`;
}

export function ruleEntries(policy: Policy, settings: Settings): HTMLElement[] {
  const freshness: Record<string, FreshnessPolicy> = {
    "care-home": policy.careHome,
    "intermediate-care-unit": policy.intermediateCareUnit,
    ward: policy.ward,
    "home-care-provider": policy.homeCareProvider,
  };
  return [
    ...Object.entries(freshness).map(([kind, { freshForHours, staleAfterHours }]) =>
      entry(kind, `${settings.kinds[kind]}: fresh up to ${hours(freshForHours)}, stale after ${hours(staleAfterHours)}.`),
    ),
    entry("long-stay", `A long stay is ${orMore(policy)}, a super-stranded stay ${policy.superStrandedMidnights} or more.`),
  ];
}

function entry(key: string, rule: string): HTMLElement {
  return h("li", { "data-key": key }, h("span", { "data-cell": "rule" }, rule));
}
