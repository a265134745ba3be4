import os

import django
from django import forms
from django.conf import settings
from django.template.loader import render_to_string


class Order(forms.Form):
    amount = forms.IntegerField()


def main():
    folder = os.path.dirname(os.path.abspath(__file__))
    backend = "django.template.backends.django.DjangoTemplates"
    settings.configure(
        TEMPLATES=[{"BACKEND": backend, "DIRS": [folder], "OPTIONS": {"debug": True}}], USE_I18N=False
    )
    django.setup()
    for names in (["apple", "pear"], ["plum"]):
        text = render_to_string("djangopage.html", {"title": "Fruit", "names": names, "form": Order()})
    print("rendered", text.count("<li>"))


if __name__ == "__main__":
    main()
