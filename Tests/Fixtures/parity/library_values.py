"""Values of libraries that are bound to a thread, or long: PORT SIDE KIND FILE.

Writes into FILE what `repr()` gives for each variable at the line of the stop.
"""

import json
import sys


def write(path, values):
    texts = {name: repr(values[name]) for name in values if name not in ("path", "self")}
    with open(path, "w") as stream:
        json.dump(texts, stream)


def django(path):
    import django
    from django.conf import settings

    database = {"ENGINE": "django.db.backends.sqlite3", "NAME": path + ".sqlite"}
    applications = ["django.contrib.contenttypes", "django.contrib.auth"]
    settings.configure(DATABASES={"default": database}, INSTALLED_APPS=applications, USE_TZ=True)
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from django.contrib.auth.models import User
    from django.db import transaction

    def view():
        with transaction.atomic():
            user = User.objects.create(username="ada")
            User.objects.create(username="grace")
            everyone = User.objects.all()
            some = User.objects.filter(username__startswith="g")
            write(path, {"user": user, "everyone": everyone, "some": some})
            last = 1  # marker: django
            return last

    view()


def sqlalchemy(path):
    from sqlalchemy import Column, ForeignKey, Integer, String, create_engine, select
    from sqlalchemy.orm import Session, declarative_base, relationship

    Base = declarative_base()

    class User(Base):
        __tablename__ = "users"
        id = Column(Integer, primary_key=True)
        name = Column(String)
        mails = relationship("Mail", back_populates="user")

        def __repr__(self):
            return "User(%s, %d mails)" % (self.name, len(self.mails))

    class Mail(Base):
        __tablename__ = "mails"
        id = Column(Integer, primary_key=True)
        user_id = Column(ForeignKey("users.id"))
        user = relationship("User", back_populates="mails")

    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)

    def view():
        session = Session(engine)
        session.add(User(name="ada", mails=[Mail(), Mail()]))
        session.commit()
        user = session.scalars(select(User)).one()
        users = session.query(User).all()
        write(path, {"user": user, "users": users})
        session.expire_all()
        last = 1  # marker: sqlalchemy
        return last

    view()


def celery(path):
    from celery import Celery

    app = Celery("tasks", broker="memory://")

    @app.task(bind=True)
    def work(self, number):
        request, task = self.request, self
        identity = type("Identity", (object,), {"__repr__": lambda one: "of %s" % task.request.id})()
        write(path, {"request": request, "task": task, "identity": identity, "number": number})
        return number  # marker: celery

    work.apply(args=[3], task_id="the-task")


def numpy(path):
    import numpy

    def view():
        small = numpy.arange(6).reshape(2, 3)
        scalar = numpy.float64(2.5)
        words = numpy.array(["a", "ü"])
        large = numpy.zeros((200, 300))
        listed = [numpy.int32(4), small[0]]
        write(path, {name: value for name, value in locals().items() if name != "path"})
        last = 1  # marker: numpy
        return last

    view()


def pandas(path):
    import pandas

    def view():
        series = pandas.Series([1, 2, 3], name="count")
        stamp = pandas.Timestamp("2026-01-02")
        index = pandas.Index(["a", "b"])
        write(path, {name: value for name, value in locals().items() if name != "path"})
        table = pandas.DataFrame({"a": [1, 2], "b": ["x", "y"]})
        last = 1  # marker: pandas
        return last, table

    view()


def imports(path):
    sys.path.insert(0, ".")
    import half_imported

    write(path, {"waiting": half_imported.waiting})


def main():
    port, side, kind, path = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]
    if side == "pydevd":
        import pydevd
    else:
        import pydevd_pycharm as pydevd
    pydevd.settrace("127.0.0.1", True, True, port)
    globals()[kind](path)  # marker: entry
    print("done")


if __name__ == "__main__":
    main()
