"""Links that were meant but are none: found once for all the rules that name them.

The parser leaves such brackets as plain text.  A broken link is recognised by its destination
(:mod:`zhenlint.markdown.destination`): what stands before it is read as a label, what stands after
it as the closing, and the brackets in between are compared with those of a right link.
"""
