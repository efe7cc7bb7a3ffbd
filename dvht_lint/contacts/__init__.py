"""Contacts: the hotlines, text codes, addresses and hours that readers are told to use.

`read_mentions` reads them out of prose, `registry` says which are known, `group` decides which known
contact each mention is about and what it should read. The rules of DV6 look at what `group` returns.
"""

from dvht_lint.contacts.binding import group
from dvht_lint.contacts.keypad import spell
from dvht_lint.contacts.owners import is_body
from dvht_lint.contacts.reader import covered, gives_contact, read_mentions
from dvht_lint.contacts.registry import builtin, registry

__all__ = ["builtin", "covered", "gives_contact", "group", "is_body", "read_mentions", "registry", "spell"]
