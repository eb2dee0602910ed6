"""Asking servers for the addresses in documents (extra ``online``).

Nothing here is imported unless ``--online`` asks for it.  :func:`~zhenlint.online.asking.ask` takes the
facts of all documents and gives the :class:`~zhenlint.project.Web` by which the rules judge.
"""
