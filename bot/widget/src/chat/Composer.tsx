import type { RefObject } from "preact";

import { SendIcon } from "./icons";
import { words } from "./words";

interface Props {
  input: RefObject<HTMLTextAreaElement | null>;
  onSend: (text: string) => void;
}

/** Where the shopper writes: Enter sends, Shift and Enter begins a new line. */
export function Composer({ input, onSend }: Props) {
  const submit = (event: Event) => {
    event.preventDefault();
    const field = input.current!;
    if (field.value.trim() === "") return;
    onSend(field.value.trim());
    field.value = "";
    grow();
    field.focus();
  };
  const keyDown = (event: KeyboardEvent) => {
    // while a Chinese or Japanese word is being composed, Enter chooses it
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event);
  };
  const grow = () => {
    const field = input.current!;
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight, 132)}px`;
  };

  return (
    <form class="composer" onSubmit={submit}>
      <textarea
        ref={input}
        rows={1}
        placeholder={words.write}
        aria-label={words.write}
        enterkeyhint="send"
        onKeyDown={keyDown}
        onInput={grow}
      />
      <button class="icon" aria-label={words.send}>
        <SendIcon />
      </button>
    </form>
  );
}
