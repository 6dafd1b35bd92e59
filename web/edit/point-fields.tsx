import { useId } from "preact/hooks";
import type { Change, EditedPoint } from "./edit-state.ts";

/** What the server takes as a claim, in characters (`src/api/schemas/question.ts`). */
const LONGEST_CLAIM = 2000;
const WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

interface PointFieldsProps {
  readonly point: EditedPoint;
  readonly number: number;
  readonly isLast: boolean;
  /** Something else is about this point, so it cannot go. */
  readonly isHeld: boolean;
  readonly fault: string | undefined;
  readonly lang: string | undefined;
  act(what: Change): void;
  onMoved(by: 1 | -1): void;
  onRemoved(): void;
}

/** One point, to write. */
export function PointFields(props: PointFieldsProps) {
  const { point, number, isLast, isHeld, fault, lang, act, onMoved, onRemoved } = props;
  const { key, text, weight, variants } = point;
  const id = useId();
  const write = (part: Partial<EditedPoint>) => act({ kind: "point", key, part });
  const weights = weight === "bonus" || WEIGHTS.includes(weight) ? WEIGHTS : [...WEIGHTS, weight];
  return (
    <fieldset
      class="edited-point"
      data-key={key}
      onKeyDown={(event) => {
        const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
        if (!event.altKey || by === null) return;
        event.preventDefault();
        onMoved(by);
      }}
    >
      <legend>Point {number}</legend>
      <p>
        <label for={`${id}-text`} class="unseen">
          Claim
        </label>
        <textarea
          id={`${id}-text`}
          class="claim"
          rows={2}
          lang={lang}
          maxLength={LONGEST_CLAIM}
          value={text}
          aria-invalid={fault !== undefined}
          aria-describedby={fault === undefined ? undefined : `${id}-fault`}
          onInput={(event) => write({ text: event.currentTarget.value })}
        />
      </p>
      {fault !== undefined && (
        <p class="trouble" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      <p>
        <label for={`${id}-variants`}>Other wordings, one a line</label>
        <textarea
          id={`${id}-variants`}
          rows={2}
          lang={lang}
          value={variants}
          onInput={(event) => write({ variants: event.currentTarget.value })}
        />
      </p>
      <p class="edited-foot">
        <label for={`${id}-weight`}>Counts</label>
        <select
          id={`${id}-weight`}
          value={String(weight)}
          onChange={({ currentTarget: { value } }) =>
            write({ weight: value === "bonus" ? value : Number(value) })
          }
        >
          {weights.map((each) => (
            <option key={each} value={String(each)}>
              {each}
            </option>
          ))}
          <option value="bonus">as a bonus</option>
        </select>
        <button type="button" class="quiet up" disabled={number === 1} onClick={() => onMoved(-1)}>
          Up<span class="unseen">: point {number}</span>
        </button>
        <button type="button" class="quiet down" disabled={isLast} onClick={() => onMoved(1)}>
          Down<span class="unseen">: point {number}</span>
        </button>
        {isHeld ? (
          <span class="aside last">A known mistake or a follow-up is about it: it stays.</span>
        ) : (
          <button type="button" class="quiet last" onClick={onRemoved}>
            Remove<span class="unseen"> point {number}</span>
          </button>
        )}
      </p>
    </fieldset>
  );
}
