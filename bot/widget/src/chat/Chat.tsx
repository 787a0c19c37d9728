import { useEffect, useRef, useState } from "preact/hooks";

import { Composer } from "./Composer";
import type { Conversation, Entry } from "./conversation";
import { ChatIcon, CloseIcon, Mark } from "./icons";
import { Messages } from "./Messages";
import { words } from "./words";

interface Props {
  /** What stands above the chat. */
  name: string;
  conversation: Conversation;
  entries: readonly Entry[];
  unfolded: boolean;
  onFold: (folded: boolean) => void;
}

/** Folded, the launcher in the page's corner; unfolded, the panel with the conversation. */
export function Chat({ name, conversation, entries, unfolded, onFold }: Props) {
  const launcher = useRef<HTMLButtonElement>(null);
  const writing = useRef<HTMLTextAreaElement>(null);
  const unread = useUnread(entries, unfolded);
  const offline = useOffline();

  const used = useRef(false);
  useEffect(() => {
    // a chat that a reload unfolds leaves the focus to the page
    if (unfolded && used.current) writing.current?.focus();
    used.current = true;
  }, [unfolded]);

  const fold = () => {
    onFold(true);
    requestAnimationFrame(() => launcher.current?.focus());
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.isComposing) fold();
  };

  const subtitle = conversation.customer?.name ?? words.role;
  if (!unfolded) {
    return (
      <button ref={launcher} class="launcher" aria-expanded={false} onClick={() => onFold(false)}>
        <ChatIcon />
        {words.open}
        {unread && <em class="unread">{words.unread}</em>}
      </button>
    );
  }
  return (
    <section class="panel" role="dialog" aria-label={`${name}: ${words.role}`} onKeyDown={escape}>
      <header>
        <Mark />
        <p>
          <strong>{name}</strong>
          {subtitle !== name && <span>{subtitle}</span>}
        </p>
        <button class="icon" aria-label={words.close} onClick={fold}>
          <CloseIcon />
        </button>
      </header>
      <Messages conversation={conversation} entries={entries} />
      {offline && (
        <p class="notice" role="status">
          {words.offline}
        </p>
      )}
      <Composer input={writing} onSend={(text) => conversation.send({ text })} />
    </section>
  );
}

/** Whether the assistant has said something since the panel was folded. */
function useUnread(entries: readonly Entry[], unfolded: boolean): boolean {
  const last = entries.findLast((entry) => entry.from === "assistant")?.key ?? -1;
  const [seen, setSeen] = useState<number | null>(null);
  useEffect(() => {
    if (unfolded || (seen === null && last >= 0)) setSeen(last);
  }, [unfolded, last, seen]);
  return !unfolded && seen !== null && last > seen;
}

function useOffline(): boolean {
  const [offline, setOffline] = useState(!navigator.onLine);
  useEffect(() => {
    const update = () => setOffline(!navigator.onLine);
    window.addEventListener("online", update);
    window.addEventListener("offline", update);
    return () => {
      window.removeEventListener("online", update);
      window.removeEventListener("offline", update);
    };
  }, []);
  return offline;
}
