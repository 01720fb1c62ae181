"""The network: contacts with people, when each is due, talks, events, companies to watch."""
