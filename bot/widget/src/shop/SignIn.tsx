import { useEffect, useState } from "preact/hooks";

import type { AisleChat } from "../chat/element";
import type { Customer } from "../chat/types";

interface Props {
  customers: Customer[];
  chat: AisleChat;
}

/** The demo's switch: who the shop takes you for. A real shop would know, and sign it into the session. */
export function SignIn({ customers, chat }: Props) {
  const [current, setCurrent] = useState(chat.customer?.customer_id ?? "");

  useEffect(() => {
    const follow = (event: Event) =>
      setCurrent((event as CustomEvent<Customer | null>).detail?.customer_id ?? "");
    chat.addEventListener("aisle-session", follow);
    return () => chat.removeEventListener("aisle-session", follow);
  }, [chat]);

  return (
    <label class="sign-in">
      <span>Shopping as</span>
      <select
        value={current}
        onChange={(event) => chat.signIn(event.currentTarget.value || null)}
      >
        <option value="">a guest</option>
        {customers.map((customer) => (
          <option key={customer.customer_id} value={customer.customer_id}>
            {customer.name} – {customer.note}
          </option>
        ))}
      </select>
    </label>
  );
}
