import { useEffect, useRef } from "preact/hooks";

import { Buttons } from "./Buttons";
import type { Conversation, Entry } from "./conversation";
import { Mark } from "./icons";
import { Shown } from "./Shown";
import type { Button } from "./types";
import { words } from "./words";

interface Props {
  conversation: Conversation;
  entries: readonly Entry[];
}

/** The conversation: what was said, what is being waited for, and, before anything was said, what could be. */
export function Messages({ conversation, entries }: Props) {
  const log = useRef<HTMLDivElement>(null);
  const { phase, waiting } = conversation;

  useEffect(() => {
    const asked = [...log.current!.querySelectorAll<HTMLElement>(".own")].at(-1);
    // a long answer is read from its beginning: the question stays in sight
    log.current!.scrollTo({ top: Math.min(log.current!.scrollHeight, asked ? asked.offsetTop - 12 : Infinity) });
  }, [entries.length, waiting, phase]);

  const last = entries.findLastIndex((entry) => entry.from === "shopper");
  const press = (button: Button) => conversation.send({ button });
  const say = (button: Button) => conversation.send({ text: button.title });

  return (
    <div ref={log} class="messages" role="log" aria-label={words.messages} aria-busy={phase === "opening"} tabIndex={0}>
      {phase === "ready" && entries.length === 0 && (
        <div class="welcome">
          <Mark />
          <h2>{words.welcome}</h2>
          <p>{words.welcomeMore}</p>
          <Buttons buttons={words.ideas.map((title) => ({ title, payload: "" }))} onPress={say} />
        </div>
      )}
      {phase === "opening" && entries.length === 0 && <p class="notice">{words.connecting}</p>}
      {entries.map((entry, index) =>
        entry.from === "shopper" ? (
          <Own key={entry.key} entry={entry} onRetry={() => conversation.retry(entry.key)} />
        ) : (
          <article key={entry.key} class="theirs">
            <span class="unseen">{words.assistant}</span>
            <Shown message={entry} onPress={press} />
            {index > last && <Buttons buttons={entry.buttons ?? []} onPress={press} />}
          </article>
        ),
      )}
      {waiting && (
        <p class="typing">
          <span class="unseen">{words.typing}</span>
          <i />
          <i />
          <i />
        </p>
      )}
      {phase === "failed" && (
        <p class="notice" role="alert">
          {words.failedToOpen} <button onClick={() => conversation.open()}>{words.retry}</button>
        </p>
      )}
    </div>
  );
}

/** What the shopper said; if it could not be sent, why, and the way to try again. */
function Own({ entry, onRetry }: { entry: Entry; onRetry: () => void }) {
  return (
    <article class={`own ${entry.state ?? "sent"}`}>
      <span class="unseen">{words.you}</span>
      <p class="bubble">{entry.text}</p>
      {entry.state === "failed" && (
        <p class="notice" role="alert">
          {entry.trouble} <button onClick={onRetry}>{words.retry}</button>
        </p>
      )}
    </article>
  );
}
