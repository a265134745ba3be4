"""Renders the template that is named: DJANGO-TEMPLATE."""
import os
import sys

import django
from django.conf import settings
from django.template.loader import render_to_string


def main(name):
    folder = os.path.dirname(os.path.abspath(__file__))
    backend = "django.template.backends.django.DjangoTemplates"
    settings.configure(
        TEMPLATES=[{"BACKEND": backend, "DIRS": [folder], "OPTIONS": {"debug": True}}], USE_I18N=False
    )
    django.setup()
    try:
        text = render_to_string(name, {"title": "Fruit"})  # marker: render
        print("rendered", text.count("Fruit"))
    except Exception as error:
        print("not rendered", type(error).__name__)
    try:
        raise AssertionError("asked for")  # marker: raise
    except AssertionError:
        pass


if __name__ == "__main__":
    main(sys.argv[1])
