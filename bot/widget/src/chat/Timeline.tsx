import type { TimelineEvent } from "./types";

/** What happened to a parcel, newest first. */
export function Timeline({ events }: { events: TimelineEvent[] }) {
  return (
    <ol class="timeline">
      {events.map((event, index) => (
        <li key={index}>
          <p>{event.text}</p>
          <p class="when">{[event.time, event.place].filter(Boolean).join(" · ")}</p>
        </li>
      ))}
    </ol>
  );
}
