/** What the assistant says, as the bot's web channel sends it. */

export interface Button {
  title: string;
  /** An id, good in this conversation only. */
  payload: string;
}

export interface Product {
  product_id: string;
  /** Its place in the list, by which it may be called. */
  number?: number;
  title: string;
  price: string;
  list_price?: string;
  stock: string;
  picture: string;
  why?: string;
  /** Says that the shop wants it to be seen. */
  promoted?: string;
  rating?: number;
  buttons?: Button[];
}

export interface TimelineEvent {
  time: string;
  place: string;
  text: string;
}

/** Shown in place of the text's later lines; `text` is then the sentence above it. */
export type Custom = { text?: string } & (
  | { type: "products"; items: Product[] }
  | { type: "table"; columns: string[]; rows: string[][] }
  | { type: "timeline"; events: TimelineEvent[] }
  | { type: "answer"; title: string; source: string }
  | { type: "link"; title: string; url: string }
);

export interface Message {
  /** Complete as it stands: whoever cannot show `custom` shows this. */
  text?: string;
  buttons?: Button[];
  custom?: Custom;
}

/** A message of the history. */
export interface Said extends Message {
  from: "shopper" | "assistant";
}

/** Who is signed in; only of a demo customer more is told than the id. */
export interface Customer {
  customer_id: string;
  name?: string;
  note?: string;
}

/** What a shopper does: writes, or presses a button, which shows by its title. */
export type Wish = { text: string } | { button: Button };
