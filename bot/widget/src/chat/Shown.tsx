import { Products } from "./Products";
import { Table } from "./Table";
import { Timeline } from "./Timeline";
import type { Button, Message } from "./types";
import { words } from "./words";

interface Props {
  message: Message;
  onPress: (button: Button) => void;
}

/** One message of the assistant: its sentence, and below it what `custom` shows better than further lines would. */
export function Shown({ message, onPress }: Props) {
  const { custom } = message;
  const text = custom ? (custom.text ?? message.text?.split("\n", 1)[0]) : message.text;
  return (
    <>
      {text && <p class="bubble">{text}</p>}
      {custom?.type === "products" && <Products products={custom.items} onPress={onPress} />}
      {custom?.type === "table" && <Table columns={custom.columns} rows={custom.rows} />}
      {custom?.type === "timeline" && <Timeline events={custom.events} />}
      {custom?.type === "link" && (
        <a class="onward" href={custom.url} target="_blank" rel="noopener">
          {custom.title}
        </a>
      )}
      {custom?.type === "answer" && (
        <p class="source">
          {words.source} {custom.title}
        </p>
      )}
    </>
  );
}
