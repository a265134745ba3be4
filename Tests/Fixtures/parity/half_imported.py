"""A value that imports the module that is being imported."""


class Waiting(object):
    def __repr__(self):
        import half_imported

        return "Waiting(%s)" % half_imported.NUMBER


NUMBER = 5
waiting = Waiting()
last = 1  # marker: imports
