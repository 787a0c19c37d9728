import type { Button } from "./types";

interface Props {
  buttons: readonly Button[];
  onPress: (button: Button) => void;
}

/** Answers to choose from. */
export function Buttons({ buttons, onPress }: Props) {
  if (buttons.length === 0) return null;
  return (
    <div class="buttons">
      {buttons.map((button) => (
        <button key={button.title} onClick={() => onPress(button)}>
          {button.title}
        </button>
      ))}
    </div>
  );
}
