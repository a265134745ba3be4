"""A value that much refers to: from names, containers, attributes and a slot."""


class Node(object):
    def __init__(self, parent):
        self.parent = parent


class Slot(object):
    __slots__ = ("held",)


def work():
    root = Node(None)
    child = Node(root)
    listed = [1, root]
    table = {"key": root, root: 3}
    slot = Slot()
    slot.held = root
    return child, listed, table, slot  # marker: end


kept = Node(None)
alias = kept
work()
